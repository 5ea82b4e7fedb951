/* Keeps the user name, and not the password, for whoever mistyped the latter. */
const [name, password] = [document.querySelector('[name=username]'), document.querySelector('[name=password]')];
name.form.addEventListener('submit', () => sessionStorage.setItem('user name', name.value));
if (/[?&](error|wait)/.test(location.search) && sessionStorage.getItem('user name')) {
  name.value = sessionStorage.getItem('user name');
  password.focus();
}
