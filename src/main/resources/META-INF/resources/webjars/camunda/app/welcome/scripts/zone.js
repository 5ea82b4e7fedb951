/*
 * Has each web application show moments in the installation's time zone and in the spelling of this product's own pages, whatever machine
 * somebody sits at. These are AngularJS's own places for a change, which Camunda's files take. What Cockpit's dialogs ask for stays in the
 * machine's zone, in which they propose it.
 */
import named from '../../../../time-zone.js';

const MINUTE = 60000;
const MOMENT = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/;
const ON_THE_WALL = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

/** This machine's own where the browser does not know the installation's. */
function known(zone) {
  try {
    Intl.DateTimeFormat('en-US', {timeZone: zone});
    return zone;
  } catch (unknown) {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}

const timeZone = known(named);
const clock = new Intl.DateTimeFormat('en-US', {timeZone, year: 'numeric', month: 'numeric', day: 'numeric',
  hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23'});

/** What the installation's clock shows at a moment, as if it hung in UTC. */
function wall(moment) {
  const part = Object.fromEntries(clock.formatToParts(moment).map(({type, value}) => [type, Number(value)]));
  return new Date(Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second));
}

/** How far the installation's clock is ahead of UTC at a moment, in milliseconds. */
function ahead(moment) {
  return wall(moment) - Math.floor(moment / 1000) * 1000;
}

function isMoment(value) {
  return typeof value === 'number' || MOMENT.test(value);
}

/** What the clock shows for whatever Camunda has: a moment, a text without a zone, or a date of a calendar, which bears this machine's. */
function shown(value) {
  if (value instanceof Date) {
    return new Date(value - value.getTimezoneOffset() * MINUTE);
  }
  if (isMoment(value)) {
    return wall(new Date(value));
  }
  return ON_THE_WALL.test(value) ? new Date(value.length === 10 ? value : `${value}Z`) : null;
}

const SPELLINGS = {
  day: {day: '2-digit'},
  monthName: {month: 'long'},
  short: {day: 'numeric', month: 'short', year: 'numeric'},
  normal: {day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'}
};

/** "26 Nov 2026, 07:44"; whatever is no date as it is. */
export function spell(value, kind) {
  const date = value ? shown(value) : null;
  if (date === null) {
    return value || '';
  }
  const spelling = SPELLINGS[kind] || SPELLINGS.normal;
  const format = new Intl.DateTimeFormat('en-US', {...spelling, timeZone: 'UTC', hourCycle: 'h23'});
  const part = Object.fromEntries(format.formatToParts(date).map(({type, value: text}) => [type, text]));
  const day = [part.day, part.month, part.year].filter(Boolean).join(' ');
  return part.hour ? `${day}, ${part.hour}:${part.minute}` : day;
}

/** As "+1300", which AngularJS's own filter takes. */
function offset(moment) {
  const minutes = ahead(moment) / MINUTE;
  const size = Math.abs(minutes);
  const two = number => String(Math.trunc(number)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}${two(size % 60)}`;
}

function decorate($provide) {
  $provide.decorator('camDateFilter', () => spell);
  $provide.decorator('dateFilter', ['$delegate', date => (value, format, zone) =>
    date(value, format, zone || (isMoment(value) ? offset(new Date(value)) : zone))]);
  $provide.decorator('camWidgetFooterDirective', ['$delegate', ([footer]) => {
    footer.compile = () => scope => {
      scope.timezoneName = timeZone;
    };
    return [footer];
  }]);
}

/** What Camunda loads once its own parts are there. */
export const inZone = {ngDeps: [['$provide', decorate]]};
