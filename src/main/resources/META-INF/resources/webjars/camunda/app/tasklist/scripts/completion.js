/*
 * Lets a form be completed whenever its fields allow it. form-js keeps the error of a field that a change of another one has hidden, for
 * which Tasklist would refuse without a word; completing looks at the fields that are there, and says beside each what it wants.
 */
const WANTED = 'Fill in what is marked in the form.';

/** Errors of fields come without a message. */
function inWords(failure) {
  return failure && !failure.message ? {message: WANTED} : failure;
}

/** @param form what Camunda's directive of the form tells about it */
function told(form, notifications) {
  return {
    ...form,
    notifyFormInitializationFailed: problem => form.notifyFormInitializationFailed(problem),
    notifyFormValidated: () => form.notifyFormValidated(false),
    notifyFormDirty: isDirty => {
      notifications.clear({message: WANTED});
      form.notifyFormDirty(isDirty);
    },
    registerCompletionHandler: complete =>
      form.registerCompletionHandler(done => complete((failure, answer) => done(inWords(failure), answer)))
  };
}

function decorate($provide) {
  $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', 'Notifications', ([directive], notifications) => {
    const {link} = directive;
    directive.compile = () => (scope, node, attributes, form) => link(scope, node, attributes, told(form, notifications));
    return [directive];
  }]);
}

export const completable = {ngDeps: [['$provide', decorate]]};
