/* What each of Camunda's web applications gets of this product: its icon, its links, its words and its spelling of times. */
import './jobs-link.js';
import './one-login.js';
import './words.js';

document.querySelector('link[rel=icon]').href = new URL('../../../../icon.svg', import.meta.url);

/** As this product's own pages spell them, "26 Nov 2026, 07:44". */
const TIME = 'D MMM YYYY, HH:mm';

export const dateFormat = {abbr: TIME, normal: TIME, long: TIME, short: 'D MMM YYYY'};
