// The ways of new arrows: at right angles, around what is drawn.
import { around, boxes, center, meet, parts } from './geometry.js';

/** How far a way keeps from elements, and how much longer it may become for each bend, arrow and label that it avoids. */
const CLEAR = 14;
const BEND = 60;
const CROSSING = 40;
const LABEL = 150;
const ALONG = 400;
const FAR = 20;
const STEPS = [[1, 0], [-1, 0], [0, 1], [0, -1]];

/** Lines at all of these, and in the middle where these are far from each other. */
function lines(numbers) {
  const all = [...new Set(numbers.map(Math.round))].sort((one, other) => one - other);
  return all.flatMap((line, i) => all[i + 1] - line >= FAR ? [line, Math.round((line + all[i + 1]) / 2)] : [line]);
}

/** Lets new arrows go around elements where the usual way of the drawing program leads across one. */
export function goAround(layouter, elements) {
  const usual = layouter.layoutConnection.bind(layouter);
  layouter.layoutConnection = (connection, hints) => {
    const way = usual(connection, hints);
    return connection.waypoints ? way : new Ways(connection.source, connection.target, elements.filter(({ parent }) => parent)).betterThan(way);
  };
}

/** A grid of lines beside all elements, on which the cheapest way is looked for. */
class Ways {
  constructor(source, target, elements) {
    Object.assign(this, { source, target });
    this.shapes = elements.filter(element => !element.waypoints && !element.labelTarget && ![source, target].includes(element));
    this.arrows = elements.filter(({ waypoints }) => waypoints).flatMap(boxes);
    this.labels = elements.filter(({ labelTarget }) => labelTarget);
    const [from, to] = [source, target].map(center);
    this.goals = target.width < 100 ? [to] : [to, ...[-1, 1].flatMap(side => [{ x: to.x + side * target.width / 4, y: to.y }, { x: to.x, y: to.y + side * target.height / 4 }])];
    const all = [...this.shapes, source, target];
    this.xs = lines([from.x, ...this.goals.map(({ x }) => x), ...all.flatMap(({ x, width }) => [x - CLEAR, x + width + CLEAR])]);
    this.ys = lines([from.y, ...this.goals.map(({ y }) => y), ...all.flatMap(({ y, height }) => [y - CLEAR, y + height + CLEAR])]);
    this.start = from;
  }

  place({ x, y }) {
    return [this.xs.indexOf(Math.round(x)), this.ys.indexOf(Math.round(y))];
  }

  point([column, row]) {
    return { x: this.xs[column], y: this.ys[row] };
  }

  betterThan(usual) {
    const isBad = parts(usual).some(([from, to], i) => (i > 0 || !this.source.host) && this.isBlocked(from, to) || this.labels.some(label => meet(around(from, to), label)));
    return isBad && this.cheapest() || usual;
  }

  /** Its bends from end to end, found as A* does; nothing where every way is blocked. */
  cheapest() {
    const goals = new Set(this.goals.map(goal => String(this.place(goal))));
    const best = new Map();
    const open = this.exits();
    while (open.length) {
      const next = open.splice(open.reduce((least, { atLeast }, i) => atLeast < open[least].atLeast ? i : least, 0), 1)[0];
      if (goals.has(String(next.at))) {
        return this.bends(next);
      }
      for (const step of STEPS) {
        const at = [next.at[0] + step[0], next.at[1] + step[1]];
        const key = `${at} ${step[0] !== 0}`;
        const cost = next.cost + this.price(next, at, step);
        if (cost < (best.get(key) ?? Infinity)) {
          best.set(key, cost);
          open.push({ at, cost, step, before: next, atLeast: cost + this.distance(at) });
        }
      }
    }
    return undefined;
  }

  /** To the nearest goal, if nothing were in the way. */
  distance(place) {
    const { x, y } = this.point(place);
    return Math.min(...this.goals.map(goal => Math.abs(goal.x - x) + Math.abs(goal.y - y)));
  }

  /** Straight out of the source, on each side that is free. */
  exits() {
    const { width, height, host } = this.source;
    return STEPS.map(step => {
      const out = { x: this.start.x + step[0] * (width / 2 + CLEAR), y: this.start.y + step[1] * (height / 2 + CLEAR) };
      const isFree = host ? !meet(around(out, out), host, CLEAR - 1) : !this.isBlocked(this.start, out);
      const cost = isFree ? this.length(this.start, out) : Infinity;
      return { at: this.place(out), step, cost, atLeast: cost };
    }).filter(({ cost }) => cost < Infinity);
  }

  /** Infinite where an element is in the way, or where the way would go back, or bend or leave again in the target. */
  price({ at, step: last }, next, step) {
    const [from, to] = [this.point(at), this.point(next)];
    const isBend = (last[0] !== 0) !== (step[0] !== 0);
    const isBack = last[0] === -step[0] && last[1] === -step[1];
    const isInside = this.reaches(from) && (isBend || !this.reaches(to));
    if (to.x === undefined || to.y === undefined || isBack || isInside || this.isBlocked(from, to)) {
      return Infinity;
    }
    return this.length(from, to) + (isBend ? BEND : 0);
  }

  reaches(point) {
    return meet(around(point, point), this.target, CLEAR / 2);
  }

  /** By an element that is nearer than that. */
  isBlocked(from, to) {
    return this.shapes.some(shape => meet(around(from, to), shape, shape.host === this.target ? CLEAR / 2 : CLEAR - 1));
  }

  /** With what it costs to cross labels and arrows, or to lie upon these. */
  length(from, to) {
    const part = around(from, to);
    const labels = this.labels.filter(label => meet(part, label, 1)).length;
    return part.width + part.height + labels * LABEL + this.others(part);
  }

  others(part) {
    return this.arrows.filter(arrow => meet(part, arrow, 1))
      .reduce((sum, arrow) => sum + ((part.width > 0) === (arrow.width > 0) ? ALONG : CROSSING), 0);
  }

  bends(last) {
    const path = [];
    for (let step = last; step; step = step.before) {
      path.unshift(step);
    }
    const turns = path.filter(({ step }, i) => i === path.length - 1 || String(step) !== String(path[i + 1].step));
    return [this.start, ...turns.map(({ at }) => this.point(at))];
  }
}
