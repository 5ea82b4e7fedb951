/* Shows people number and name of a project where Cockpit shows its business key, which is for programs; copying still copies the key. */

const KEY = /^\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/;
const SHOWN = '.business-key, .business-key span, td.process-instance a, .breadcrumbs-panel span, .breadcrumbs-panel a';
const VARIABLES = `${document.querySelector('base').getAttribute('engine-api')}engine/default/variable-instance`;

/** By key: number and name, or nothing where there is neither. */
const names = new Map();

async function values(name, keys) {
  const query = new URLSearchParams({variableName: name, processInstanceIdIn: keys.join(), deserializeValues: false});
  const answer = await fetch(`${VARIABLES}?${query}`, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  const found = answer.ok ? await answer.json() : [];
  return new Map(found.map(variable => [variable.processInstanceId, variable.value]));
}

async function learn(keys) {
  keys.forEach(key => names.set(key, null));
  const [numbers, titles] = await Promise.all([values('projectNumber', keys), values('projectName', keys)]);
  keys.filter(key => numbers.has(key)).forEach(key => names.set(key, `${numbers.get(key)} ${titles.get(key) ?? ''}`.trim()));
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
    text.data = ` ${names.get(key)} `;
  });
  const unknown = new Set(shown.map(({key}) => key).filter(key => !names.has(key)));
  if (unknown.size > 0) {
    learn([...unknown]).catch(() => {});
  }
}

new MutationObserver(show).observe(document.body, {childList: true, characterData: true, subtree: true});
