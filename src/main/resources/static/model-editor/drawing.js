// What can be drawn: only kinds of elements that the guard accepts, from the palette, the pad beside an element and the panel alike.
import { around, boxes, center, longest, meet } from './geometry.js';
import { Undoable } from './undoable.js';
import { goAround } from './ways.js';

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

export const offered = { paletteProvider: ['type', Palette], contextPadProvider: ['type', Pad], undoable: ['type', Undoable] };

/** What a new element keeps away from others, and how far its place is looked for. */
const MARGIN = 40;
const GAP = 50;
const STEP = 20;
const FARTHEST = 800;
const LABEL = 45;
const BESIDE = 4;

/** Adds elements at places that they find themselves. */
export class Drawing {
  constructor(modeler) {
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('elementFactory');
    this.elements = modeler.get('elementRegistry');
    this.spaceTool = modeler.get('spaceTool');
    this.undoable = modeler.get('undoable');
    goAround(modeler.get('layouter'), this.elements);
  }

  /** After the element, or into the arrow. */
  add(element, type, eventDefinitionType) {
    const shape = this.factory.createShape({ type, eventDefinitionType });
    this.undoable.asOne(() => element.waypoints
      ? this.modeling.createShape(shape, this.makeRoom(longest(element), shape), element)
      : this.append(element, shape));
    return shape;
  }

  append(element, shape) {
    this.modeling.appendShape(element, shape, this.placeAfter(element, shape), element.parent);
    this.clearLabel(element);
  }

  /** In the middle of this part of an arrow, which becomes as long as the new element needs: what is to the right of it, or below, moves on. */
  makeRoom([from, to], { width, height }) {
    const box = around(from, to);
    const [axis, length, needed] = box.width > box.height ? ['x', box.width, width] : ['y', box.height, height];
    const missing = Math.max(Math.round(needed + 2 * GAP - length), 0);
    if (missing > 0) {
      const shapes = this.elements.filter(({ parent, waypoints }) => parent && !waypoints);
      const { movingShapes, resizingShapes } = this.spaceTool.calculateAdjustments(shapes, axis, missing, box[axis] + 1);
      this.spaceTool.makeSpace(movingShapes, resizingShapes, { x: 0, y: 0, [axis]: missing }, axis === 'x' ? 'e' : 's', box[axis] + 1);
    }
    const { x, y } = center(box);
    return axis === 'x' ? { x: Math.round(x + missing / 2), y } : { x, y: Math.round(y + missing / 2) };
  }

  /** To the right, or as near to that as nothing else is drawn. */
  placeAfter(element, { width, height }) {
    const best = { x: element.x + element.width + GAP + width / 2, y: element.y + element.height / 2 };
    const taken = this.elements.filter(other => other.parent).flatMap(boxes);
    const offsets = Array.from({ length: FARTHEST / STEP }, (_, i) => i * STEP);
    const places = offsets.flatMap(dx => [...offsets, ...offsets.map(dy => -dy)].map(dy => ({ x: best.x + dx, y: best.y + dy, distance: Math.hypot(dx, dy) })));
    const isFree = ({ x, y }) => taken.every(box => !meet(box, { x: x - width / 2, y: y - height / 2, width, height }, MARGIN));
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
    this.modeling.connect(from, to);
    this.clearLabel(from);
  }

  /** Out of the way of its own arrows. */
  clearLabel(element) {
    if (element.label && element.outgoing.flatMap(boxes).some(arrow => meet(arrow, element.label))) {
      this.placeLabel(element);
    }
  }

  /** Under the middle of its element, or beside that where something else is. */
  placeLabel({ id, label, host, x, width }) {
    const others = this.elements.filter(other => other.parent && ![label, host].includes(other) && other.id !== id).flatMap(boxes);
    const isFree = left => !others.some(box => meet(box, { x: left, y: label.y, width: label.width, height: label.height }, BESIDE));
    const middle = x + width / 2;
    const left = [label.x, middle + 2 * BESIDE, middle - 2 * BESIDE - label.width].find(isFree) ?? label.x;
    this.modeling.moveShape(label, { x: left - label.x, y: 0 });
  }

  remove(element) {
    this.modeling.removeElements([element]);
  }
}
