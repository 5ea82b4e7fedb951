/* What this product adds to Cockpit; read by Camunda's web application in place of its own file. */
import {projectFirst} from './columns.js';
import './names.js';
import {withoutUnused} from './unused.js';
import '../../welcome/scripts/product.js';
import {inZone} from '../../welcome/scripts/zone.js';

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Project Export'
  },
  requireJsConfig: {ngDeps: [...inZone.ngDeps, ...withoutUnused.ngDeps, ...projectFirst.ngDeps]},
  customScripts: ['scripts/figures.js', 'scripts/project-exports.js']
};
