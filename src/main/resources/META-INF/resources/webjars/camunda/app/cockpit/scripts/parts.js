/* What the panel and the tab share: the application's API, elements, and times in words. */

export const ROOT = new URL('../../../../', document.querySelector('base').href);

export const STATUSES = {
  READY_TO_EXPORT: 'Ready to Export',
  EXPORTING: 'Exporting',
  SYNCED: 'Synced',
  FAILED_TO_EXPORT: 'Failed to Export',
  REJECTED: 'Rejected',
  RETRIEVED: 'Retrieved',
  WITHDRAWN: 'Withdrawn'
};

export async function json(url) {
  const answer = await fetch(url, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return answer.json();
}

export function api(path) {
  return json(new URL(`api/${path}`, ROOT));
}

export function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
  created.append(...children);
  return created;
}

export function link(path, text) {
  return element('a', {href: new URL(path, ROOT).href}, text);
}

export function table(head, rows) {
  return element('table', {class: 'table table-striped'},
    element('thead', {}, element('tr', {}, ...head.map(title => element('th', {scope: 'col'}, title)))),
    element('tbody', {}, ...rows.map(cells =>
      element('tr', {}, ...cells.map(cell => element('td', {}, cell ?? ''))))));
}

/** Writes times like the Jobs page, as "26 Nov 2026, 07:44". */
export function time(iso, timeZone, withSeconds = false) {
  const format = new Intl.DateTimeFormat('en-US', {timeZone, day: 'numeric', month: 'short', year: 'numeric',
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});
  const part = Object.fromEntries(format.formatToParts(new Date(iso)).map(({type, value}) => [type, value]));
  const clock = `${part.hour}:${part.minute}${withSeconds ? `:${part.second}` : ''}`;
  return `${part.day} ${part.month} ${part.year}, ${clock}`;
}

/** Writes a calendar day, given as "2026-11-26", as "26 Nov 2026". */
export function day(date) {
  return time(date, 'UTC').split(',')[0];
}

function two(seconds, big, bigUnit, small, smallUnit) {
  const rounded = Math.round(seconds / small);
  const rest = rounded % (big / small);
  const whole = (rounded - rest) / (big / small);
  const name = bigUnit === 'day' && whole > 1 ? 'days' : bigUnit;
  return rest === 0 ? `${whole} ${name}` : `${whole} ${name} ${rest} ${smallUnit}`;
}

/** As exact as it takes to add up: "0.03 s", "12.3 s", "1 min 12 s", "3 h 5 min", "2 days 4 h". */
export function duration(seconds) {
  if (seconds < 59.95) {
    return `${Number(seconds.toFixed(seconds < 1 ? 2 : 1))} s`;
  }
  if (seconds < 3599.5) {
    return two(seconds, 60, 'min', 1, 's');
  }
  return seconds < 86370 ? two(seconds, 3600, 'h', 60, 'min') : two(seconds, 86400, 'day', 3600, 'h');
}

/** How long ago that was, in one unit: "14 min", "3 h", "2 days". */
export function age(iso) {
  const minutes = Math.floor((Date.now() - new Date(iso)) / 60000);
  if (minutes < 1) {
    return 'less than 1 min';
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const days = Math.floor(minutes / 1440);
  return days < 1 ? `${Math.floor(minutes / 60)} h` : `${days} day${days === 1 ? '' : 's'}`;
}
