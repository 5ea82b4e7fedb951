// The panel beside the diagram: shows what can be said about the chosen element, and writes what is chosen into the model.
import { Camunda } from './camunda.js';
import { Condition } from './condition.js';
import { boxes } from './geometry.js';

/** Between what was brought into sight and the edge of the diagram. */
const EDGE = 120;
const CLOCKS = ['timeDuration', 'timeDate', 'timeCycle'];
const byId = id => document.getElementById(id);
const option = id => byId(id).selectedOptions[0];

export class Panel {
  constructor(modeler, drawing) {
    this.modeler = modeler;
    this.drawing = drawing;
    this.modeling = modeler.get('modeling');
    this.moddle = modeler.get('moddle');
    this.elements = modeler.get('elementRegistry');
    this.undoable = modeler.get('undoable');
    this.selection = modeler.get('selection');
    this.camunda = new Camunda(modeler);
    this.condition = new Condition(modeler);
    this.fields = this.describe();
    this.listen();
  }

  /** Each field: for which elements it is there, what stands in it, and what becomes of a change. */
  describe() {
    const { camunda } = this;
    const is = (...types) => object => types.some(type => object.$instanceOf(type));
    const calls = object => is('bpmn:ServiceTask')(object);
    const reads = name => object => calls(object) && camunda.get(object, 'delegateExpression') && (option('step')?.dataset.reads || '').split(' ').includes(name);
    const event = type => object => this.definition(object)?.$instanceOf(type);
    const isTimer = event('bpmn:TimerEventDefinition');
    const input = name => ({ shown: reads(name), read: object => camunda.input(object, name), write: (element, value) => camunda.setInputs(element, { [name]: value }) });
    return {
      name: {
        shown: () => true, read: object => object.name,
        write: (element, value) => element.parent ? this.label(element, value) : this.modeling.updateProperties(element, { name: value })
      },
      step: { shown: calls, read: object => camunda.get(object, 'delegateExpression'), write: element => this.callStep(element) },
      rule: input('rule'),
      reason: input('reason'),
      retries: { shown: object => calls(object) && option('step')?.dataset.outside === 'true', read: object => camunda.retries(object), write: (element, value) => camunda.setRetries(element, value) },
      form: { shown: is('bpmn:UserTask'), read: object => camunda.get(object, 'formRef'), write: element => this.showForm(element) },
      groups: { shown: object => is('bpmn:UserTask')(object) && !this.hasFixedCandidates(object), read: object => camunda.get(object, 'candidateGroups'), write: (element, value) => camunda.set(element, { candidateGroups: value }) },
      decision: { shown: is('bpmn:BusinessRuleTask'), read: object => camunda.get(object, 'decisionRef'), write: (element, value) => this.askTable(element, value) },
      result: { shown: is('bpmn:BusinessRuleTask'), read: object => camunda.get(object, 'resultVariable'), write: (element, value) => camunda.set(element, { resultVariable: value }) },
      clock: { shown: isTimer, read: object => this.clock(object) || CLOCKS[0], write: element => this.setTimer(element) },
      time: { shown: isTimer, read: object => this.definition(object)[this.clock(object)]?.body, write: element => this.setTimer(element) },
      message: { shown: event('bpmn:MessageEventDefinition'), read: object => this.definition(object).messageRef?.name, write: (element, name) => this.refer(element, 'bpmn:Message', 'messageRef', { name }) },
      error: { shown: event('bpmn:ErrorEventDefinition'), read: object => this.definition(object).errorRef?.errorCode, write: (element, errorCode) => this.refer(element, 'bpmn:Error', 'errorRef', { name: errorCode, errorCode }) },
      interrupts: {
        shown: object => is('bpmn:BoundaryEvent')(object) && !event('bpmn:ErrorEventDefinition')(object), read: object => String(object.cancelActivity !== false),
        write: (element, value) => this.modeling.updateProperties(element, { cancelActivity: value === 'true' })
      },
      ...this.condition.fields()
    };
  }

