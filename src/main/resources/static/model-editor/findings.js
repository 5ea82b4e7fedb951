// What the guard says about the model, marked on the diagram and listed under it; it follows what is changed.
const PAUSE = 800;

export class Findings {
  constructor(modeler, panel) {
    this.modeler = modeler;
    this.panel = panel;
    this.place = document.getElementById('findings');
    this.verdict = document.getElementById('verdict');
    this.marked = [];
  }

  show({ deployable, findings }) {
    this.place.hidden = false;
    this.place.querySelector('h2').textContent = deployable ? 'This can be deployed.' : 'This cannot work yet.';
    this.place.querySelector('ol').replaceChildren(...findings.map(finding => this.item(finding)));
    this.mark(findings);
    this.sum(findings);
  }

  /** In sight of what is drawn, with a way to the list. */
  sum(findings) {
    const [problems, warnings] = ['REFUSES', 'WARNS'].map(severity => findings.filter(finding => finding.severity === severity).length);
    const counts = [counted(problems, 'problem'), counted(warnings, 'warning')].filter(Boolean);
    this.verdict.textContent = counts.join(', ') || 'No problems';
    this.verdict.className = problems ? 'refuses' : warnings ? 'warns' : 'fine';
    this.verdict.hidden = false;
  }

  item({ element, label, problem, remedy, rule, severity, file }) {
    const item = document.createElement('li');
    item.className = severity.toLowerCase();
    const drawn = this.drawn(element);
    const place = document.createElement(drawn ? 'button' : 'b');
    place.textContent = label ? `“${label}”` : drawn ? this.panel.title(drawn) : element || file;
    if (drawn) {
      place.type = 'button';
      place.className = 'link';
      place.addEventListener('click', () => this.panel.choose(drawn, 'name'));
    }
    const hint = document.createElement('span');
    hint.className = 'hint';
    const by = rule === 0 ? 'as the engine reads it' : `rule ${rule}`;
    hint.textContent = [severity === 'WARNS' && 'a warning', by, file].filter(Boolean).join(', ');
    item.append(place, ` ${problem}. ${remedy}. `, hint);
    return item;
  }

  drawn(id) {
    const element = id && this.modeler.get('elementRegistry').get(id);
    return element?.parent ? element : undefined;
  }

  mark(findings) {
    const canvas = this.modeler.get('canvas');
    this.marked.filter(([id]) => this.drawn(id)).forEach(([id, marker]) => canvas.removeMarker(id, marker));
    this.marked = findings.filter(({ element }) => this.drawn(element)).map(({ element, severity }) => [element, severity.toLowerCase()]);
    this.marked.forEach(([id, marker]) => canvas.addMarker(id, marker));
  }

  /** Once somebody has asked, what is said is said anew after each change. */
  outdated(check) {
    if (!this.place.hidden) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(check, PAUSE);
    }
  }
}

const counted = (count, what) => count && `${count} ${what}${count > 1 ? 's' : ''}`;
