/* What this product adds to Tasklist; read by Camunda's web application in place of its own file. */
import './field-messages.js';
import {dateFormat} from '../../welcome/scripts/product.js';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Project Export'
  },
  dateFormat
};
