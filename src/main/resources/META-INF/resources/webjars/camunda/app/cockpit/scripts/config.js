/* What this product adds to Cockpit; read by Camunda's web application in place of its own file. */
import './names.js';
import {dateFormat} from '../../welcome/scripts/product.js';

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Project Export'
  },
  dateFormat,
  customScripts: ['scripts/figures.js', 'scripts/project-exports.js']
};
