/* Opens the dialogs of a page: those whose button was pressed, and the one that was sent and refused; marks the answer that a text field belongs to;
   leads back to the list as it was; sends a form once, however often its button is pressed, and keeps what is typed until it has arrived. */
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

document.querySelectorAll('[data-returns]').forEach(link => {
  const from = document.referrer && new URL(document.referrer);
  if (from && from.origin === location.origin && from.pathname === link.pathname) {
    link.href = from.href;
  }
});
document.querySelectorAll('dialog[data-open]').forEach(dialog => dialog.showModal());

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
