/* A way from each of Camunda's web applications to the Jobs page, first in the header of whoever is logged in. */
const JOBS = new URL('../../../../jobs', import.meta.url);

function link() {
  const anchor = document.createElement('a');
  anchor.href = JOBS;
  anchor.textContent = 'Jobs';
  const item = document.createElement('li');
  item.className = 'jobs-link';
  item.append(anchor);
  return item;
}

function add() {
  const menu = document.querySelector('[cam-widget-header] .sections-menu');
  if (!menu || menu.querySelector('.jobs-link') || !document.querySelector('[cam-widget-header] .account')) {
    return;
  }
  if (!menu.querySelector('ul')) {
    menu.append(document.createElement('ul'));
  }
  menu.querySelector('ul').prepend(link());
}

// Admin and the welcome page have no plugin point in their header, and each login draws it anew
new MutationObserver(add).observe(document.body, {childList: true, subtree: true});
add();
