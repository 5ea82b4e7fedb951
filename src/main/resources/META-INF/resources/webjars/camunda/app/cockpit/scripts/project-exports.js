/* A panel on the dashboard that shows process owners how project exports are doing. */

import {ROOT, api, duration, element} from './parts.js';

const SVG = 'http://www.w3.org/2000/svg';
const SERIES = [
  {key: 'accepted', label: 'Accepted', color: '#2a7a4f'},
  {key: 'rejected', label: 'Rejected', color: '#8a5a00'},
  {key: 'failed', label: 'Failed', color: '#b5152b'}
];
const BAR = 18;
const GAP = 6;
const HEIGHT = 90;

function svg(name, attributes, ...children) {
  const created = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
  created.append(...children);
  return created;
}

function counts(figures) {
  return element('dl', {class: 'project-exports-counts'}, ...figures.counts.map(count =>
    element('div', {}, element('dt', {}, count.label), element('dd', {}, String(count.projects)))));
}

function tooltip(day) {
  return `${day.date}: ${SERIES.map(series => `${day[series.key]} ${series.label.toLowerCase()}`).join(', ')}`;
}

function bars(day, index, highest) {
  let top = HEIGHT;
  const parts = SERIES.map(series => {
    const height = day[series.key] / highest * HEIGHT;
    top -= height;
    return svg('rect', {x: index * (BAR + GAP), y: top, width: BAR, height, fill: series.color});
  });
  return svg('g', {}, svg('title', {}, tooltip(day)),
    svg('rect', {x: index * (BAR + GAP), y: 0, width: BAR, height: HEIGHT, fill: 'transparent'}), ...parts);
}

function chart(days) {
  const width = days.length * (BAR + GAP);
  const highest = Math.max(1, ...days.map(day => SERIES.reduce((sum, series) => sum + day[series.key], 0)));
  const total = SERIES.map(series =>
    `${days.reduce((sum, day) => sum + day[series.key], 0)} ${series.label.toLowerCase()}`).join(', ');
  const label = (day, x, anchor) =>
    svg('text', {x, y: HEIGHT + 18, 'text-anchor': anchor, 'font-size': 12, fill: '#333'}, day.date);
  return svg('svg', {viewBox: `0 0 ${width} ${HEIGHT + 24}`, role: 'img', 'aria-label': `Last ${days.length} days: ${total}`},
    ...days.map((day, index) => bars(day, index, highest)),
    svg('line', {x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT, stroke: '#999'}),
    label(days[0], 0, 'start'), label(days[days.length - 1], width, 'end'));
}

function legend(days) {
  return element('p', {class: 'project-exports-legend'}, ...SERIES.map(series =>
    element('span', {}, element('i', {style: `background: ${series.color}`}),
      `${series.label}: ${days.reduce((sum, day) => sum + day[series.key], 0)}`)));
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
  return element('ol', {}, ...figures.waitingLongest.map(project => {
    const days = Math.floor((Date.now() - new Date(project.since)) / 86400000);
    const link = element('a', {href: new URL(`jobs/${project.exportId}`, ROOT).href},
      `${project.projectNumber} ${project.projectName}`);
    return element('li', {}, link, days < 1 ? ' since today' : ` for ${days} day${days === 1 ? '' : 's'}`);
  }));
}

function panel(figures) {
  return [
    element('h3', {}, 'Project exports'),
    counts(figures),
    element('h4', {}, `Last ${figures.days.length} days`),
    chart(figures.days),
    legend(figures.days),
    times(figures),
    element('h4', {}, 'Waiting longest'),
    waiting(figures)
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
