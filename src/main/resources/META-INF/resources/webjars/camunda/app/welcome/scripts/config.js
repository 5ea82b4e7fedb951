/* What this product adds to the welcome page; read by Camunda's web application in place of its own file. */
import './product.js';
import {inZone} from './zone.js';

const PAGES = new URL('../../../../', import.meta.url);

export default {
  app: {
    name: 'Welcome',
    vendor: 'Project Export'
  },
  links: [
    {label: 'Jobs', href: new URL('jobs', PAGES).href, description: 'All projects, and what to do with them'},
    {label: 'Your profile', href: new URL('profile', PAGES).href, description: 'What is known of you, and what you can choose for yourself'}
  ],
  requireJsConfig: inZone
};
