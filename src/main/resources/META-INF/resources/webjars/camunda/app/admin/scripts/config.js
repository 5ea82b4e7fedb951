/* What this product adds to Admin; read by Camunda's web application in place of its own file. */
import '../../welcome/scripts/jobs-link.js';
import '../../welcome/scripts/one-login.js';
import '../../welcome/scripts/words.js';

export default {};
