/* Moves the end of the link into the form: no browser sends it, and it is not to stay in the history of this one. */
const code = document.querySelector('[name=code]');
if (/^#[0-9a-f]{96}$/.test(location.hash)) {
  code.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
}
document.querySelector('#code-field').hidden = /^[0-9a-f]{96}$/.test(code.value);
