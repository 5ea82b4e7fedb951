/*
 * Takes out of Tasklist what cannot work for those who have tasks: who may not read the engine's history can neither see that tab filled nor
 * add a comment, which Camunda would refuse with an id. The form shows the project's history, and its page takes questions.
 */
const UNUSED = ['task-detail-history', 'task-action-comment'];

function decorate($provide) {
  $provide.decorator('Views', ['$delegate', views => {
    const all = views.getProviders.bind(views);
    views.getProviders = params => all(params).filter(({id}) => !UNUSED.includes(id));
    return views;
  }]);
}

export const withoutUnused = {ngDeps: [['$provide', decorate]]};
