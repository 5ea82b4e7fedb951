/* A way from Tasklist to the Jobs page, for everything that is no open task. */

const ROOT = new URL('../../../../', document.querySelector('base').href);

export default {
  id: 'jobs-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render: node => {
    const link = document.createElement('a');
    link.href = new URL('jobs', ROOT).href;
    link.textContent = 'Jobs';
    node.append(link);
  }
};
