/* Opens the dialogs of a page: those whose button was pressed, and the one that was sent and refused; marks many rows at once. */
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
document.querySelectorAll('dialog[data-open]').forEach(dialog => dialog.showModal());
