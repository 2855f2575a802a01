import type { Policy } from '../../src/domain/policy.js';
import { sentence } from '../../src/domain/targets/sentence.js';
import type { Reading, Unit } from '../../src/domain/targets/types.js';
import { entryOf } from '../../src/forms/entry.js';
import type { FormRow, OfficerForm } from '../../src/forms/form.js';
import { unitText } from '../../src/words/measure.js';

/** A threshold of at least one, in a unit. */
export const atLeast = (unit: Unit, value = '1'): Reading => ({
  kind: 'threshold',
  operator: '>=',
  value,
  unit,
  direction: 'more-is-better',
});

/** A row of a form, made from what a test is about. */
export function row(code: string, reading: Reading | undefined, more: Partial<FormRow> = {}): FormRow {
  const unit =
    reading !== undefined && 'unit' in reading && typeof reading.unit === 'object' ? reading.unit : undefined;
  const name = more.name ?? `Indicatore ${code}`;
  const known = { unit, reading };
  return {
    code,
    name,
    office: 'promozione',
    officeTitle: 'Ufficio promozione',
    unitText: unitText(unit),
    entry: entryOf({ name, ...known }),
    target: reading === undefined ? 'da definire' : sentence(reading),
    ...known,
    readingSentence: reading === undefined ? undefined : sentence(reading),
    ...more,
  };
}

export const PERCENT = row('1.1.1-01', atLeast({ kind: 'percent' }, '80'));
export const COUNT = row('1.1.1-02', atLeast({ kind: 'count', noun: 'incontri' }, '25'));
export const EURO = row('1.1.1-03', atLeast({ kind: 'euro' }, '1000'));
export const BY_DATE = row('1.1.1-04', { kind: 'by-date', by: '2016-06-30', strict: false });
export const YES_NO = row('1.1.1-05', { kind: 'yes-no', expected: true });
export const RATIO = row('1.1.1-06', atLeast({ kind: 'percent' }, '90'), { name: 'Risorse spese/risorse stanziate' });
export const OPEN = row('1.1.1-07', undefined);
export const DAYS = row('1.1.1-08', { ...atLeast({ kind: 'days' }, '10') });

export const ROWS: readonly FormRow[] = [PERCENT, COUNT, EURO, BY_DATE, YES_NO, RATIO, OPEN, DAYS];

/** A form of one officer; `policy` matters only to who computes with it. */
export function form(rows: readonly FormRow[] = ROWS, more: Partial<OfficerForm> = {}): OfficerForm {
  return {
    cycle: 'ccms/2016',
    checkpoint: 'monitoraggio-aprile',
    entity: { id: 'ccms', name: 'Camera di Commercio di Massa-Carrara' },
    exercise: 2016,
    title: 'Monitoraggio al 30 aprile',
    person: { id: 'anna', name: 'Anna Prova' },
    actingFor: [],
    period: { from: '2016-01-01', to: '2016-04-30' },
    final: false,
    today: '2016-07-15',
    dueOn: '2016-05-15',
    state: 'collecting',
    simulated: false,
    planHash: 'abcdef0123456789'.repeat(4),
    // Sheets never look at it.
    policy: {} as Policy,
    later: [],
    delegated: [],
    rows,
    ...more,
  };
}
