/* What this product adds to the welcome page; read by Camunda's web application in place of its own file. */
import './jobs-link.js';
import './one-login.js';
import './words.js';

export default {};
