/* Closes on a phone what stands open beside a wide list, as soon as it is there, so that nothing moves once it can be seen. */
const narrow = matchMedia('(max-width: 60rem)');
/* What a person opened or closed, by its id; the page replaces its parts by new ones. */
const opened = new Map();
const fit = part => {
  part.open = opened.get(part.id) ?? !narrow.matches;
};
const parts = within => within.querySelectorAll('details[data-wide]');
new MutationObserver(changes => changes.flatMap(change => [...change.addedNodes]).forEach(node => {
  if (node.matches?.('details[data-wide]')) {
    fit(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    parts(node).forEach(fit);
  }
})).observe(document.documentElement, {childList: true, subtree: true});
narrow.addEventListener('change', () => {
  opened.clear();
  parts(document).forEach(fit);
});
document.addEventListener('click', event => {
  const part = event.target.closest('details[data-wide] > summary')?.parentElement;
  if (part) {
    opened.set(part.id, !part.open);
  }
});
