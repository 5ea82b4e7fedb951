/* A panel on the dashboard that shows process owners how project exports are doing. */

import {age, api, day, duration, element, link, table} from './parts.js';

const SVG = 'http://www.w3.org/2000/svg';
const SERIES = [
  {key: 'accepted', label: 'Accepted', color: '#1b7f79'},
  {key: 'rejected', label: 'Rejected', color: '#e9a820'},
  {key: 'failed', label: 'Failed', color: '#a3122a'}
];
const BAR = 18;
const GAP = 6;
const LEFT = 36;
const TOP = 10;
const HEIGHT = 90;

function svg(name, attributes, ...children) {
  const created = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
  created.append(...children);
  return created;
}

function counts(figures) {
  return element('dl', {class: 'project-exports-counts'}, ...figures.counts.map(count => element('div', {},
    element('dt', {}, count.label), element('dd', {}, link(`jobs?status=${count.status}`, String(count.projects))))));
}

function sum(days, key) {
  return days.reduce((total, one) => total + one[key], 0);
}

function tooltip(one) {
  return `${day(one.date)}: ${SERIES.map(series => `${one[series.key]} ${series.label.toLowerCase()}`).join(', ')}`;
}

function left(index) {
  return LEFT + index * (BAR + GAP);
}

function bars(one, index, highest) {
  let top = TOP + HEIGHT;
  const parts = SERIES.map(series => {
    const height = one[series.key] / highest * HEIGHT;
    top -= height;
    return svg('rect', {x: left(index), y: top, width: BAR, height, fill: series.color});
  });
  return svg('g', {}, svg('title', {}, tooltip(one)),
    svg('rect', {x: left(index), y: TOP, width: BAR, height: HEIGHT, fill: 'transparent'}), ...parts);
}

function text(content, x, y, anchor) {
  return svg('text', {x, y, 'text-anchor': anchor}, content);
}

function level(value, y, width) {
  return [svg('line', {x1: LEFT, x2: width, y1: y, y2: y}), text(value, LEFT - 8, y + 4, 'end')];
}

/** The first and the last day, and a few between. */
function dates(days) {
  const last = days.length - 1;
  return [0, 1, 2, 3, 4].map(quarter => Math.round(quarter * last / 4)).map((index, quarter) => text(
    day(days[index].date).replace(/ \d{4}$/, ''), left(index) + [0, 0.5, 0.5, 0.5, 1][quarter] * BAR,
    TOP + HEIGHT + 20, ['start', 'middle', 'middle', 'middle', 'end'][quarter]));
}

function chart(days) {
  const width = left(days.length);
  const highest = Math.max(1, ...days.map(one => SERIES.reduce((total, series) => total + one[series.key], 0)));
  const total = SERIES.map(series => `${sum(days, series.key)} ${series.label.toLowerCase()}`).join(', ');
  return svg('svg', {viewBox: `0 0 ${width} ${TOP + HEIGHT + 26}`, role: 'img',
    'aria-label': `Last ${days.length} days: ${total}; the table below tells each day`},
  ...level(highest, TOP, width), ...level(0, TOP + HEIGHT, width),
  ...days.map((one, index) => bars(one, index, highest)), ...dates(days));
}

function legend(days) {
  return element('p', {class: 'project-exports-legend'}, ...SERIES.map(series =>
    element('span', {}, element('i', {style: `background: ${series.color}`}),
      `${series.label}: ${sum(days, series.key)}`)));
}

function dayByDay(days) {
  return element('details', {}, element('summary', {}, 'Day by day'),
    table(['Day', ...SERIES.map(series => series.label)],
      days.map(one => [day(one.date), ...SERIES.map(series => String(one[series.key]))]).reverse()));
}

function times(figures) {
  if (figures.medianSeconds === null) {
    return element('p', {}, 'Nothing was synced on these days.');
  }
  return element('p', {}, 'From submission to Synced: half within ',
    element('strong', {}, duration(figures.medianSeconds)), ', 95 % within ',
    element('strong', {}, duration(figures.percentile95Seconds)), '.');
}

function waiting(figures) {
  if (figures.waitingLongest.length === 0) {
    return element('p', {}, 'No project waits for an approver.');
  }
  return element('ol', {}, ...figures.waitingLongest.map(project => element('li', {},
    link(`jobs/${project.exportId}`, `${project.projectNumber} ${project.projectName}`), ` for ${age(project.since)}`)));
}

function panel(figures) {
  return [
    element('h3', {}, 'Project exports'),
    counts(figures),
    element('h4', {}, `Accepted, rejected and failed per day, last ${figures.days.length} days`),
    chart(figures.days),
    legend(figures.days),
    dayByDay(figures.days),
    times(figures),
    element('h4', {}, 'Waiting longest'),
    waiting(figures),
    element('p', {}, `Times in ${figures.timeZone}`)
  ];
}

export default {
  id: 'cockpit.dashboard.project-exports',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: async node => {
    const section = element('section', {class: 'project-exports'}, 'Loading the figures of project exports…');
    node.append(section);
    try {
      section.replaceChildren(...panel(await api('figures')));
    } catch (failed) {
      section.replaceChildren('The figures of project exports cannot be shown. Reload the page to try again.');
    }
  }
};
