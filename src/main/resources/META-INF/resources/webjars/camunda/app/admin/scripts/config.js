/* What this product adds to Admin; read by Camunda's web application in place of its own file. */
import {dateFormat} from '../../welcome/scripts/product.js';

export default {
  app: {
    name: 'Admin',
    vendor: 'Project Export'
  },
  dateFormat
};
