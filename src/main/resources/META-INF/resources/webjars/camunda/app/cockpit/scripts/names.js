/*
 * Shows people number and name of a project where Cockpit shows its business key, which is for programs; copying still copies the key. A
 * failed export says so, because its instance waits for people like any other one and looks healthy.
 */
import {api, STATUSES} from './parts.js';

const KEY = /^\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/;
const SHOWN = '.business-key, .business-key span, td.process-instance a, .breadcrumbs-panel span, .breadcrumbs-panel a';
const VARIABLES = `${document.querySelector('base').getAttribute('engine-api')}engine/default/variable-instance`;

const FAILED = 'FAILED_TO_EXPORT';
const MOST = 100;

/** By key: number and name, briefly and in full, or nothing where there is neither. */
const names = new Map();

async function values(name, keys) {
  const query = new URLSearchParams({variableName: name, processInstanceIdIn: keys.join(), deserializeValues: false});
  const answer = await fetch(`${VARIABLES}?${query}`, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  const found = answer.ok ? await answer.json() : [];
  return new Map(found.map(variable => [variable.processInstanceId, variable.value]));
}

/** One query, however many are shown: the only one with its status, of several those that failed. */
async function projects(keys) {
  const found = keys.length === 1
    ? [await api(`projects/${keys[0]}`)]
    : (await api(`projects?${new URLSearchParams({status: FAILED, size: MOST})}`)).items;
  return new Map(found.map(project => [project.exportId, project]));
}

function words(name, project) {
  const short = project ? `${name} · ${STATUSES[project.status]}` : name;
  const errors = project?.status === FAILED ? project.errors.map(error => error.message).join(' ') : '';
  return {short, full: errors ? `${short}: ${errors}` : short};
}

async function learn(keys) {
  keys.forEach(key => names.set(key, null));
  const [numbers, titles, known] = await Promise.all([values('projectNumber', keys), values('projectName', keys),
    projects(keys).catch(() => new Map())]);
  keys.filter(key => numbers.has(key)).forEach(key =>
    names.set(key, words(`${numbers.get(key)} ${titles.get(key) ?? ''}`.trim(), known.get(key))));
  show();
}

/** Texts rather than elements, because Camunda goes on writing into the same ones. */
function shownKeys() {
  return [...document.querySelectorAll(SHOWN)].flatMap(place => [...place.childNodes])
    .filter(node => node.nodeType === Node.TEXT_NODE)
    .map(text => ({text, key: KEY.exec(text.data)?.[1]}))
    .filter(({key}) => key);
}

function show() {
  const shown = shownKeys();
  shown.filter(({key}) => names.get(key)).forEach(({text, key}) => {
    const {short, full} = names.get(key);
    text.data = ` ${text.parentElement.closest('dd') ? full : short} `;
  });
  const unknown = new Set(shown.map(({key}) => key).filter(key => !names.has(key)));
  if (unknown.size > 0) {
    learn([...unknown]).catch(() => {});
  }
}

new MutationObserver(show).observe(document.body, {childList: true, characterData: true, subtree: true});
// another page asks anew, because statuses change
addEventListener('hashchange', () => names.clear());
