/*
 * The words of a web application, in the browser before it starts. Camunda asks for them while it draws, and where they come later than what
 * shows them, their keys stay for good; what the browser has stored from an earlier visit it takes at once.
 */
const APP = document.querySelector('base');
const LOCALES = `${APP.getAttribute('app-root')}/app/${APP.getAttribute('app-name')}/locales/`;
const STORE = 'camunda-web';

/** Those that Camunda's own files lack. */
const MISSING = {CAM_WIDGET_HEADER_TOGGLE_NAVIGATION: 'Toggle navigation'};

/** Those that are other ones here, because times are the installation's. */
const OURS = {CAM_WIDGET_FOOTER_TIMEZONE: 'Times in'};

async function words() {
  const answer = await fetch(`${LOCALES}en.json?bust=${window.bust}`);
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  const locale = await answer.json();
  return {...locale, labels: {...MISSING, ...locale.labels, ...OURS}};
}

try {
  const stored = JSON.parse(localStorage.getItem(STORE) || '{}');
  stored[`${LOCALES}_locales_data_en_${window.bust}`] = JSON.stringify(await words());
  localStorage.setItem(STORE, JSON.stringify(stored));
} catch (failed) {
  // without them the application starts as it does without this script
}
