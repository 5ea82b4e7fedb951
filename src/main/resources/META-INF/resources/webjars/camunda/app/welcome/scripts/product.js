/* What each of Camunda's web applications gets of this product: its icon, its links and its words. */
import './jobs-link.js';
import './one-login.js';
import './words.js';

document.querySelector('link[rel=icon]').href = new URL('../../../../icon.svg', import.meta.url);