  listen() {
    for (const [id, field] of Object.entries(this.fields)) {
      byId(id).addEventListener('change', () => this.change(() => field.write(this.element, this.valueOf(byId(id)))));
    }
    byId('element').addEventListener('change', () => this.choose(this.elements.get(byId('element').value)));
    byId('connect').addEventListener('change', () => this.change(() => this.drawing.connect(this.element, this.elements.get(byId('connect').value))));
    byId('remove').addEventListener('click', () => this.drawing.remove(this.element));
    byId('panel').addEventListener('click', ({ target: { dataset } }) => {
      if (dataset.adds) {
        this.choose(this.drawing.add(this.element, dataset.adds, dataset.event), 'name');
      } else if (dataset.attaches) {
        this.choose(this.drawing.attach(this.element, dataset.attaches), 'name');
      }
    });
    // what is being typed belongs to the element that is still chosen
    this.modeler.on('element.mousedown', 2000, () => document.activeElement.closest('#panel') && document.activeElement.blur());
    this.modeler.on('selection.changed', () => this.show());
    this.modeler.on('elements.changed', () => this.show());
  }

  change(write) {
    this.undoable.asOne(write);
    this.show();
  }

  /** The element that is chosen, or the whole model. */
  get element() {
    const chosen = this.selection.get()[0];
    return (chosen?.labelTarget || chosen) ?? this.modeler.get('canvas').getRootElement();
  }

  /** Chooses it in the diagram, brings it into sight, and puts the cursor into a field of the panel. */
  choose(element, field) {
    const canvas = this.modeler.get('canvas');
    this.selection.select(element.parent ? element : null);
    if (element.parent) {
      canvas.viewbox(shifted(canvas.viewbox(), boxes(element)[0]));
    }
    if (field) {
      byId(field).focus();
    }
  }

  show() {
    const { element } = this;
    const object = element.businessObject;
    this.list('element', this.all(), element.id);
    for (const [id, field] of Object.entries(this.fields)) {
      const isShown = Boolean(field.shown(object, element));
      byId(id).closest('.field').hidden = !isShown;
      if (isShown) {
        this.fill(byId(id), field.read(object, element) ?? '');
      }
    }
    byId('step-hint').textContent = option('step')?.dataset.hint || '';
    this.showDrawing(element, object);
  }

  showDrawing(element, object) {
    const isNode = object.$instanceOf('bpmn:FlowNode');
    const goesOn = isNode && !object.$instanceOf('bpmn:EndEvent');
    byId('adding').hidden = !goesOn && !element.waypoints;
    byId('adding-title').textContent = element.waypoints ? 'Put into the arrow' : 'Add after it';
    document.querySelector('[data-adds="bpmn:EndEvent"]').hidden = Boolean(element.waypoints);
    byId('attaching').hidden = !object.$instanceOf('bpmn:Activity');
    byId('connect').closest('.field').hidden = !goesOn;
    this.list('connect', [['', 'Choose where it leads'], ...this.all().filter(([id]) => this.canLeadTo(element, this.elements.get(id)))], '');
    byId('removing').hidden = !element.parent;
    byId('choose-hint').hidden = Boolean(element.parent);
  }

  canLeadTo(from, to) {
    const object = to.businessObject;
    return to !== from && object.$instanceOf('bpmn:FlowNode') && !['bpmn:StartEvent', 'bpmn:BoundaryEvent'].some(type => object.$instanceOf(type))
      && from.outgoing?.every(flow => flow.target !== to);
  }

  /** What can be chosen, as people read it: first the model, then what stands in it. */
  all() {
    const root = this.modeler.get('canvas').getRootElement();
    const others = this.elements.filter(element => element !== root && !element.labelTarget).map(element => [element.id, this.title(element)]);
    return [[root.id, `The model: ${root.businessObject.name || root.id}`], ...others.sort(([, one], [, other]) => one.localeCompare(other))];
  }

  title(element) {
    const { name, $type } = element.businessObject;
    if (element.waypoints) {
      return `Arrow: ${this.title(element.source)} → ${this.title(element.target)}${name ? `: ${name}` : ''}`;
    }
    return name?.trim() || `${words($type)} ${element.id}`;
  }

  list(id, choices, chosen) {
    byId(id).replaceChildren(...choices.map(([value, text]) => new Option(text, value, value === chosen, value === chosen)));
  }

  valueOf(control) {
    if (control.tagName !== 'FIELDSET') {
      return control.value.trim();
    }
    const boxes = [...control.querySelectorAll('input')];
    const others = list(control.dataset.value).filter(value => !boxes.some(box => box.value === value));
    return [...others, ...boxes.filter(box => box.checked).map(box => box.value)].join(',');
  }

