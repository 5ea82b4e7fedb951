/* Opens the dialogs of a page: those whose button was pressed, the one that was sent and refused, and the one that asks why rows are rejected;
   marks the answer that a text field belongs to; marks many rows at once, counts what is marked, and keeps marks from being lost or sent by accident; leads back to the list as it was. */
document.addEventListener('click', event => {
  const button = event.target.closest('[data-opens]');
  if (button) {
    document.getElementById(button.dataset.opens).showModal();
  }
  const closer = event.target.closest('[data-closes]');
  if (closer) {
    closer.closest('dialog').close();
  }
  const marks = event.target.closest('[data-marks]');
  if (marks) {
    marks.closest('form').querySelectorAll(`input[type=radio][value=${marks.dataset.marks}]`).forEach(radio => {
      radio.checked = true;
    });
    showMarked();
  }
});
document.addEventListener('change', event => {
  if (event.target.closest('.marks')) {
    showMarked();
  }
});
document.addEventListener('input', event => {
  const text = event.target.closest('[data-answers]');
  if (text) {
    text.closest('fieldset').querySelector(`input[type=radio][value=${text.dataset.answers}]`).checked = true;
  }
});
document.addEventListener('keydown', event => {
  // Enter would send every mark, whatever it was meant for
  if (event.key === 'Enter' && event.target.closest('.marks')) {
    event.preventDefault();
  }
});
document.addEventListener('submit', event => {
  const dialog = event.target.dataset.asks && document.getElementById(event.target.dataset.asks);
  if (dialog && !dialog.open && event.target.querySelector('input[value=reject]:checked')) {
    event.preventDefault();
    dialog.querySelector('textarea').required = true;
    dialog.showModal();
  }
});
document.addEventListener('close', event => {
  // a field that cannot be seen must not keep the form from being sent
  if (event.target.closest('form[data-asks]')) {
    event.target.querySelector('textarea').required = false;
  }
}, true);
document.querySelector('[data-focused]')?.focus();

document.querySelectorAll('[data-returns]').forEach(link => {
  const from = document.referrer && new URL(document.referrer);
  if (from && from.origin === location.origin && from.pathname === link.pathname) {
    link.href = from.href;
  }
});
document.querySelectorAll('dialog[data-open]').forEach(dialog => dialog.showModal());

const marked = mark => document.querySelectorAll(`.marks input[value=${mark}]:checked`).length;
const anyMarked = () => ['accept', 'reject', 'retry'].some(marked);
const showMarked = () => {
  const counts = ['accept', 'reject', 'retry'].filter(marked).map(mark => `${marked(mark)} to ${mark}`);
  const text = counts.length ? `Marked: ${counts.join(', ')}.` : '';
  // written anew, it would be read aloud anew
  document.querySelectorAll('[data-marked]').forEach(shown => {
    if (shown.textContent !== text) {
      shown.textContent = text;
    }
  });
};
showMarked();
document.addEventListener('htmx:afterSettle', showMarked);

let sending = false;
document.addEventListener('submit', event => {
  sending = !event.defaultPrevented && event.target.matches('.decisions');
});
window.addEventListener('pageshow', () => {
  sending = false;
});
window.addEventListener('beforeunload', event => {
  if (anyMarked() && !sending) {
    event.preventDefault();
  }
});
document.addEventListener('htmx:confirm', event => {
  if (event.target.closest('.search') && anyMarked()) {
    event.preventDefault();
    if (confirm('Your marks are not sent yet. Leave them?')) {
      event.detail.issueRequest(true);
    }
  }
});
