/* What the panel and the tab share: the application's API, elements, and times in words. */

export const ROOT = new URL('../../../../', document.querySelector('base').href);

export async function json(url) {
  const answer = await fetch(url, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return answer.json();
}

export function api(path) {
  return json(new URL(`api/${path}`, ROOT));
}

export function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
  created.append(...children);
  return created;
}

export function duration(seconds) {
  if (seconds < 60) {
    return `${Number(seconds.toFixed(1))} s`;
  }
  if (seconds < 3600) {
    return `${Math.round(seconds / 60)} min`;
  }
  return seconds < 86400 ? `${Number((seconds / 3600).toFixed(1))} h` : `${Number((seconds / 86400).toFixed(1))} days`;
}
