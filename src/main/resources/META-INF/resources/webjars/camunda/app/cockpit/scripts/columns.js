/* Puts the business key, which is shown as number and name, before the id in Cockpit's list of instances: people look for a project. */
const LIST = 'process-instances-table';
const KEY = 'business-key';
const ID = 'instance-id';
const KEY_CELLS = new RegExp(`<td class="${KEY}"[^]*?</td>\\s*`, 'g');
const ID_CELL = `<td class="${ID}"`;

function keyFirst(columns) {
  const key = columns.filter(column => column.class === KEY);
  return columns.flatMap(column => column.class === ID ? [...key, column] : key.includes(column) ? [] : [column]);
}

function reorder(list) {
  const cells = list.template.match(KEY_CELLS);
  const controller = list.controller.at(-1);
  // a list of another kind stays as it is
  if (cells && list.template.includes(ID_CELL) && list.controller[0] === '$scope') {
    list.template = list.template.replace(KEY_CELLS, '').replace(ID_CELL, `${cells.join('')}${ID_CELL}`);
    list.controller = [...list.controller.slice(0, -1), function (scope, ...others) {
      controller.call(this, scope, ...others);
      scope.headColumns = keyFirst(scope.headColumns);
    }];
  }
}

function decorate($provide) {
  $provide.decorator('Views', ['$delegate', views => {
    const all = views.getProviders.bind(views);
    const seen = new Set();
    views.getProviders = params => {
      const found = all(params);
      found.filter(view => view.id === LIST && !seen.has(view)).forEach(list => {
        seen.add(list);
        reorder(list);
      });
      return found;
    };
    return views;
  }]);
}

export const projectFirst = {ngDeps: [['$provide', decorate]]};
