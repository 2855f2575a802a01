// Makes a writing page livelier: the toolbar writes Markdown, the preview follows what is typed, what is typed is kept every few
// seconds, who else is here is told. Without it the page works by its buttons.

const PREVIEW_MS = 800;
const KEEP_MS = 4_000;
const PRESENCE_MS = 20_000;

const form = document.querySelector('form[data-writing]');
if (form instanceof HTMLFormElement) enliven(form);

function enliven(form) {
  const field = form.querySelector('textarea');
  const kept = form.querySelector('#tenuto');
  const local = `ciclo-testo:${location.pathname}`;
  let [saved, sending] = [field.value, false];
  let previewing;
  let keeping;

  restore();
  toolbar(form.querySelector('[role="toolbar"]'), field, changed);
  field.addEventListener('input', changed);
  form.addEventListener('submit', () => {
    sending = true;
  });
  addEventListener('pageshow', () => {
    sending = false;
  });
  addEventListener('beforeunload', (event) => {
    if (!sending && field.value !== saved) event.preventDefault();
  });
  addEventListener('pagehide', () => {
    navigator.sendBeacon(form.dataset.left, new URLSearchParams());
  });
  setInterval(() => void keep(), PRESENCE_MS);

  function changed() {
    clearTimeout(previewing);
    clearTimeout(keeping);
    previewing = setTimeout(() => void preview(), PREVIEW_MS);
    keeping = setTimeout(() => void keep(), KEEP_MS);
  }

  /** What is typed goes to the server; where that cannot be, it stays in this browser. */
  async function keep() {
    const text = field.value;
    try {
      const answer = await fetch(form.dataset.writing, { method: 'POST', body: posted() });
      const signedOut = answer.redirected || answer.status === 401 || answer.status === 403;
      if (!answer.ok || signedOut) {
        stay(text, signedOut ? form.dataset.signedOut : form.dataset.away);
        return;
      }
      const said = await answer.json();
      saved = text;
      localStorage.removeItem(local);
      tell([said.overtaken, said.kept].filter((one) => one !== '').join(' '), said.overtaken !== '');
      others(said.others);
    } catch {
      stay(text, form.dataset.away);
    }
  }

  function stay(text, why) {
    if (text !== field.defaultValue) localStorage.setItem(local, text);
    tell(why, true);
  }

  function tell(text, wrong) {
    if (kept.textContent === text) return;
    kept.textContent = text;
    kept.classList.toggle('is-wrong', wrong);
  }

  function others(text) {
    const here = document.querySelector('#presenza');
    if (here === null || here.textContent === text) return;
    here.textContent = text;
    here.hidden = text === '';
  }

  /** What this browser kept when the server could not: once, and only where the server has nothing of it. */
  function restore() {
    const text = localStorage.getItem(local);
    if (text === null) return;
    localStorage.removeItem(local);
    if (text === field.value) return;
    field.value = text;
    tell(form.dataset.restored, false);
    changed();
  }

  function posted(doing) {
    const data = new FormData(form);
    if (doing !== undefined) data.set('azione', doing);
    return data;
  }

  async function preview() {
    const asked = field.value;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: posted('anteprima') });
      if (!answer.ok || answer.redirected || field.value !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const [fresh, old] = [page.querySelector('#anteprima'), document.querySelector('#anteprima')];
      if (fresh !== null && old !== null) old.replaceChildren(...fresh.childNodes);
    } catch {
      // The network is away: what is typed is kept, and the preview comes when it is back.
    }
  }
}

/** One stop for the keyboard: arrows go from button to button. */
function toolbar(bar, field, changed) {
  const buttons = [...bar.querySelectorAll('button')];
  bar.hidden = false;
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
  for (const button of buttons) {
    button.addEventListener('click', () => {
      apply(field, JSON.parse(button.dataset.tool));
      changed();
    });
  }
  field.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const button = buttons.find((one) => JSON.parse(one.dataset.tool).keys === event.key.toLowerCase());
    if (button === undefined) return;
    event.preventDefault();
    button.click();
  });
}

/** Writes around what is selected, before its lines, or a sample; the browser can undo it. */
function apply(field, { before, around, sample, after = '' }) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const chosen = value.slice(start, end);
  if (around !== undefined) return put(field, start, end, `${around}${chosen}${around}`, around.length, chosen.length);
  if (before !== undefined) {
    const line = value.lastIndexOf('\n', start - 1) + 1;
    const lines = value.slice(line, end).split('\n').map((one) => `${before}${one}`);
    const text = lines.join('\n');
    return put(field, line, end, text, text.length, 0);
  }
  if (after !== '') return put(field, start, end, `${sample}${chosen}${after}`, sample.length, chosen.length);
  const apart = start === 0 || value.slice(0, start).endsWith('\n\n') ? '' : '\n\n';
  return put(field, start, end, `${apart}${sample}\n\n`, apart.length, sample.length);
}

function put(field, start, end, text, from, length) {
  field.focus();
  field.setSelectionRange(start, end);
  // Deprecated and everywhere: no other way leaves what was typed to be undone.
  if (!document.execCommand('insertText', false, text)) field.setRangeText(text, start, end, 'end');
  field.setSelectionRange(start + from, start + from + length);
}
