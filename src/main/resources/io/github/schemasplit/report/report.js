'use strict';
// A report is whole without this: it adds a search and filters, and opens what is closed for the printer.
// It has neither of the two signs that XML reads otherwise than HTML.
(() => {
  const all = (from, selector) => Array.from(from.querySelectorAll(selector));
  const closable = all(document, 'details');
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = closable.filter(group => !group.open);
    closed.forEach(group => { group.open = true; });
  });
  window.addEventListener('afterprint', () => {
    closed.forEach(group => { group.open = false; });
  });

  // Whoever has a mouse gets from a picture to what it shows; the page has lists of links for everybody.
  document.documentElement.classList.add('scripted');
  document.addEventListener('click', event => {
    const shown = event.target.closest('[data-to]');
    if (shown !== null) {
      location.hash = '#' + shown.dataset.to;
    }
  });

  const form = document.getElementById('filter');
  if (form === null) {
    return;
  }
  const search = form.querySelector('input');
  const selects = all(form, 'select');
  const sections = all(document, 'section');
  const noun = form.dataset.each;
  const shown = document.getElementById('shown');
  const filtered = closable.filter(group => group.querySelector('h3') !== null).map(group => {
    const name = group.querySelector('h3').textContent;
    const rows = all(group, 'tbody tr').map(row => ({ row, text: (name + '\n' + row.textContent).toLowerCase() }));
    return { group, rows };
  });
  const total = filtered.reduce((sum, each) => sum + each.rows.length, 0);

  const passes = (each, words, chosen) => [
    () => words.every(word => each.text.includes(word)),
    () => chosen.every(select => {
      const value = each.row.dataset[select.name];
      return select.dataset.among === undefined ? value === select.value : (value ?? '').split(' ').includes(select.value);
    })
  ].every(test => test());

  let isNarrowed = false;
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word !== '');
    const chosen = selects.filter(select => select.value !== '');
    const narrowed = words.length + chosen.length > 0;
    let count = 0;
    let groups = 0;
    filtered.forEach(each => {
      let here = 0;
      each.rows.forEach(row => {
        const fits = passes(row, words, chosen);
        row.row.hidden = !fits;
        here += fits ? 1 : 0;
      });
      each.group.hidden = narrowed ? here === 0 : false;
      count += here;
      groups += here === 0 ? 0 : 1;
    });
    // A part of which nothing is left says nothing.
    sections.forEach(section => {
      const inside = filtered.filter(each => section.contains(each.group));
      section.hidden = narrowed ? inside.every(each => each.group.hidden) : false;
    });
    // What was looked for is seen at once, unless it is too much for that; afterwards all is as it was before.
    if (narrowed !== isNarrowed) {
      isNarrowed = narrowed;
      filtered.forEach(each => {
        each.wasOpen = narrowed ? each.group.open : each.wasOpen;
        each.group.open = each.wasOpen;
      });
    }
    if (narrowed ? 200 >= count : false) {
      filtered.filter(each => !each.group.hidden).forEach(each => { each.group.open = true; });
    }
    shown.textContent = count === 0
      ? 'Nothing is like that.'
      : count + ' of ' + total + ' shown, in ' + groups + ' ' + noun + (groups === 1 ? '.' : 's.');
  };

  let waiting = 0;
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  selects.forEach(select => select.addEventListener('change', show));
  form.addEventListener('submit', event => {
    event.preventDefault();
    show();
  });
  form.addEventListener('reset', () => setTimeout(show, 0));
  document.getElementById('open').addEventListener('click', () => filtered.forEach(each => { each.group.open = true; }));
  document.getElementById('close').addEventListener('click', () => filtered.forEach(each => { each.group.open = false; }));
  form.hidden = false;
  show();
})();
