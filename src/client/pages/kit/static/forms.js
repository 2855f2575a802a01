// Makes an officer's form livelier: the achievement appears as one types, the way to answer follows the field one writes in.
// Without it the same form works with its buttons.

const WAIT_MS = 400;
const KEEP_MS = 5_000;

const form = document.querySelector('form[data-compute]');
if (form instanceof HTMLFormElement) enliven(form);
warnOnLeaving('#contenuto form[method="post"]:not([data-compute])');
document.addEventListener('input', ({ target }) => showSum(target.closest('section')));

function enliven(form) {
  form.classList.add('ciclo-scripted');
  const pending = new Map();
  const sending = new AbortController();
  let keeping;
  // A page of errors comes back with what was typed.
  let changed = form.dataset.unsent === 'si';

  form.addEventListener('input', (event) => {
    changed = true;
    clearTimeout(keeping);
    keeping = setTimeout(() => void keepDraft(), KEEP_MS);
    const card = event.target.closest('[data-code]');
    if (card === null) return;
    followField(card, event.target);
    clearTimeout(pending.get(card));
    pending.set(
      card,
      setTimeout(() => void compute(form, card), WAIT_MS),
    );
  });
  form.addEventListener('change', (event) => {
    if (event.target.type === 'file') refuseLarge(form, event.target);
  });
  form.addEventListener('submit', (event) => {
    changed = false;
    // What is being sent must not come back as a draft after it.
    clearTimeout(keeping);
    sending.abort();
    const { submitter } = event;
    if (form.dataset.sent === 'si') {
      event.preventDefault();
      return;
    }
    if (submitter === null || submitter.value === 'calcola') return;
    // The button must stay enabled until the browser has taken its value.
    form.dataset.sent = 'si';
    setTimeout(() => {
      if (submitter.value === 'invia') submitter.textContent = form.dataset.sending;
      submitter.setAttribute('aria-disabled', 'true');
    });
  });
  // A page the browser shows again from memory is a page not yet sent.
  addEventListener('pageshow', () => delete form.dataset.sent);
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });

  /** What is typed is kept as a draft; files go with the form alone. */
  async function keepDraft() {
    const data = new FormData();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
    data.set('azione', 'bozza');
    const before = changed;
    changed = [...form.querySelectorAll('input[type="file"]')].some((field) => field.files.length > 0);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: data, signal: sending.signal });
      if (!answer.ok || new URL(answer.url).searchParams.get('fatto') !== 'bozza') {
        changed = before;
        return;
      }
      const now = new Date().toLocaleTimeString('it-IT', { hour: '2-digit', minute: '2-digit' });
      const told = form.querySelector('[data-kept]');
      if (told !== null) told.textContent = told.dataset.kept.replace('…', now);
    } catch {
      // The network is away, or the form is being sent: leaving still asks.
      changed = before;
    }
  }
}

/** Who leaves a page with something written and not sent is asked; nothing else changes. A page that follows the log changes its forms. */
function warnOnLeaving(forms) {
  // A page of errors comes back with what was typed.
  let unsent = document.querySelector('.ciclo-errors') !== null && document.querySelector(forms) !== null;
  document.addEventListener('input', ({ target }) => {
    unsent ||= target.closest(forms) !== null;
  });
  document.addEventListener('submit', () => {
    unsent = false;
  });
  addEventListener('beforeunload', (event) => {
    if (unsent) event.preventDefault();
  });
}

/** What the weights of a list sum to, as they are written; with one that is no number yet, what it was. */
function showSum(section) {
  const said = section?.querySelector('[data-sum]');
  if (!said) return;
  const weights = [...section.querySelectorAll('input[name^="peso."]')].map(({ value }) => value.replace('%', '').trim());
  if (weights.some((weight) => !/^\d*(,\d+)?$/.test(weight))) return;
  const sum = weights.reduce((all, weight) => all + Number(weight.replace(',', '.')), 0);
  // Beyond four decimals there are no weights, only what binary fractions leave.
  const total = sum.toLocaleString('it-IT', { maximumFractionDigits: 4 });
  const { sum: alone, whole, sumsUp } = said.dataset;
  const reached = sumsUp !== undefined && Math.abs(sum - Number(whole)) < 0.00005;
  said.textContent = (reached ? sumsUp : alone).replace('…', total);
}

/** Writing in a field means answering that way. */
function followField(card, field) {
  if (field.type === 'radio' || field.value === '') return;
  const way = /^(valore|numeratore|denominatore):/.test(field.name)
    ? 'value'
    : field.name.startsWith('motivo:')
      ? 'not-assessable'
      : undefined;
  const mark = way === undefined ? null : card.querySelector(`input[type="radio"][value="${way}"]`);
  if (mark !== null) mark.checked = true;
}

async function compute(form, card) {
  const { code } = card.dataset;
  const result = card.querySelector('.ciclo-live-result');
  const data = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && (name === 'modulo' || name.endsWith(`:${code}`))) data.append(name, value);
  }
  data.set('azione', 'calcola');
  const asked = Symbol(code);
  card.asked = asked;
  result.classList.add('ciclo-computing');
  try {
    const answer = await fetch(`${form.dataset.compute}?voce=${encodeURIComponent(code)}`, { method: 'POST', body: data });
    // Something newer is on its way, or the link has expired meanwhile: sending the form will say so.
    if (card.asked !== asked || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const open = result.querySelector('details')?.open === true;
    result.replaceChildren(...page.body.childNodes);
    const details = result.querySelector('details');
    if (details !== null) details.open = open;
  } catch {
    // The network is away: the figure comes with the receipt.
  } finally {
    if (card.asked === asked) result.classList.remove('ciclo-computing');
  }
}

/** A file too large is said before it travels. */
function refuseLarge(form, field) {
  const large = [...field.files].find((file) => file.size > Number(field.dataset.max));
  field.setCustomValidity(large === undefined ? '' : form.dataset.tooLarge.replace('…', large.name));
  field.reportValidity();
}
