// The diagram of a model, with what waits at its elements, what another version had otherwise, or the way of projects; the table says it, too.
(async () => {
  const place = document.getElementById('diagram');
  const viewer = new BpmnJS({ container: place });
  const failed = () => place.append('The diagram could not be loaded. The table says the same.');
  let xml = document.getElementById('diagram-xml')?.value;
  if (!xml) {
    const answer = await fetch(place.dataset.diagram);
    if (!answer.ok) {
      failed();
      return;
    }
    xml = await answer.text();
  }
  try {
    await viewer.importXML(xml);
  } catch {
    failed();
    return;
  }
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
  const ways = [...document.querySelectorAll('[data-path]')];
  const show = (chosen) => {
    elements.forEach((element) => ['taken', 'differs'].forEach((marker) => canvas.removeMarker(element, marker)));
    chosen.dataset.path.split(' ').filter((id) => elements.get(id)).forEach((id) => canvas.addMarker(id, 'taken'));
    if (elements.get(chosen.dataset.at)) {
      canvas.addMarker(chosen.dataset.at, 'differs');
    }
    for (const way of ways) {
      way.querySelector('button').setAttribute('aria-pressed', way === chosen);
    }
  };
  for (const way of ways) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = 'Show its way';
    button.addEventListener('click', () => {
      show(way);
      place.scrollIntoView({ block: 'nearest' });
    });
    way.querySelector('.what').after(' ', button);
  }
  if (ways.length) {
    show(ways[0]);
  }
})();
