// What can be drawn: only kinds of elements that the guard accepts, from the palette, the pad beside an element and the panel alike.
const KINDS = [
  ['bpmn:UserTask', 'User task', 'bpmn-icon-user-task'],
  ['bpmn:ServiceTask', 'Service task', 'bpmn-icon-service-task'],
  ['bpmn:BusinessRuleTask', 'Decision table', 'bpmn-icon-business-rule-task'],
  ['bpmn:ExclusiveGateway', 'Gateway: one way', 'bpmn-icon-gateway-xor'],
  ['bpmn:ParallelGateway', 'Gateway: all ways', 'bpmn-icon-gateway-parallel'],
  ['bpmn:IntermediateCatchEvent', 'Timer', 'bpmn-icon-intermediate-event-catch-timer', 'bpmn:TimerEventDefinition'],
  ['bpmn:EndEvent', 'End', 'bpmn-icon-end-event-none']
];

const entry = (group, className, title, start, click = start) => ({ group, className, title, action: { dragstart: start, click } });

class Palette {
  constructor(palette, create, elementFactory, spaceTool, globalConnect) {
    Object.assign(this, { create, elementFactory, spaceTool, globalConnect });
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const entries = {
      space: entry('tools', 'bpmn-icon-space-tool', 'Make room', event => this.spaceTool.activateSelection(event)),
      connect: entry('tools', 'bpmn-icon-connection-multi', 'Draw an arrow', event => this.globalConnect.toggle(event)),
      line: { group: 'tools', separator: true }
    };
    for (const [type, title, icon, eventDefinitionType] of KINDS) {
      entries[type] = entry('kinds', icon, title, event => this.create.start(event, this.elementFactory.createShape({ type, eventDefinitionType })));
    }
    return entries;
  }
}
Palette.$inject = ['palette', 'create', 'elementFactory', 'spaceTool', 'globalConnect'];

class Pad {
  constructor(contextPad, connect, modeling) {
    Object.assign(this, { connect, modeling });
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element) {
    const entries = {};
    if (element.businessObject.$instanceOf('bpmn:FlowNode') && !element.businessObject.$instanceOf('bpmn:EndEvent')) {
      entries.connect = entry('connect', 'bpmn-icon-connection', 'Draw an arrow', event => this.connect.start(event, element));
    }
    entries.delete = { group: 'edit', className: 'bpmn-icon-trash', title: 'Delete', action: { click: () => this.modeling.removeElements([element]) } };
    return entries;
  }
}
Pad.$inject = ['contextPad', 'connect', 'modeling'];

export const offered = { paletteProvider: ['type', Palette], contextPadProvider: ['type', Pad] };

/** What a new element keeps away from others, and how far its place is looked for. */
const MARGIN = 40;
const GAP = 50;
const STEP = 20;
const FARTHEST = 800;
const LABEL = 45;

/** Adds elements at places that they find themselves. */
export class Drawing {
  constructor(modeler) {
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('elementFactory');
    this.elements = modeler.get('elementRegistry');
  }

  /** After the element, or into the arrow. */
  add(element, type, eventDefinitionType) {
    const shape = this.factory.createShape({ type, eventDefinitionType });
    return element.waypoints
      ? this.modeling.createShape(shape, middle(element), element)
      : this.modeling.appendShape(element, shape, this.placeAfter(element, shape), element.parent);
  }

  /** To the right, or as near to that as nothing else is drawn. */
  placeAfter(element, { width, height }) {
    const best = { x: element.x + element.width + GAP + width / 2, y: element.y + element.height / 2 };
    const taken = this.elements.filter(other => other.parent).flatMap(boxes);
    const offsets = Array.from({ length: FARTHEST / STEP }, (_, i) => i * STEP);
    const places = offsets.flatMap(dx => [...offsets, ...offsets.map(dy => -dy)].map(dy => ({ x: best.x + dx, y: best.y + dy, distance: Math.hypot(dx, dy) })));
    const isFree = place => taken.every(box => box.x - MARGIN >= place.x + width / 2 || box.x + box.width + MARGIN <= place.x - width / 2
      || box.y - MARGIN >= place.y + height / 2 || box.y + box.height + MARGIN <= place.y - height / 2);
    return places.sort((one, other) => one.distance - other.distance).find(isFree) || best;
  }

  /** At the first free place of the task's edge; a timer lets the task go on beside it, until somebody says otherwise. */
  attach(task, eventDefinitionType) {
    const event = this.factory.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType });
    if (eventDefinitionType === 'bpmn:TimerEventDefinition') {
      event.businessObject.cancelActivity = false;
    }
    return this.modeling.createShape(event, this.freeEdge(task, event), task, { attach: true });
  }

  /** From the corners of the lower edge inwards, then of the upper one, where no other event is, and no label where its own will be. */
  freeEdge(task, { width }) {
    const offsets = Array.from({ length: Math.floor(task.width / STEP) + 1 }, (_, i) => i * STEP);
    const places = [task.y + task.height, task.y].flatMap(y => offsets.map(offset => ({ x: task.x + task.width - offset, y })));
    const labels = this.elements.filter(({ labelTarget }) => labelTarget);
    const isFree = ({ x, y }) => task.attachers.every(event => Math.hypot(event.x + event.width / 2 - x, event.y + event.height / 2 - y) > width)
      && labels.every(label => label.x > x + LABEL || label.x + label.width < x - LABEL || label.y > y + LABEL || label.y + label.height < y);
    return places.find(isFree) || places[0];
  }

  connect(from, to) {
    return this.modeling.connect(from, to);
  }

  remove(element) {
    this.modeling.removeElements([element]);
  }
}

/** Of the longest part of an arrow. */
function middle({ waypoints }) {
  const length = i => Math.hypot(waypoints[i + 1].x - waypoints[i].x, waypoints[i + 1].y - waypoints[i].y);
  const longest = waypoints.slice(1).map((_, i) => i).sort((one, other) => length(other) - length(one))[0];
  const [from, to] = [waypoints[longest], waypoints[longest + 1]];
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
}

/** What an element covers: itself, or each part of an arrow. */
export function boxes(element) {
  const { waypoints } = element;
  return waypoints ? waypoints.slice(1).map((to, i) => around(waypoints[i], to)) : [element];
}

function around(one, other) {
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}
