// The diagram of a model, with what waits at its elements or what another version had otherwise; the table below says it, too.
(async () => {
  const place = document.getElementById('diagram');
  const viewer = new BpmnJS({ container: place });
  const answer = await fetch(place.dataset.diagram);
  if (!answer.ok) {
    place.append('The diagram could not be loaded. The table below says the same.');
    return;
  }
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  const fit = () => canvas.zoom('fit-viewport', 'auto');
  fit();
  window.addEventListener('resize', fit);
  for (const row of document.querySelectorAll('[data-element]')) {
    const element = elements.get(row.dataset.element);
    // the process itself is drawn by everything in it
    if (!element || element === canvas.getRootElement()) {
      continue;
    }
    if (row.dataset.change) {
      canvas.addMarker(element, row.dataset.change);
    } else {
      const count = document.createElement('span');
      count.className = 'count';
      count.textContent = row.dataset.count;
      overlays.add(element, { position: { top: -12, right: 12 }, html: count });
      canvas.addMarker(element, 'waits');
    }
  }
})();
