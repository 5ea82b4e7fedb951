/* What this product adds to Cockpit; read by Camunda's web application in place of its own file. */
import './names.js';
import '../../welcome/scripts/jobs-link.js';
import '../../welcome/scripts/one-login.js';
import '../../welcome/scripts/words.js';

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Project Export'
  },
  customScripts: ['scripts/figures.js', 'scripts/project-exports.js']
};
