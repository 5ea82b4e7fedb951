/* What Tasklist calls itself; read by Camunda's web application in place of its own file. */
export default {
  app: {
    name: 'Tasklist',
    vendor: 'Project Export'
  }
};
