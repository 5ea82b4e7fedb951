/* What this product adds to Tasklist; read by Camunda's web application in place of its own file. */
import './field-messages.js';
import '../../welcome/scripts/product.js';
import {inZone} from '../../welcome/scripts/zone.js';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Project Export'
  },
  requireJsConfig: inZone
};