  /** Shows the value; one that is not in a list is put into it, so that nothing is lost by looking. */
  fill(control, value) {
    if (control.tagName === 'FIELDSET') {
      control.dataset.value = value;
      control.querySelectorAll('input').forEach(box => { box.checked = list(value).includes(box.value); });
      return;
    }
    if (control.tagName === 'SELECT') {
      control.querySelectorAll('[data-found]').forEach(found => found.remove());
      if (![...control.options].some(({ value: known }) => known === value)) {
        const found = new Option(value || 'Choose one', value);
        found.dataset.found = 'yes';
        control.prepend(found);
      }
    }
    control.value = value;
  }

  callStep(element) {
    const { value: expression, dataset: { outside, collection, variable } } = option('step');
    const retries = this.camunda.retries(element.businessObject) || byId('retries').options[0].value;
    const label = option('step').text;
    this.camunda.setStep(element, { expression, outside: outside === 'true', collection, variable }, retries);
    this.nameAfter(element, expression && label);
  }

  /** Whoever has named it keeps the name. */
  nameAfter(element, label) {
    if (label && !element.businessObject.name) {
      this.label(element, label);
    }
  }

  label(element, text) {
    const isNew = !element.label;
    this.modeling.updateLabel(element, text);
    if (isNew && element.label && !element.waypoints) {
      this.drawing.placeLabel(element);
    }
  }

  showForm(element) {
    const { value: form, dataset: { groups, users }, text } = option('form');
    const isFixed = groups || users;
    this.camunda.set(element, {
      formRef: form,
      formRefBinding: form && 'deployment',
      candidateGroups: isFixed ? groups : this.camunda.get(element.businessObject, 'candidateGroups'),
      candidateUsers: users
    });
    this.nameAfter(element, isFixed && text);
  }

  hasFixedCandidates() {
    const { groups, users } = option('form')?.dataset || {};
    return Boolean(groups || users);
  }

  askTable(element, decision) {
    const inputs = list(byId('decision').dataset.inputs);
    this.camunda.set(element, { decisionRef: decision, decisionRefBinding: 'deployment', mapDecisionResult: 'singleEntry' });
    this.camunda.setInputs(element, Object.fromEntries(inputs.map(name => [name, `\${${name}}`])));
  }

  definition(object) {
    return object.eventDefinitions?.[0];
  }

  clock(object) {
    return CLOCKS.find(clock => this.definition(object)[clock]);
  }

  setTimer(element) {
    const body = byId('time').value.trim();
    const definition = this.moddle.create('bpmn:TimerEventDefinition', body ? { [byId('clock').value]: this.moddle.create('bpmn:FormalExpression', { body }) } : {});
    this.replaceDefinition(element, definition);
  }

  replaceDefinition(element, definition) {
    definition.id = this.definition(element.businessObject).id;
    this.modeling.updateProperties(element, { eventDefinitions: [definition] });
  }

  /** To the message or error of the model with these properties, which is made where there is none. */
  refer(element, type, reference, properties) {
    const definition = this.moddle.create(this.definition(element.businessObject).$type);
    if (Object.values(properties).every(Boolean)) {
      definition[reference] = this.rootElement(type, properties);
    }
    this.replaceDefinition(element, definition);
    this.nameAfter(element, properties.name);
  }

  rootElement(type, properties) {
    const definitions = this.modeler.getDefinitions();
    const key = properties.errorCode ? 'errorCode' : 'name';
    const found = definitions.rootElements.find(root => root.$type === type && root[key] === properties[key]);
    if (found) {
      return found;
    }
    const made = this.modeler.get('bpmnFactory').create(type, properties);
    made.$parent = definitions;
    definitions.rootElements.push(made);
    return made;
  }
}

const list = text => (text || '').split(',').map(part => part.trim()).filter(Boolean);
const words = type => type.replace('bpmn:', '').replace(/([a-z])([A-Z])/g, (_, one, other) => `${one} ${other.toLowerCase()}`);

/** What is seen, moved as little as brings the box into sight. */
function shifted(seen, box) {
  const along = (start, length, from, size) => Math.min(Math.max(start, from + size + EDGE - length), from - EDGE);
  const isSeen = box.x >= seen.x && box.x + box.width <= seen.x + seen.width && box.y >= seen.y && box.y + box.height <= seen.y + seen.height;
  return isSeen ? seen : { ...seen, x: along(seen.x, seen.width, box.x, box.width), y: along(seen.y, seen.height, box.y, box.height) };
}
