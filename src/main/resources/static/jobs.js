/* The list of projects: marks rows with decisions, many at once, says what is marked and asks before much is sent; keeps marks from being lost or
   sent by accident; its keys; a quick look at a project. */
document.addEventListener('click', event => {
  if (event.target.closest('[data-unmarks]')) {
    marks().forEach(mark => {
      mark.checked = false;
    });
    showMarked();
  }
  if (event.target.closest('[data-part]')) {
    choose(false);
    whole().focus();
  }
  const looks = event.target.closest('[data-looks]');
  if (looks) {
    look(looks.closest('tr'));
  }
});
document.addEventListener('change', event => {
  const {target} = event;
  if (target.closest('.marks')) {
    exclude(target);
    document.querySelectorAll('[data-told]').forEach(place => place.replaceChildren());
    showMarked();
  }
  if (target === whole()) {
    choose(target.checked);
    part().focus();
  }
  if (target.dataset.marks) {
    markAll(target.dataset.marks, target.checked);
  }
});
document.addEventListener('keydown', event => {
  // Enter would send every mark, whatever it was meant for
  if (event.key === 'Enter' && event.target.closest('.marks, .filter-wide input')) {
    event.preventDefault();
  }
});

const marks = word => [...document.querySelectorAll(`.marks input${word ? `[value=${word}]` : ''}`)];
const marked = word => marks(word).filter(mark => mark.checked);
/* Everything in the filter, on whichever page; offered while all of this page are marked. */
const whole = () => document.querySelector('.filter-wide input');
const isWhole = () => Boolean(whole()?.checked);
const part = () => document.querySelector('[data-part]');
const choose = all => {
  whole().checked = all;
  showMarked();
};
const anyMarked = () => marked().length > 0;
/* A project has one decision. */
const exclude = mark => {
  if (mark.checked) {
    mark.closest('.marks').querySelectorAll('input').forEach(other => {
      other.checked = other === mark;
    });
  }
};
/* Whoever marked a project with Reject meant it. */
const markAll = (word, checked) => {
  marks(word).filter(mark => !mark.closest('.marks').querySelector('[value=reject]:checked')).forEach(mark => {
    mark.checked = checked;
  });
  showMarked();
};
const sum = () => {
  const amounts = marked('accept').map(mark => Number(mark.dataset.amount || 0));
  const currency = document.querySelector('[data-currency]')?.dataset.currency;
  const total = amounts.reduce((one, other) => one + other, 0).toLocaleString('en', {minimumFractionDigits: 2, maximumFractionDigits: 2});
  return currency ? `${currency} ${total}` : total;
};
const inAll = () => Number(whole().dataset.total.replaceAll(',', '')) - document.querySelectorAll('tr.settled').length;
/* What a mark means once all of the filter are chosen: everything that has no mark of its own. */
const numberOf = word => isWhole() && word === whole().value ? inAll() - (marked().length - marked(word).length) : marked(word).length;
const decisions = () => ['accept', 'retry', 'reject']
  .map(word => [word, numberOf(word)])
  .filter(([, number]) => number)
  .map(([word, number]) => word === 'accept' && !isWhole() ? `accept ${number} (${sum()})` : `${word} ${number.toLocaleString('en')}`);
