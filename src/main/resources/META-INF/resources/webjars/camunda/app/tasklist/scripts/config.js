/* What this product adds to Tasklist; read by Camunda's web application in place of its own file. */
import '../../welcome/scripts/one-login.js';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Project Export'
  },
  customScripts: ['scripts/jobs-link.js']
};
