// Several changes of a model that are undone at once, because they were made at once.
const COMMAND = 'editor.asOne';

export class Undoable {
  constructor(commandStack) {
    this.stack = commandStack;
    commandStack.register(COMMAND, { preExecute: ({ change }) => change() });
  }

  asOne(change) {
    this.stack.execute(COMMAND, { change });
  }
}
Undoable.$inject = ['commandStack'];
