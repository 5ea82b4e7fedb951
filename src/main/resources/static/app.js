/* Opens the dialogs of a page: those whose button was pressed, the one that was sent and refused, and the one that asks why rows are rejected;
   marks many rows at once. */
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
document.querySelectorAll('dialog[data-open]').forEach(dialog => dialog.showModal());
