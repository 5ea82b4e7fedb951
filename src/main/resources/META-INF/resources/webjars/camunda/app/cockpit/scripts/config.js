/* What this product adds to Cockpit; read by Camunda's web application in place of its own file. */
import './names.js';
import '../../welcome/scripts/product.js';
import {inZone} from '../../welcome/scripts/zone.js';

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Project Export'
  },
  requireJsConfig: inZone,
  customScripts: ['scripts/figures.js', 'scripts/project-exports.js']
};
