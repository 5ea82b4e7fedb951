/* A tab beside the process diagram: finished project exports, each with its path drawn on the diagram and how long each step took. */

import {ROOT, api, duration, element, json} from './parts.js';

const PROCESS = 'project-export:';
const SIZE = 10;
const STATUSES = [['SYNCED', 'Synced'], ['WITHDRAWN', 'Withdrawn']];

/** The diagram that the page shows; null while there is none. */
let diagram = null;
let drawn = [];

function erase() {
  if (diagram) {
    drawn.forEach(([id, marker]) => diagram.get('canvas').removeMarker(id, marker));
    diagram.get('overlays').remove({type: 'project-exports'});
  }
  drawn = [];
}

function mark(id, marker) {
  diagram.get('canvas').addMarker(id, marker);
  drawn.push([id, marker]);
}

/** The flow by which a step was reached: from the step before it that ended last. */
function flowTo(step, steps) {
  const shape = diagram.get('elementRegistry').get(step.activityId);
  const before = steps.filter(other => other !== step && other.endTime && other.endTime <= step.startTime);
  const candidates = (shape.incoming || []).map(flow => ({
    flow: flow.id,
    at: before.filter(other => other.activityId === flow.source.id).map(other => other.endTime).sort().pop()
  })).filter(candidate => candidate.at);
  candidates.sort((one, other) => one.at < other.at ? 1 : -1);
  return candidates[0]?.flow;
}

function label(steps) {
  const seconds = steps.reduce((sum, step) => sum + (step.durationInMillis || 0), 0) / 1000;
  const times = steps.length > 1 ? `${steps.length} × · ` : '';
  const html = element('span', {class: 'project-exports-time'}, times + duration(seconds));
  return {position: {top: -12, left: 0}, html};
}

function draw(steps) {
  erase();
  if (!diagram) {
    return;
  }
  const known = steps.filter(step => diagram.get('elementRegistry').get(step.activityId));
  known.forEach(step => {
    mark(step.activityId, 'project-exports-passed');
    const flow = flowTo(step, known);
    if (flow) {
      mark(flow, 'project-exports-passed');
    }
  });
  const tasks = known.filter(isTask);
  new Set(tasks.map(step => step.activityId)).forEach(id =>
    diagram.get('overlays').add(id, 'project-exports', label(tasks.filter(step => step.activityId === id))));
}

function isTask(step) {
  return step.activityType.endsWith('Task');
}

function time(iso) {
  return iso ? iso.slice(0, 16).replace('T', ' ') : '';
}

/** The engine says its times in another zone than the application, whose offset the other time has. */
function timeLike(iso, other) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(other) || [null, '+', 0, 0];
  const offset = Number(`${sign}1`) * (hours * 60 + Number(minutes));
  return time(new Date(Date.parse(iso) + offset * 60000).toISOString());
}

function table(head, rows) {
  return element('table', {class: 'table table-striped'},
    element('thead', {}, element('tr', {}, ...head.map(title => element('th', {scope: 'col'}, title)))),
    element('tbody', {}, ...rows.map(cells =>
      element('tr', {}, ...cells.map(cell => element('td', {}, cell ?? ''))))));
}

function durations(steps, submittedAt) {
  return table(['Step', 'Began', 'Took'], steps.filter(isTask).map(step => [step.activityName || step.activityId,
    timeLike(step.startTime, submittedAt), duration((step.durationInMillis || 0) / 1000)]));
}

function history(project) {
  return table(['Step', 'When', 'Who', 'Comment or error'], project.history.map(step =>
    [step.what, time(step.at), step.who, step.comment || step.error]));
}

async function showPath(project, engineApi, place) {
  const steps = (await json(`${engineApi}/history/activity-instance?processInstanceId=${project.exportId}` +
    '&sortBy=startTime&sortOrder=asc')).filter(step => step.activityType !== 'multiInstanceBody');
  draw(steps);
  const heading = element('h4', {}, `${project.projectNumber} ${project.projectName}`);
  const link = element('p', {}, element('a', {href: new URL(`jobs/${project.exportId}`, ROOT).href}, 'Open the project'));
  if (steps.length > 0) {
    place.replaceChildren(heading, link, durations(steps, project.submittedAt));
  } else {
    place.replaceChildren(heading, link,
      element('p', {}, 'The engine keeps paths for half a year, and this one is older. Its steps are kept for good:'),
      history(await api(`projects/${project.exportId}`)));
  }
}

function row(project, engineApi, path) {
  const show = element('button', {type: 'button', class: 'btn btn-default btn-xs'}, 'Show path');
  show.addEventListener('click', () => showPath(project, engineApi, path).catch(() => {
    path.replaceChildren('The path cannot be shown. Reload the page to try again.');
  }));
  return [project.projectNumber, project.projectName, project.client, project.submitter, time(project.submittedAt),
    project.decidedBy, show];
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

function tab(node, engineApi) {
  const search = element('input', {type: 'search', class: 'form-control', 'aria-label': 'Search finished exports',
    placeholder: 'Number, name, client or submitter'});
  const status = element('select', {class: 'form-control', 'aria-label': 'Status'},
    ...STATUSES.map(([value, text]) => element('option', {value}, text)));
  const form = element('form', {class: 'form-inline'}, search, ' ', status, ' ',
    element('button', {class: 'btn btn-default'}, 'Search'));
  const list = element('div', {'aria-live': 'polite'});
  const path = element('div', {});
  const load = async page => {
    const query = new URLSearchParams({status: status.value, search: search.value, sort: '-submittedAt', page, size: SIZE});
    try {
      const answer = await api(`projects?${query}`);
      list.replaceChildren(...(answer.total === 0 ? ['No finished export matches.'] : [
        table(['Number', 'Name', 'Client', 'Submitter', 'Submitted', 'Decided by', ''],
          answer.items.map(project => row(project, engineApi, path))),
        pages(answer, load)]));
    } catch (failed) {
      list.replaceChildren('The finished exports cannot be shown. Reload the page to try again.');
    }
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    load(0);
  });
  node.append(element('section', {class: 'project-exports'}, form, list, path));
  load(0);
}

export default [
  {
    id: 'cockpit.processDefinition.diagram.project-exports',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 0,
    render: viewer => {
      diagram = viewer;
    },
    unmount: () => {
      diagram = null;
      drawn = [];
    }
  },
  {
    id: 'cockpit.processDefinition.runtime.tab.finished-exports',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 5,
    properties: {label: 'Finished exports'},
    render: (node, {processDefinitionId, api: engine}) => {
      if (processDefinitionId.startsWith(PROCESS)) {
        tab(node, engine.engineApi);
      } else {
        node.append('Finished exports are shown at the process "Project export".');
      }
    },
    unmount: erase
  }
];