const join = parts => parts.join(', ').replace(/, ([^,(]*)$/, ' and $1');
const capital = text => text && text[0].toUpperCase() + text.slice(1);
const sentence = () => {
  const parts = decisions();
  if (!isWhole()) {
    return capital(join(parts));
  }
  const all = `all ${whole().dataset.total} of this filter`;
  return capital(parts.length > 1 ? `${join(parts)}, ${all}` : `${whole().value} ${all}`);
};
/* What the button does; "Export" is how the help page calls it. */
const order = () => {
  const words = ['accept', 'retry', 'reject'].map(word => [word, numberOf(word)]).filter(([, number]) => number);
  const aim = words.some(([word]) => word !== 'reject') ? 'Export to Xero' : 'Export';
  return words.length ? `${aim}: ${words.map(([word, number]) => `${word} ${number.toLocaleString('en')}`).join(', ')}` : 'Export to Xero';
};
const offerWhole = () => {
  const box = whole()?.closest('.filter-wide');
  if (box) {
    const offered = Boolean(document.querySelector('[data-marks]')?.checked);
    whole().checked = offered && whole().checked;
    box.classList.toggle('offered', offered);
    // only what would change something
    box.classList.toggle('chosen', whole().checked);
    part().hidden = !whole().checked;
  }
};
const showMarked = () => {
  showHeads();
  offerWhole();
  const text = sentence();
  // written anew, it would be read aloud anew
  document.querySelectorAll('[data-marked]').forEach(shown => {
    if (shown.textContent !== text) {
      shown.textContent = text;
    }
  });
  document.querySelectorAll('.deciding').forEach(bar => {
    bar.classList.toggle('empty-handed', !anyMarked());
    bar.querySelector('[data-sends]').textContent = order();
  });
};
const showHeads = () => {
  document.querySelectorAll('[data-marks]').forEach(all => {
    const open = marks(all.dataset.marks).filter(mark => !mark.closest('.marks').querySelector('[value=reject]:checked'));
    all.checked = open.length > 0 && open.every(mark => mark.checked);
    all.indeterminate = !all.checked && open.some(mark => mark.checked);
  });
};

/* Rows that somebody else has settled meanwhile: whatever refreshes the filters asks about the rows with marks, what is marked first, and is told
   what became of them. */
const MOST_SHOWN = 60;
const asks = element => ['filters', 'refresh'].includes(element.id);
document.addEventListener('htmx:configRequest', event => {
  if (asks(event.target)) {
    const shown = [...document.querySelectorAll('.marks')];
    const isMarked = row => row.querySelector('input:checked') ? 0 : 1;
    event.detail.parameters.shown = shown.sort((one, other) => isMarked(one) - isMarked(other))
      .slice(0, MOST_SHOWN)
      .map(row => row.dataset.shown);
  }
});
document.addEventListener('htmx:beforeOnLoad', event => {
  // what is not here any more, as after a search, is nothing to replace
  const parts = event.detail.elt.getAttribute('hx-select-oob');
  if (parts) {
    event.detail.elt.setAttribute('hx-select-oob', parts.split(',').filter(part => document.querySelector(part)).join(','));
  }
});
/* Says what became of a row in place of its marks; whether it was marked. */
const settle = ({dataset: {id}, textContent: what}) => {
  const row = document.getElementById(`row-${id}`);
  const place = row.querySelector('.marks');
  const isMarked = Boolean(place.querySelector('input:checked'));
  const shown = document.createElement('span');
  shown.className = 'became';
  shown.textContent = shown.title = what;
  if (place.contains(document.activeElement)) {
    row.querySelector('a').focus();
  }
  place.replaceWith(shown);
  row.classList.add('settled');
  row.querySelector('.open')?.removeAttribute('title');
  row.querySelector('.open')?.replaceChildren();
  return isMarked;
};
const MOST_TOLD = 3;
const showSettled = () => {
  const settled = [...document.querySelectorAll('[data-settled]')].filter(({dataset}) => document.querySelector(`#row-${dataset.id} .marks`));
  if (settled.length) {
    const told = settled.map(one => [one, settle(one)])
      .sort(([, one], [, other]) => other - one)
      .map(([{dataset, textContent}, wasMarked]) => `${dataset.number}: ${textContent}${wasMarked ? ', so it is no longer marked' : ''}.`);
    const more = told.length > MOST_TOLD ? [`${told.length - MOST_TOLD} more were settled by others.`] : [];
    document.querySelectorAll('[data-told]').forEach(place => {
      place.textContent = [...told.slice(0, MOST_TOLD), ...more].join(' ');
    });
    // whoever is asked for a reason meanwhile need not give one for nothing
    const reason = document.querySelector('#confirm[open] textarea');
    if (reason) {
      reason.required = marked('reject').length > 0;
    }
    showMarked();
  }
};
document.addEventListener('htmx:afterSettle', showSettled);
document.addEventListener('visibilitychange', () => {
  // whoever comes back to the list is told at once
  if (!document.hidden && document.getElementById('filters')) {
    htmx.trigger('#filters', 'fresh');
  }
});

document.addEventListener('submit', event => {
  const dialog = event.target.dataset.asks && document.getElementById(event.target.dataset.asks);
  if (dialog && !dialog.open && !isWhole() && (marked('reject').length || marked('accept').length > 1)) {
    event.preventDefault();
    ask(dialog);
  }
});
/* Those marked with Accept that may be in Xero already. */
const known = () => marked('accept').map(mark => mark.closest('tr')).filter(row => row.querySelector('.badge.known'))
  .map(row => row.querySelector('a').textContent);
const ask = dialog => {
  const numbers = known();
  const warning = dialog.querySelector('[data-known]');
  warning.hidden = !numbers.length;
  warning.textContent = numbers.length === 1
    ? `1 of them looks like a job that Xero has already: ${numbers[0]}.`
    : `${numbers.length} of them look like jobs that Xero has already: ${numbers.slice(0, 10).join(', ')}${numbers.length > 10 ? ` and ${numbers.length - 10} more` : ''}.`;
  dialog.querySelectorAll('[data-if]').forEach(part => {
    part.hidden = !marked(part.dataset.if).length;
  });
  const rejected = marked('reject').map(mark => mark.closest('.marks'));
  const reasons = dialog.querySelector('[data-reasons]');
  reasons.hidden = rejected.length < 2;
  reasons.querySelectorAll('p').forEach(reason => reason.remove());
  rejected.forEach(({dataset}) => {
    const reason = document.getElementById('own-reason').content.cloneNode(true);
    const [label, text] = [reason.querySelector('label'), reason.querySelector('textarea')];
    label.textContent = dataset.label;
    text.id = text.name = label.htmlFor = `comment.${dataset.id}`;
    reasons.append(reason);
  });
  dialog.querySelector('textarea').required = rejected.length > 0;
  dialog.querySelector('[data-reason]').textContent = rejected.length === 1
    ? `Reason for rejecting ${rejected[0].dataset.label}`
    : 'Reason for all that you marked with Reject';
  const {scrollX, scrollY} = window;
  dialog.showModal();
  // the list stays where it was: the focus would bring the form's end into sight
  window.scrollTo(scrollX, scrollY);
};
document.addEventListener('close', event => {
  // a field that cannot be seen must not keep the form from being sent
  if (event.target.closest('form[data-asks]')) {
    event.target.querySelector('textarea').required = false;
  }
}, true);
showMarked();
document.addEventListener('htmx:afterSettle', showMarked);

let sending = false;
document.addEventListener('submit', event => {
  sending = !event.defaultPrevented && event.target.matches('.decisions');
});
window.addEventListener('pageshow', () => {
  sending = false;
});
window.addEventListener('beforeunload', event => {
  if (anyMarked() && !sending) {
    event.preventDefault();
  }
});
document.addEventListener('htmx:confirm', event => {
  if (event.target.closest('[data-arrived]') && anyMarked()) {
    event.preventDefault();
  }
  if (event.target.closest('.search') && anyMarked()) {
    event.preventDefault();
    if (confirm('Your marks are not sent yet. Leave them?')) {
      event.detail.issueRequest(true);
    }
  }
});

/* The keys of the list, as its dialog names them. */
const rows = () => [...document.querySelectorAll('table.jobs tbody tr')];
let last;
document.addEventListener('focusin', event => {
  last = event.target.closest('table.jobs tbody tr')?.id || last;
});
const current = () => last && document.getElementById(last);
const quick = document.getElementById('look');
const move = step => {
  const all = rows();
  const row = all[Math.min(Math.max(all.indexOf(current()) + step, 0), all.length - 1)];
  if (!quick.open) {
    row?.querySelector('a').focus();
  } else if (row !== current()) {
    look(row);
  }
};
const press = words => words.map(word => current()?.querySelector(`.marks input[value=${word}]`)).find(Boolean)?.click();
const showMark = () => {
  const mark = current()?.querySelector('.marks input:checked')?.value;
  quick.querySelector('[data-mark]').textContent = mark ? `Marked with ${capital(mark)}` : '';
};
const look = row => {
  const link = row?.querySelector('a').href;
  if (link) {
    if (quick.open) {
      leave();
    } else {
      quick.showModal();
    }
    last = row.id;
    quick.dataset.row = row.id;
    quick.querySelector('[data-looked]').href = link;
    document.getElementById('looked').textContent = 'One moment…';
    const badges = row.querySelector('.badges');
    const shown = quick.querySelector('[data-badges]');
    shown.replaceChildren(...(badges ? [...badges.cloneNode(true).childNodes] : []));
    shown.hidden = !badges;
    showMark();
    htmx.ajax('GET', link, {target: '#looked', select: 'h1, #looking, #preview, .history'});
  }
};
document.addEventListener('htmx:beforeSwap', event => {
  // the tab goes on being called after the list
  if (event.detail.target.id === 'looked') {
    event.detail.ignoreTitle = true;
    // an answer that comes after the look was closed, or led on to another project
    event.detail.shouldSwap &&= quick.open && event.detail.requestConfig.path === quick.querySelector('[data-looked]').href;
  }
});
quick?.addEventListener('close', () => {
  leave();
  document.getElementById('looked').replaceChildren();
  const row = document.getElementById(quick.dataset.row);
  if (row && !row.contains(document.activeElement)) {
    row.querySelector('a').focus();
  }
});
const send = button => button && anyMarked() && button.form.requestSubmit(button);
const markKeys = {
  j: () => move(1),
  k: () => move(-1),
  a: () => press(['accept', 'retry']),
  r: () => press(['reject']),
};
const keys = {
  ...markKeys,
  l: () => look(current()),
  e: () => send(document.querySelector('[data-sends]')),
  '/': () => document.getElementById('search').focus(),
  '?': () => document.getElementById('keys').showModal(),
};
document.addEventListener('keydown', event => {
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select, dialog[open]:not(#look)');
  const pressed = (quick?.open ? markKeys : keys)[event.key];
  if (document.querySelector('table.jobs') && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && pressed) {
    event.preventDefault();
    pressed();
    showMark();
  }
  const asking = event.target.closest('#confirm[open]');
  if (asking && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send(asking.querySelector('.buttons button'));
  }
});

/* The list that is shown, for the pages of its projects: what stands before and after each is asked for there. */
const remember = () => {
  if (rows().length) {
    sessionStorage.setItem('list', JSON.stringify({
      address: location.href,
      filter: document.querySelector('#filters [aria-current] span')?.textContent,
    }));
  }
};
remember();
document.addEventListener('htmx:afterSettle', remember);
