// Boxes and parts of arrows, as they lie on the diagram.

/** What an element covers: itself, or each part of an arrow. */
export function boxes(element) {
  return element.waypoints ? parts(element.waypoints).map(([from, to]) => around(from, to)) : [element];
}

/** Each part of an arrow, from one point to the next. */
export const parts = points => points.slice(1).map((to, i) => [points[i], to]);

export const center = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

/** The longest part of an arrow. */
export function longest({ waypoints }) {
  const length = ([from, to]) => Math.hypot(to.x - from.x, to.y - from.y);
  return parts(waypoints).sort((one, other) => length(other) - length(one))[0];
}

export function around(one, other) {
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

/** Whether two boxes have more than their edges in common, or are nearer than the margin. */
export function meet(one, other, margin = 0) {
  return one.x < other.x + other.width + margin && other.x < one.x + one.width + margin
    && one.y < other.y + other.height + margin && other.y < one.y + one.height + margin;
}
