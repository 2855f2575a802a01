import { randomUUID } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import { planShown } from '../../../register/reading/plan.js';
import { recordSpending } from '../../../register/spending.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { cyclePath } from '../kit/paths.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';

const words = bodyPageWords.spending;

/** The form for what a programme has spent. */
export function spendingForm(site: Site): Handler {
  return (c) => (allows(c, 'steer') ? show(site, c) : forbidden(site, c));
}

/** Puts on record what a programme has spent since the beginning of the year. */
export function recordProgrammeSpending(site: Site): Handler {
  return async (c) => {
    const standing = c.get('standing');
    if (standing === undefined || !allows(c, 'steer')) return forbidden(site, c);
    const { exercise, programme } = asked(c);
    if (Number.isNaN(exercise)) return c.notFound();
    const fields = await fieldsOf(c);
    const amount = amountOf(fields.text('importo'));
    const day = parseCivilDate(fields.text('data'));
    const problems = [
      ...(amount === undefined ? [{ field: 'importo', text: words.wrongAmount(fields.text('importo')) }] : []),
      ...(day.ok ? [] : [{ field: 'data', text: bodyPageWords.followed.wrongDate(fields.text('data')) }]),
    ];
    if (amount === undefined || !day.ok) return show(site, c, { fields, problems });
    const recorded = await recordSpending(site.deps.register.db, {
      entity: standing.person.entity,
      exercise,
      programme,
      amount,
      upTo: day.value,
      note: fields.text('nota'),
      actor: standing.person.id,
      at: site.deps.clock(),
      simulated: site.deps.rehearsal,
      ...(fields.id('chiave') === '' ? {} : { key: `${standing.person.entity}/${fields.id('chiave')}` }),
    });
    if (!recorded.ok) return show(site, c, { fields, problems: [{ field: 'importo', text: recorded.error }] });
    const cycle = { entity: standing.person.entity, exercise };
    return c.redirect(cyclePath(cycle, `/programmi#programma-${encodeURIComponent(programme)}`), 303);
  };
}

const asked = (c: Context): { exercise: number; programme: string } => ({
  exercise: /^\d{4}$/.test(c.req.param('exercise') ?? '') ? Number(c.req.param('exercise')) : Number.NaN,
  programme: c.req.param('programme') ?? '',
});

/** `12.500,00`, `12500,5`, `12500` → `12500.00`; undefined when it is no amount in euro. */
export function amountOf(written: string): string | undefined {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{1,2}))?$/.exec(written.trim().replace(/\s*€$/, ''));
  if (match === null) return undefined;
  return `${(match[1] ?? '').replaceAll('.', '')}.${(match[2] ?? '').padEnd(2, '0')}`;
}

interface Refused {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

async function show({ deps, assets }: Site, c: Context, refused?: Refused): Promise<Response> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  const { programme } = asked(c);
  if (cycle === undefined) return c.notFound();
  const shown = await planShown(deps.register.db, cycle.entity, cycle.exercise);
  const sheet = shown?.plan.sheets.find((s) => s.programme === programme);
  if (sheet === undefined) return c.notFound();
  const written = (name: string, otherwise = ''): string => refused?.fields.text(name) ?? otherwise;
  const problemOf = (field: string): string | undefined => refused?.problems.find((p) => p.field === field)?.text;
  const title = words.title(programme);
  return answer(
    c,
    <Layout
      frame={frame}
      title={title}
      section="scorecard"
      crumbs={[{ title: scorecardWords.programmes.title(cycle.exercise), href: cyclePath(cycle, '/programmi') }]}
    >
      <div class="ciclo-title">
        <h1>{title}</h1>
        <p>{sheet.title}</p>
      </div>
      {refused !== undefined && <Problems title={words.errors} of={refused.problems} />}
      <form class="ciclo-access" method="post" novalidate>
        <p>{words.history}</p>
        <input type="hidden" name="chiave" value={refused?.fields.id('chiave') || randomUUID()} />
        <FormField id="importo" label={words.amount} hint={words.amountHint} problem={problemOf('importo')}>
          <input
            id="importo"
            name="importo"
            inputmode="decimal"
            value={written('importo')}
            {...fieldState('importo', true, problemOf('importo'))}
          />
        </FormField>
        <FormField id="data" label={words.upTo} problem={problemOf('data')}>
          <input
            id="data"
            name="data"
            type="date"
            value={written('data', frame.today)}
            {...fieldState('data', false, problemOf('data'))}
          />
        </FormField>
        <FormField id="nota" label={words.note}>
          <textarea id="nota" name="nota" rows={2}>
            {written('nota')}
          </textarea>
        </FormField>
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Layout>,
    refused === undefined ? 200 : 422,
  );
}
