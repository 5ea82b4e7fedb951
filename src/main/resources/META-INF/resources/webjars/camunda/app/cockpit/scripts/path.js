/* The path of one finished export: drawn on the diagram, and as a table whose durations sum up to the whole. */

import {duration, element, table, time} from './parts.js';

const SECOND = 1000;

/** The diagram that the page shows; null while there is none. */
let diagram = null;
let drawn = [];
/** What was to be drawn, also before there was a diagram. */
let asked = [];

export function show(viewer) {
  diagram = viewer;
  drawn = [];
  if (viewer) {
    draw(asked);
  }
}

export function erase() {
  asked = [];
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

/** Down on the right, where the model has neither labels nor events; Cockpit's own counts are on the left. */
function badge(steps) {
  const seconds = steps.reduce((sum, step) => sum + took(step), 0) / SECOND;
  const times = steps.length > 1 ? `${steps.length} × · ` : '';
  const html = element('span', {class: 'project-exports-time'}, times + duration(seconds));
  return {position: isTask(steps[0]) ? {bottom: 14, right: 20} : {bottom: 6, right: 0}, html};
}

export function draw(steps) {
  erase();
  asked = steps;
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
  const timed = known.filter(step => isTask(step) || isWait(step));
  new Set(timed.map(step => step.activityId)).forEach(id =>
    diagram.get('overlays').add(id, 'project-exports', badge(timed.filter(step => step.activityId === id))));
}

function isTask(step) {
  return step.activityType.endsWith('Task');
}

function isWait(step) {
  return step.activityType.startsWith('intermediate');
}

/** Not gateways and ends, which take no time and say nothing that the steps around them do not. */
function isTold(step) {
  return isTask(step) || isWait(step) || step.activityType.startsWith('boundary');
}

function took(step) {
  return step.durationInMillis || 0;
}

function cells(step, meanwhile, timeZone) {
  return [step.activityName || step.activityId, time(step.startTime, timeZone, true),
    duration(took(step) / SECOND) + (meanwhile ? ', meanwhile' : '')];
}

function gapCells(step, from, millis, timeZone) {
  return [element('em', {}, `Until “${step.activityName || step.activityId}” was begun, or tried again`),
    time(from, timeZone, true), duration(millis / SECOND)];
}

function ended(step) {
  return Date.parse(step.startTime) + took(step);
}

/** What the steps took with what passed between them; steps beside others are told, but counted once. */
export function durations(steps, timeZone) {
  const start = Date.parse(steps[0].startTime);
  const end = Math.max(...steps.map(ended));
  const rows = [];
  let reached = start;
  let between = 0;
  steps.filter(isTold).forEach(step => {
    const begun = Date.parse(step.startTime);
    const gap = Math.max(0, begun - reached);
    if (gap >= SECOND) {
      rows.push(gapCells(step, reached, gap, timeZone));
    } else {
      between += gap;
    }
    rows.push(cells(step, begun < reached && took(step) > 0, timeZone));
    reached = Math.max(reached, ended(step));
  });
  between += end - reached;
  rows.push([element('em', {}, 'Between the steps'), '', duration(between / SECOND)]);
  rows.push([element('strong', {}, 'Total'), '', element('strong', {}, duration((end - start) / SECOND))]);
  return table(['Step', 'Began', 'Took'], rows);
}
