/* What this product adds to Tasklist; read by Camunda's web application in place of its own file. */
import {completable} from './completion.js';
import './field-messages.js';
import './start.js';
import {withoutUnused} from './unused.js';
import '../../welcome/scripts/product.js';
import {inZone} from '../../welcome/scripts/zone.js';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Project Export'
  },
  requireJsConfig: {ngDeps: [...inZone.ngDeps, ...withoutUnused.ngDeps, ...completable.ngDeps]}
};
