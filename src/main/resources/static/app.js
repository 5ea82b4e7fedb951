/* Opens the dialogs of a page: those whose button was pressed, and the one that was sent and refused; marks the answer that a text field belongs to;
   sends a form once, however often its button is pressed, and keeps what is typed until it has arrived. */
document.addEventListener('click', event => {
  const button = event.target.closest('[data-opens]');
  if (button) {
    document.getElementById(button.dataset.opens).showModal();
  }
  const closer = event.target.closest('[data-closes]');
  if (closer) {
    closer.closest('dialog').close();
  }
});
document.addEventListener('input', event => {
  const text = event.target.closest('[data-answers]');
  if (text) {
    text.closest('fieldset').querySelector(`input[type=radio][value=${text.dataset.answers}]`).checked = true;
  }
});
document.querySelector('[data-focused]')?.focus();

/* Leads from a project back to the list that its reader came from, to the one before and after it there, on whichever page, and after a decision to the
   next one that waits. */
const list = JSON.parse(sessionStorage.getItem('list') || 'null');
const decided = document.querySelector('[data-next]');
let place;
const linkTo = (project, text, word) => {
  const a = document.createElement('a');
  a.href = project.address;
  a.textContent = text;
  a.title = project.label;
  a.setAttribute('aria-label', `${word}: ${project.label}`);
  return a;
};
const showPlace = () => {
  const back = document.querySelector('[data-returns]');
  if (!back || !place) {
    return;
  }
  back.href = place.list;
  back.textContent = `Back to ${list.filter}`;
  if (place.within) {
    const shown = document.querySelector('[data-in-list]');
    shown.replaceChildren(...[place.previous && linkTo(place.previous, '‹', 'Previous'), ` ${place.place || ''} `, place.next && linkTo(place.next, '›', 'Next')].filter(Boolean));
    shown.hidden = false;
  }
  if (decided && place.next) {
    decided.href = place.next.address;
    decided.textContent = `Next: ${place.next.label}`;
    decided.hidden = false;
    // a page that refreshes itself says only once what was done
    if (!decided.isConnected) {
      back.parentElement.append(' ', decided);
    }
  }
};
const findPlace = async address => {
  const query = new URLSearchParams(new URL(list.address).search);
  if (decided) {
    query.set('waiting', 'true');
  }
  const answer = await fetch(`${address}?${query}`, {headers: {'Accept': 'application/json', 'HX-Request': 'true'}});
  if (answer.ok) {
    place = await answer.json();
    showPlace();
  }
};
const neighbours = document.querySelector('[data-returns]')?.dataset.returns;
if (neighbours && list) {
  findPlace(neighbours).catch(() => undefined);
}
document.addEventListener('htmx:afterSettle', showPlace);
const add = (text, words) => {
  text.value = [text.value, words].filter(Boolean).join('\n');
  text.dispatchEvent(new Event('input', {bubbles: true}));
  text.focus();
};
document.addEventListener('change', event => {
  if (event.target.dataset.fills && event.target.value) {
    add(document.getElementById(event.target.dataset.fills), event.target.value);
    event.target.value = '';
  }
});
document.addEventListener('click', event => {
  const quotes = event.target.closest('[data-quotes]');
  if (quotes) {
    add(document.getElementById(quotes.dataset.quotes), quotes.parentElement.querySelector('[data-quoted]').textContent.trim());
  }
});
document.querySelectorAll('dialog[data-open]').forEach(dialog => dialog.showModal());

/* Tells others that this person has the project open, as long as its page can be seen. */
const looking = () => document.getElementById('looking');
const leave = () => {
  if (looking()) {
    navigator.sendBeacon(looking().action.replace(/looking$/, 'left'), new URLSearchParams(new FormData(looking())));
  }
};
document.addEventListener('htmx:beforeRequest', event => {
  if (event.target.id === 'looking' && document.hidden) {
    event.preventDefault();
  }
});
document.addEventListener('htmx:beforeOnLoad', event => {
  // whoever types a reason is not led away because their login ended meanwhile
  if (event.target.id === 'looking' && event.detail.xhr.status >= 400) {
    event.preventDefault();
  }
});
document.addEventListener('htmx:beforeSwap', event => {
  // written anew, it would be read aloud anew
  if (event.target.id === 'lookers' && event.target.innerHTML.trim() === event.detail.serverResponse.trim()) {
    event.detail.shouldSwap = false;
  }
});
document.addEventListener('visibilitychange', () => {
  if (looking() && !document.hidden) {
    htmx.trigger(looking(), 'look');
  }
});
window.addEventListener('pagehide', leave);
window.addEventListener('pageshow', event => {
  if (looking() && event.persisted) {
    htmx.trigger(looking(), 'look');
  }
});

/* A second press while the first is on its way. */
window.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-busy', 'true');
});
window.addEventListener('pageshow', () => {
  document.querySelectorAll('[data-sent]').forEach(form => delete form.dataset.sent);
  document.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
});

/* Drafts: what is typed survives a reload, Back and the end of the session, for this person in this tab, until it was sent and taken. */
const person = document.querySelector('[data-person]')?.dataset.person;
const drafted = () => [...document.querySelectorAll('form[data-draft]')];
const key = form => `draft ${person} ${new URL(form.action).pathname}`;
const fields = form => [...form.elements].filter(field => field.name && !['hidden', 'password', 'file', 'submit', 'checkbox', 'radio'].includes(field.type));
if (person) {
  const sent = sessionStorage.getItem('sent');
  const isTaken = document.querySelector('[data-taken]') || !drafted().some(form => key(form) === sent);
  if (sent && isTaken && !document.querySelector('[data-keeps-drafts]')) {
    sessionStorage.removeItem(sent);
  }
  sessionStorage.removeItem('sent');
  drafted().forEach(form => {
    const draft = JSON.parse(sessionStorage.getItem(key(form)) || '{}');
    fields(form).forEach(field => {
      if (field.name in draft && field.value === field.defaultValue) {
        field.value = draft[field.name];
      }
    });
  });
}
document.addEventListener('input', event => {
  const form = person && event.target.form?.closest('form[data-draft]');
  if (form) {
    sessionStorage.setItem(key(form), JSON.stringify(Object.fromEntries(fields(form).map(field => [field.name, field.value]))));
  }
});
window.addEventListener('submit', event => {
  if (event.target.matches('form[data-draft]') && !event.defaultPrevented) {
    sessionStorage.setItem('sent', key(event.target));
  }
  if (event.target.matches('.logout')) {
    sessionStorage.clear();
  }
});

/* The name of the job, while it is typed. */
const inXero = document.querySelector('[data-in-xero]');
if (inXero) {
  const [number, name] = ['projectNumber', 'projectName'].map(id => document.getElementById(id));
  const show = () => {
    inXero.textContent = `${number.value.trim() || 'number'} - ${name.value.trim() || 'name'}`;
  };
  document.addEventListener('input', show);
  show();
}
