// Makes an officer's form livelier: the achievement appears as one types, the way to answer follows the field one writes in.
// Without it the same form works with its buttons.

const WAIT_MS = 400;

const form = document.querySelector('form[data-compute]');
if (form instanceof HTMLFormElement) enliven(form);

function enliven(form) {
  form.classList.add('ciclo-scripted');
  const pending = new Map();
  let changed = false;

  form.addEventListener('input', (event) => {
    changed = true;
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
