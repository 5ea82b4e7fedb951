/* A tab beside the process diagram that finds project exports: a running one leads to its instance, a finished one shows its path. */

import {api, element, json, link, STATUSES, table, time} from './parts.js';
import {draw, durations, erase, show} from './path.js';

const PROCESS = 'project-export:';
const SIZE = 10;
const FINISHED = ['SYNCED', 'WITHDRAWN'];

function history(project, timeZone) {
  return table(['Step', 'When', 'Who', 'Comment or error'], project.history.map(step =>
    [step.what, time(step.at, timeZone), step.who, step.comment || step.error]));
}

/** Leaves the place to whichever project was asked for last. */
async function showPath(project, engineApi, timeZone, place) {
  place.dataset.shown = project.exportId;
  const isOvertaken = () => !place.isConnected || place.dataset.shown !== project.exportId;
  const steps = (await json(`${engineApi}/history/activity-instance?processInstanceId=${project.exportId}` +
    '&sortBy=startTime&sortOrder=asc')).filter(step => step.activityType !== 'multiInstanceBody');
  if (isOvertaken()) {
    return;
  }
  draw(steps);
  const heading = element('h4', {}, `${project.projectNumber} ${project.projectName}`);
  if (steps.length > 0) {
    place.replaceChildren(heading, durations(steps, timeZone));
  } else {
    const kept = history(await api(`projects/${project.exportId}`), timeZone);
    if (!isOvertaken()) {
      place.replaceChildren(heading,
        element('p', {}, 'The engine keeps paths for half a year, and this one is older. Its steps are kept for good:'), kept);
    }
  }
}

function tryPath(project, engineApi, timeZone, path) {
  return showPath(project, engineApi, timeZone, path).catch(() => {
    path.replaceChildren('The path cannot be shown. Reload the page to try again.');
  });
}

function pathButton(project, engineApi, timeZone, path) {
  const button = element('button', {type: 'button', class: 'btn btn-default btn-xs'}, 'Show path');
  button.addEventListener('click', () => tryPath(project, engineApi, timeZone, path));
  return button;
}

function row(project, engineApi, timeZone, path) {
  const way = FINISHED.includes(project.status)
    ? pathButton(project, engineApi, timeZone, path)
    : element('a', {href: `#/process-instance/${project.exportId}/runtime`}, 'Show the running instance');
  return [project.projectNumber, project.projectName,
    element('span', {class: 'project-exports-status'}, STATUSES[project.status]), project.submitterName,
    time(project.since, timeZone), way, link(`jobs/${project.exportId}`, 'Open the project')];
}

function pages(answer, go) {
  const button = (text, page, enabled) => {
    const created = element('button', {type: 'button', class: 'btn btn-default btn-sm'}, text);
    created.disabled = !enabled;
    created.addEventListener('click', () => go(page));
    return created;
  };
  const last = Math.max(0, Math.ceil(answer.total / SIZE) - 1);
  return element('p', {}, button('Previous', answer.page - 1, answer.page > 0), ` Page ${answer.page + 1} of ${last + 1} `,
    button('Next', answer.page + 1, answer.page < last));
}

function found(answer, engineApi, go) {
  if (answer.total === 0) {
    return ['No project export matches.'];
  }
  const path = element('div', {class: 'project-exports-path'});
  return [
    table(['Number', 'Name', 'Status', 'Submitter', 'Since', 'In Cockpit', 'On the Jobs page'],
      answer.items.map(project => row(project, engineApi, answer.timeZone, path))),
    pages(answer, go),
    element('p', {}, `Times in ${answer.timeZone}`),
    path];
}

/** The project that a link led here for, as a project's page does; null for none. */
function linkedProject() {
  return /[?&]project=([0-9a-f-]{36})/.exec(location.hash)?.[1];
}

/** The project alone in the list, and its path. */
async function showLinked(id, engineApi, search, list) {
  const {projectNumber, projectName} = await api(`projects/${id}`);
  search.value = `${projectNumber} ${projectName}`;
  const answer = await api(`projects?${new URLSearchParams({search: search.value, sort: '-submittedAt', size: 100})}`);
  const items = answer.items.filter(({exportId}) => exportId === id);
  list.replaceChildren(...found({...answer, items, page: 0, total: 1}, engineApi, () => {}));
  await tryPath(items[0], engineApi, answer.timeZone, list.querySelector('.project-exports-path'));
}

function tab(node, engineApi) {
  const search = element('input', {type: 'search', class: 'form-control', 'aria-label': 'Search project exports',
    placeholder: 'Number, name, client or submitter'});
  const status = element('select', {class: 'form-control', 'aria-label': 'Status'}, element('option', {value: ''}, 'All'),
    ...Object.entries(STATUSES).map(([value, text]) => element('option', {value}, text)));
  const form = element('form', {class: 'form-inline'}, search, ' ', status, ' ',
    element('button', {class: 'btn btn-default'}, 'Search'));
  const list = element('div', {'aria-live': 'polite'});
  let latest = 0;
  const load = async page => {
    const current = ++latest;
    erase();
    list.querySelector('.project-exports-path')?.remove();
    const query = new URLSearchParams({status: status.value, search: search.value, sort: '-submittedAt', page, size: SIZE});
    const shown = await api(`projects?${query}`).then(answer => found(answer, engineApi, load))
      .catch(() => ['The project exports cannot be shown. Reload the page to try again.']);
    // an answer can be overtaken by that to a later search
    if (current === latest) {
      list.replaceChildren(...shown);
    }
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    load(0);
  });
  node.append(element('section', {class: 'project-exports'}, form, list));
  const linked = linkedProject();
  if (linked) {
    showLinked(linked, engineApi, search, list).catch(() => load(0));
  } else {
    load(0);
  }
}

export default [
  {
    id: 'cockpit.processDefinition.diagram.project-exports',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 0,
    render: show,
    unmount: () => show(null)
  },
  {
    id: 'cockpit.processDefinition.runtime.tab.project-exports',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 5,
    properties: {label: 'Project exports'},
    render: (node, {processDefinitionId, api: engine}) => {
      if (processDefinitionId.startsWith(PROCESS)) {
        tab(node, engine.engineApi);
      } else {
        node.append('Project exports are shown at the process "Project export".');
      }
    },
    unmount: erase
  }
];
