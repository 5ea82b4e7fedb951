/* Opens the dialogs of a page: those whose button was pressed, and the one that was sent and refused; leads back to the list as it was. */
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
document.querySelector('[data-focused]')?.focus();

document.querySelectorAll('[data-returns]').forEach(link => {
  const from = document.referrer && new URL(document.referrer);
  if (from && from.origin === location.origin && from.pathname === link.pathname) {
    link.href = from.href;
  }
});
document.querySelectorAll('dialog[data-open]').forEach(dialog => dialog.showModal());
