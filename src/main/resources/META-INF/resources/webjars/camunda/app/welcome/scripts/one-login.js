/* After a logout, shows the login page of everything, which may offer more than the form of Camunda's web application. */
const LOGIN = new URL('../../../../login?logout', import.meta.url);

addEventListener('hashchange', () => {
  if (/^#!?\/login/.test(location.hash)) {
    location.replace(LOGIN);
  }
});
