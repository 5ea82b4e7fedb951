// The way out of a gateway: always, by default, or under a condition, which is a field compared with a value wherever it can be read as that.
const SIMPLE = /^\$\{\s*(\w+)\s*(==|!=|>=|<=|>|<)\s*(?:'([^'\\]*)'|(-?\d+(?:\.\d+)?|true|false))\s*}$/;
const byId = id => document.getElementById(id);

export class Condition {
  constructor(modeler) {
    this.modeling = modeler.get('modeling');
    this.moddle = modeler.get('moddle');
    this.elements = modeler.get('elementRegistry');
  }

  fields() {
    const branches = object => object.$instanceOf('bpmn:SequenceFlow') && ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].some(type => object.sourceRef.$instanceOf(type));
    const asks = object => branches(object) && byId('way').value === 'condition';
    const compares = object => asks(object) && byId('asked').value;
    const hasWords = () => this.words().length;
    const write = element => this.write(element);
    return {
      way: { shown: branches, read: object => this.way(object), write: element => this.choose(element) },
      asked: { shown: asks, read: object => this.parts(object).field, write: element => this.ask(element) },
      operator: { shown: compares, read: object => this.parts(object).operator, write },
      word: { shown: object => compares(object) && hasWords(), read: object => this.offerWords(this.parts(object).value), write },
      value: { shown: object => compares(object) && !hasWords(), read: object => this.parts(object).value, write },
      expression: { shown: object => asks(object) && !byId('asked').value, read: object => object.conditionExpression?.body, write }
    };
  }

  way(object) {
    if (object.sourceRef.default === object) {
      return 'default';
    }
    return object.conditionExpression ? 'condition' : 'always';
  }

  parts(object) {
    const [, field = '', operator = '==', text, other] = SIMPLE.exec(object.conditionExpression?.body || '') || [];
    const isKnown = [...byId('asked').options].some(({ value }) => value === field);
    return isKnown ? { field, operator, value: text ?? other } : { field: '', operator, value: '' };
  }

  words() {
    return (byId('asked').selectedOptions[0]?.dataset.words || '').split(' ').filter(Boolean);
  }

  offerWords(chosen) {
    byId('word').replaceChildren(...this.words().map(word => new Option(word, word)));
    return chosen;
  }

  choose(element) {
    const { value: way } = byId('way');
    const gateway = this.elements.get(element.source.id);
    const flow = element.businessObject;
    if (way === 'condition') {
      byId('asked').selectedIndex = 0;
      this.ask(element);
    } else {
      this.modeling.updateProperties(element, { conditionExpression: undefined });
    }
    const isDefault = gateway.businessObject.default === flow;
    if (isDefault !== (way === 'default')) {
      this.modeling.updateProperties(gateway, { default: way === 'default' ? flow : undefined });
    }
  }

  /** Another field begins with a value of its own. */
  ask(element) {
    const { dataset, value: field } = byId('asked').selectedOptions[0];
    byId('expression').value = field ? '' : element.businessObject.conditionExpression?.body || '';
    byId('operator').value = '==';
    byId('value').value = dataset.kind === 'NUMBER' ? '0' : '';
    this.offerWords();
    this.write(element);
  }

  write(element) {
    const { value: field, dataset } = byId('asked').selectedOptions[0];
    const value = this.words().length ? byId('word').value : byId('value').value.trim();
    const isText = dataset.kind === 'TEXT';
    const body = field ? `\${${field} ${byId('operator').value} ${isText ? `'${value.replace(/['\\]/g, '')}'` : value}}` : byId('expression').value.trim();
    this.modeling.updateProperties(element, { conditionExpression: this.moddle.create('bpmn:FormalExpression', { body }) });
    if (element.source.businessObject.default === element.businessObject) {
      this.modeling.updateProperties(element.source, { default: undefined });
    }
  }
}
