/* What this product adds to the welcome page; read by Camunda's web application in place of its own file. */
import './product.js';
import {inZone} from './zone.js';

export default {
  app: {
    name: 'Welcome',
    vendor: 'Project Export'
  },
  requireJsConfig: inZone
};
