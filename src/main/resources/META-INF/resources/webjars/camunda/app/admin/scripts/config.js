/* What this product adds to Admin; read by Camunda's web application in place of its own file. */
import '../../welcome/scripts/product.js';
import {inZone} from '../../welcome/scripts/zone.js';

export default {
  app: {
    name: 'Admin',
    vendor: 'Project Export'
  },
  requireJsConfig: inZone
};
