// The editor of a model: opens a version, has it checked, and deploys it; the panel and the drawing change it.
import { Drawing, offered } from './drawing.js';
import { Findings } from './findings.js';
import { Panel } from './panel.js';

const form = document.getElementById('editor');
const byId = id => document.getElementById(id);
const modeler = new BpmnJS({ container: byId('canvas'), additionalModules: [offered] });
const stack = modeler.get('commandStack');
const fileName = form.dataset.file.split('/').pop();
let deployed;

/** Says it, instead of whatever was said before. */
function say(id, ...content) {
  for (const place of ['problem', 'done']) {
    byId(place).hidden = place !== id;
    byId(place).replaceChildren(...(place === id ? content : []));
  }
}

async function xml() {
  modeler.getDefinitions().rootElements.filter(root => root.$type === 'bpmn:Process')
    .forEach(process => process.set('camunda:versionTag', byId('tag').value.trim()));
  return (await modeler.saveXML({ format: true })).xml;
}

/** The model, and all that was deployed with the version that was opened. */
async function files() {
  return [new File([await xml()], fileName, { type: 'application/xml' }), new File([deployed], 'deployed.zip', { type: 'application/zip' })];
}

async function filled() {
  const data = new FormData(form);
  (await files()).forEach(file => data.append('files', file));
  return data;
}

/** What the application answers; null where it said no, which is shown. */
async function send(address) {
  try {
    const response = await fetch(address, { method: 'POST', body: await filled(), headers: { Accept: 'application/json' } });
    if (response.redirected || [401, 403].includes(response.status)) {
      say('problem', 'You are not logged in any more, or no administrator. Download what you drew, log in, and send the file from the page of all models.');
      return null;
    }
    const answer = await response.json();
    if (response.ok) {
      return answer;
    }
    say('problem', answer.detail);
  } catch {
    say('problem', 'The application cannot be reached. Try again: what you drew is still here.');
  }
  return null;
}

async function check() {
  const answer = await send(form.dataset.check);
  if (answer) {
    say();
    findings.show(answer);
  }
  return answer;
}

async function deploy() {
  const answer = await send(form.action);
  if (answer) {
    form.elements.over.value = answer.id;
    byId('tag').value = answer.nextTag;
    stack.clear();
    showAsLatest(answer);
    const link = document.createElement('a');
    link.href = `${form.dataset.models}/${answer.id}`;
    link.textContent = 'Look at it';
    say('done', `Deployed as version ${answer.number}, tag ${answer.tag}. New projects begin on it; what is on its way stays where it is. `, link);
    byId('done').scrollIntoView({ block: 'center' });
  }
}

/** Goes on with the version that was deployed, also where somebody loads the page anew. */
function showAsLatest({ id, number }) {
  history.replaceState(null, '', `${form.dataset.models}/${id}/edit`);
  const heading = document.querySelector('h1');
  heading.textContent = heading.textContent.replace(/\d+$/, number);
  document.querySelector('main > .notice')?.remove();
}

async function checkNow() {
  if (await check()) {
    byId('findings-title').focus();
  }
}

/** Asks once more, but only about what can be deployed. */
async function confirmDeployment() {
  const answer = await check();
  if (answer?.deployable) {
    byId('confirm-warnings').hidden = answer.findings.length === 0;
    byId('confirm').showModal();
  } else if (answer) {
    byId('findings-title').focus();
  }
}

/** On a page of its own, so that this one stays. */
async function rehearse() {
  const page = document.createElement('form');
  Object.assign(page, { action: form.dataset.rehearse, method: 'post', enctype: 'multipart/form-data', target: '_blank', hidden: true });
  const chosen = Object.assign(document.createElement('input'), { type: 'file', name: 'files', multiple: true });
  const transfer = new DataTransfer();
  (await files()).forEach(file => transfer.items.add(file));
  chosen.files = transfer.files;
  page.append(form.elements._csrf.cloneNode(), chosen);
  document.body.append(page);
  page.submit();
  page.remove();
}

async function download() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([await xml()], { type: 'application/xml' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** All of it in sight, to the right of the palette. */
function fit() {
  const canvas = modeler.get('canvas');
  const { inner, outer } = canvas.viewbox();
  const palette = 120;
  const scale = Math.min((outer.width - palette) / (inner.width + 40), outer.height / (inner.height + 40), 1);
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({ x: inner.x - 20 - palette / scale, y: inner.y - (height - inner.height) / 2, width, height });
}

function showHistory() {
  byId('undo').disabled = !stack.canUndo();
  byId('redo').disabled = !stack.canRedo();
}

/** What a key on the diagram does. */
function keyed({ key, ctrlKey, metaKey, shiftKey }) {
  const chosen = modeler.get('selection').get();
  if (['Delete', 'Backspace'].includes(key) && chosen.length) {
    return () => modeler.get('modeling').removeElements(chosen);
  }
  if (ctrlKey || metaKey) {
    return { z: () => shiftKey ? stack.redo() : stack.undo(), y: () => stack.redo() }[key.toLowerCase()];
  }
  return undefined;
}

/** Is pressed once, however often; says so meanwhile. */
function onClick(id, work) {
  byId(id).addEventListener('click', async () => {
    if (byId(id).getAttribute('aria-busy')) {
      return;
    }
    byId(id).setAttribute('aria-busy', 'true');
    await work();
    byId(id).removeAttribute('aria-busy');
  });
}

form.hidden = false;
const [diagram, zip] = await Promise.all([fetch(form.dataset.diagram), fetch(form.dataset.files)]);
if (!diagram.ok || !zip.ok) {
  say('problem', 'The version could not be loaded. Load this page again.');
  throw new Error('not loaded');
}
deployed = await zip.blob();
await modeler.importXML(await diagram.text());
const panel = new Panel(modeler, new Drawing(modeler));
const findings = new Findings(modeler, panel);
fit();
panel.show();
showHistory();

modeler.on('commandStack.changed', () => {
  showHistory();
  findings.outdated(check);
});
onClick('undo', () => stack.undo());
onClick('redo', () => stack.redo());
onClick('download', download);
onClick('check', checkNow);
onClick('rehearse', rehearse);
onClick('deploy', confirmDeployment);
onClick('deploy-now', () => {
  byId('confirm').close();
  return deploy();
});
form.addEventListener('submit', event => event.preventDefault());
byId('canvas').addEventListener('keydown', event => {
  const work = event.target.closest('[contenteditable]') ? undefined : keyed(event);
  if (work) {
    event.preventDefault();
    work();
  }
});
window.addEventListener('beforeunload', event => {
  if (stack.canUndo()) {
    event.preventDefault();
    event.returnValue = '';
  }
});
