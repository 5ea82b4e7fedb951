// Camunda's attributes and elements of a model, of which bpmn-js knows nothing: it keeps what it reads, and writes what is set here.
const NAMESPACE = 'http://camunda.org/schema/1.0/bpmn';
const RETRIES = 'camunda:failedJobRetryTimeCycle';
const INPUTS = 'camunda:inputOutput';

export class Camunda {
  constructor(modeler) {
    this.moddle = modeler.get('moddle');
    this.modeling = modeler.get('modeling');
  }

  get(object, name) {
    return object.get(`camunda:${name}`);
  }

  /** Sets attributes; those without a value go. */
  set(element, attributes) {
    this.modeling.updateProperties(element, Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`camunda:${name}`, value || undefined])));
  }

  any(name, content) {
    return this.moddle.createAny(name, NAMESPACE, content);
  }

  /** What tries again is the job, which belongs to the loop where there is one. */
  job(object) {
    return object.loopCharacteristics || object;
  }

  retries(object) {
    return this.extension(this.job(object), RETRIES)?.$body;
  }

  extension(holder, name) {
    return holder.extensionElements?.values?.find(value => value.$type === name);
  }

  /** The extension elements of the holder with this one in its place, or without it. */
  withExtension(holder, name, extension) {
    const values = [...(holder.extensionElements?.values || [])];
    const place = values.findIndex(value => value.$type === name);
    values.splice(place < 0 ? values.length : place, place < 0 ? 0 : 1, ...(extension ? [extension] : []));
    return values.length ? this.moddle.create('bpmn:ExtensionElements', { values }) : undefined;
  }

  setRetries(element, cycle) {
    const object = element.businessObject;
    const retries = cycle && this.any(RETRIES, { $body: cycle });
    if (object.loopCharacteristics) {
      this.setLoop(element, this.get(object.loopCharacteristics, 'collection'), this.get(object.loopCharacteristics, 'elementVariable'), retries);
    } else {
      this.modeling.updateProperties(element, { extensionElements: this.withExtension(object, RETRIES, retries) });
    }
  }

  setLoop(element, collection, variable, retries) {
    const loop = this.moddle.create('bpmn:MultiInstanceLoopCharacteristics', {
      'camunda:asyncBefore': 'true', 'camunda:collection': collection, 'camunda:elementVariable': variable
    });
    loop.extensionElements = retries && this.moddle.create('bpmn:ExtensionElements', { values: [retries] });
    this.modeling.updateProperties(element, { loopCharacteristics: loop });
  }

  /** Lets a service task call a step with all that the step needs around it: its own job, its loop, its retries. */
  setStep(element, step, cycle) {
    const retries = step.outside ? this.any(RETRIES, { $body: cycle }) : undefined;
    const alone = step.collection ? undefined : retries;
    this.set(element, { delegateExpression: step.expression, asyncBefore: alone && 'true' });
    this.modeling.updateProperties(element, {
      loopCharacteristics: undefined,
      extensionElements: this.withExtension(element.businessObject, RETRIES, alone)
    });
    if (step.collection) {
      this.setLoop(element, step.collection, step.variable, retries);
    }
  }

  input(object, name) {
    return this.extension(object, INPUTS)?.$children?.find(input => input.name === name)?.$body;
  }

  setInputs(element, inputs) {
    const object = element.businessObject;
    const others = (this.extension(object, INPUTS)?.$children || []).filter(child => !(child.name in inputs));
    const own = Object.entries(inputs).filter(([, value]) => value).map(([name, $body]) => this.any('camunda:inputParameter', { name, $body }));
    const all = [...others, ...own];
    this.modeling.updateProperties(element, { extensionElements: this.withExtension(object, INPUTS, all.length ? this.any(INPUTS, { $children: all }) : undefined) });
  }
}
