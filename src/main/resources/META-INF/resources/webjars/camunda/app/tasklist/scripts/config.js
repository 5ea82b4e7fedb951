/* What this product adds to Tasklist; read by Camunda's web application in place of its own file. */
import './field-messages.js';
import '../../welcome/scripts/jobs-link.js';
import '../../welcome/scripts/one-login.js';
import '../../welcome/scripts/words.js';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Project Export'
  }
};
