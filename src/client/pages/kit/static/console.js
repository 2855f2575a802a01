// Follows the log of the cycle a page is about and brings the page up to date when it grows. Without it every page works
// the same, and can be refreshed by the browser (link at the foot of the page).

const EVERY_MS = 2500;
const PAUSED = 'ciclo-aggiornamento-sospeso';
/** What is taken from the new page; the rest stays as it is. */
const REGIONS = ['.ciclo-today', '.ciclo-simulated', '#contenuto', '.ciclo-footer'];

const main = document.querySelector('main[data-events]');
if (main instanceof HTMLElement) follow(main);
showToday(document.querySelector('.ciclo-gantt-scroll'));
rememberFolds();

/** On a screen narrower than the calendar, today is what one comes for. */
function showToday(chart) {
  const today = chart?.querySelector('.today');
  if (!today || chart.scrollWidth <= chart.clientWidth) return;
  const beyond = today.getBoundingClientRect().left - chart.getBoundingClientRect().left;
  chart.scrollLeft = beyond - chart.clientWidth * 0.7;
}

/** Sections that were closed or opened by hand are found so again; on paper all of them are open. */
function rememberFolds() {
  const key = `ciclo-sezioni:${location.pathname}`;
  const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
  const folds = () => [...document.querySelectorAll('.ciclo-fold')];
  for (const fold of folds()) fold.open = kept[fold.dataset.keep] ?? fold.open;
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-fold-all]') !== null) return localStorage.removeItem(key);
    const fold = target.closest('.ciclo-fold > summary')?.parentElement;
    if (fold === undefined || fold === null) return;
    // A click comes before what it does.
    kept[fold.dataset.keep] = !fold.open;
    localStorage.setItem(key, JSON.stringify(kept));
  });
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = folds().filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of closed) fold.open = false;
  });
}

function follow(main) {
  let shown = main.dataset.position;
  let latest = shown;
  let source;
  let timer;

  const controls = liveControls(main.dataset, (paused) => (paused ? stop() : start()));
  main.parentElement.prepend(controls.element);
  if (controls.paused()) return;
  start();

  function start() {
    source = new EventSource(main.dataset.events);
    source.addEventListener('registro', (event) => {
      latest = event.data;
      plan();
    });
  }

  function stop() {
    source?.close();
    clearTimeout(timer);
    timer = undefined;
  }

  function plan() {
    if (latest === shown || timer !== undefined) return;
    timer = setTimeout(() => void update(), EVERY_MS);
  }

  async function update() {
    timer = undefined;
    if (document.hidden || isBusy()) return again();
    const asked = latest;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (!answer.ok) return again();
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      // Between the request and the answer the reader may have begun something, or asked to stop.
      if (isBusy() || controls.paused()) return again();
      exchange(page);
      shown = asked;
    } catch {
      // The console is restarting or the network is away: the source reconnects by itself, and says where the log is.
    }
    plan();
  }

  function again() {
    if (!controls.paused()) timer = setTimeout(() => void update(), EVERY_MS);
  }
}

/** The reader is writing, has written something not yet sent, selects text, or listens to what is selected. */
function isBusy() {
  const active = document.activeElement;
  const writing =
    active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement || active instanceof HTMLSelectElement;
  return writing || hasUnsent() || (getSelection()?.isCollapsed ?? true) === false;
}

/** Something in a form of the page is not as the server wrote it. */
function hasUnsent() {
  return [...document.querySelectorAll('#contenuto form[method="post"] :is(input, textarea, select)')].some((field) => {
    if (field instanceof HTMLSelectElement) return [...field.options].some((o) => o.selected && !o.defaultSelected && o.index > 0);
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
      return field.checked !== field.defaultChecked;
    }
    return field.value !== field.defaultValue;
  });
}

/** Puts the regions of the new page in place of the old, keeping what the reader opened, scrolled to or focused. */
function exchange(page) {
  const open = new Set([...document.querySelectorAll('details[open][data-keep]')].map((d) => d.dataset.keep));
  const scrolled = document.querySelector('.ciclo-gantt-scroll')?.scrollLeft ?? 0;
  const focused = focusAddress();
  for (const region of REGIONS) {
    const [old, fresh] = [document.querySelector(region), page.querySelector(region)];
    if (old !== null && fresh !== null) old.replaceChildren(...fresh.childNodes);
  }
  document.title = page.title;
  for (const details of document.querySelectorAll('details[data-keep]')) details.open = open.has(details.dataset.keep);
  const chart = document.querySelector('.ciclo-gantt-scroll');
  if (chart !== null) chart.scrollLeft = scrolled;
  if (focused !== undefined) document.querySelectorAll(focused.selector)[focused.index]?.focus({ preventScroll: true });
}

/** How to find the focused element again in the new page: the n-th of its kind. */
function focusAddress() {
  const active = document.activeElement;
  const inside = active?.closest('#contenuto, .ciclo-footer');
  if (active === null || inside === null || inside === undefined || active === inside) return undefined;
  const href = active.getAttribute('href');
  const selector = href === null ? active.localName : `${active.localName}[href="${CSS.escape(href)}"]`;
  return { selector, index: [...document.querySelectorAll(selector)].indexOf(active) };
}

/** Says that the page keeps itself up to date, with a button to stop it. */
function liveControls(texts, changed) {
  let paused = sessionStorage.getItem(PAUSED) === 'si';
  const element = document.createElement('section');
  element.className = 'ciclo-live';
  element.setAttribute('aria-label', texts.liveLabel);
  const text = document.createElement('span');
  const button = document.createElement('button');
  button.type = 'button';
  const show = () => {
    text.textContent = paused ? texts.liveOff : texts.liveOn;
    button.textContent = paused ? texts.liveResume : texts.livePause;
  };
  button.addEventListener('click', () => {
    paused = !paused;
    if (paused) sessionStorage.setItem(PAUSED, 'si');
    else sessionStorage.removeItem(PAUSED);
    show();
    changed(paused);
  });
  show();
  element.append(text, ' ', button);
  return { element, paused: () => paused };
}
