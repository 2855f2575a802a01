import type { Actual } from '../../../domain/achievement/types.js';
import { never } from '../../../domain/result.js';
import { italianDay, italianNumber } from '../../../words/format.js';
import { fieldOf } from '../../pages/duties/officer/posted.js';
import type { Form } from '../page.js';
import type { Answers } from '../visitor.js';

/** Whether a form asks about an indicator and nothing stands in its fields: neither sent before nor found by a source. */
export function isBlank(form: Form, code: string): boolean {
  if (!form.fields.has(fieldOf('note', code))) return false;
  const typed = (['value', 'numerator', 'denominator'] as const).some(
    (field) => textIn(form, fieldOf(field, code)) !== '',
  );
  const [choice] = form.fields.get(fieldOf('choice', code))?.values ?? [];
  return !typed && (choice === undefined || choice === 'value');
}

/**
 * How somebody gives a value in the fields a form shows for an indicator.
 * @param cases how many cases they counted, when they would rather give two numbers and the form takes them
 */
export function answersFor(form: Form, code: string, actual: Actual, cases: number | undefined): Answers {
  const offered = form.fields.get(fieldOf('choice', code))?.options ?? [];
  const marked = spokenChoice(actual);
  if (marked !== undefined && offered.includes(marked)) return { [fieldOf('choice', code)]: marked };
  const choice: Answers = offered.includes('value') ? { [fieldOf('choice', code)]: 'value' } : {};
  if (actual.kind === 'number' && cases !== undefined && form.fields.has(fieldOf('numerator', code))) {
    return {
      ...choice,
      [fieldOf('numerator', code)]: italianNumber(String(Math.round((Number(actual.value) * cases) / 100))),
      [fieldOf('denominator', code)]: italianNumber(String(cases)),
    };
  }
  const reached = fieldOf('reachedOn', code);
  if (actual.kind === 'number' && actual.reachedOn !== undefined && form.fields.has(reached)) {
    return {
      ...choice,
      [fieldOf('value', code)]: italianNumber(actual.value),
      [reached]: italianDay(actual.reachedOn),
    };
  }
  return { ...choice, [fieldOf('value', code)]: writtenActual(actual) };
}

/** What marks every question of a page about odd values: who measured them knows that they are right. */
export function marksOf(form: Form): Answers {
  const questions = [...form.fields.values()].filter(({ name }) => name.startsWith(fieldOf('confirm', '')));
  return Object.fromEntries(questions.map(({ name, options }) => [name, options]));
}

/** What ticks the values a source gave: who opens the form finds them right. */
export function collectedOf(form: Form): Answers {
  const ticks = [...form.fields.values()].filter(({ name }) => name.startsWith(fieldOf('collected', '')));
  return Object.fromEntries(ticks.map(({ name, options }) => [name, options]));
}

/** Why values are far from their targets and what is to be done, where a page asks. */
export function whysOf(form: Form, why: { readonly causes: readonly string[]; readonly next: string }): Answers {
  const blank = (field: 'cause' | 'next') =>
    [...form.fields.values()].filter(({ name, values }) => name.startsWith(fieldOf(field, '')) && !values[0]);
  return Object.fromEntries([
    ...blank('cause').map(({ name }) => [name, why.causes[signsOf(name) % why.causes.length] ?? '']),
    ...blank('next').map(({ name }) => [name, why.next]),
  ]);
}

/** The same number for the same name: not every indicator has the same cause. */
const signsOf = (name: string): number => [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0);

/** A value as somebody writes it. */
export function writtenActual(actual: Actual): string {
  switch (actual.kind) {
    case 'number':
      return `${italianNumber(actual.value)}${actual.reachedOn === undefined ? '' : ` il ${italianDay(actual.reachedOn)}`}`;
    case 'ratio':
      return `${italianNumber(actual.numerator)}/${italianNumber(actual.denominator)}`;
    case 'date':
      return italianDay(actual.on);
    case 'yes-no':
      return actual.value ? 'sì' : 'no';
    case 'not-yet':
      return 'non ancora';
    case 'missing':
    case 'not-assessable':
      return '';
    default:
      return never(actual);
  }
}

function spokenChoice(actual: Actual): string | undefined {
  if (actual.kind === 'yes-no') return actual.value ? 'yes' : 'no';
  return actual.kind === 'not-yet' ? 'not-yet' : undefined;
}

const textIn = (form: Form, name: string): string => form.fields.get(name)?.values[0] ?? '';
