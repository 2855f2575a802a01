import { randomUUID } from 'node:crypto';
import type { Actions } from '../../../acts/actions.js';
import type { Actor, CycleRef } from '../../../domain/acting.js';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { err, never, ok, type Result } from '../../../domain/result.js';
import { italianDay } from '../../../words/format.js';
import { steeringWords as words } from '../../../words/steering.js';
import type { Fields } from '../kit/fields.js';
import type { Problem } from '../kit/refusals.js';

/** What can be done to a step from its management page; each is the last part of the address it is posted to. */
export const COMMANDS = ['sollecito', 'proroga', 'riapertura', 'riavvio', 'restituzione', 'chiusura'] as const;
export type Command = (typeof COMMANDS)[number];

export const isCommand = (text: string): text is Command => COMMANDS.some((one) => one === text);

interface Target {
  readonly ref: CycleRef;
  readonly step: string;
  readonly actor: Actor;
}

/** Carries out a command as its form says. Answers the sentence to show, or what to correct: then nothing has changed. */
export async function carryOut(
  actions: Actions,
  { ref, step, actor }: Target,
  command: Command,
  fields: Fields,
): Promise<Result<string, readonly Problem[]>> {
  const key = fields.id('chiave') || randomUUID();
  switch (command) {
    case 'sollecito':
      return said(await actions.remind(ref, step, actor, key), 'sollecito', () => words.remind.done);
    case 'proroga':
      return await redate(fields, command, words.extend.done, (dueOn, reason) =>
        actions.extend(ref, step, dueOn, reason, actor, key),
      );
    case 'riapertura':
      return await redate(fields, command, words.reopen.done, async (dueOn, reason) => {
        const run = await actions.reopen(ref, step, dueOn, reason, actor, key);
        return run.ok ? ok(dueOn) : run;
      });
    case 'riavvio': {
      const reason = reasonIn(fields);
      if (reason === '') return err([{ field: 'riavvio-motivo', text: words.extend.noReason }]);
      return said(await actions.restart(ref, step, reason, actor, key), 'riavvio-motivo', () => words.restart.done);
    }
    case 'restituzione': {
      const indicator = fields.id('indicatore');
      const remark = fields.text('osservazione').trim();
      const problems = [
        ...(indicator === '' ? [{ field: 'restituzione-indicatore', text: words.returning.noIndicator }] : []),
        ...(remark === '' ? [{ field: 'restituzione-osservazione', text: words.returning.noRemark }] : []),
      ];
      if (problems.length > 0) return err(problems);
      const done = await actions.returnValue(ref, step, indicator, remark, actor, key);
      return said(done, 'restituzione-osservazione', () => words.returning.done(indicator));
    }
    case 'chiusura': {
      const reason = reasonIn(fields);
      if (reason === '') return err([{ field: 'chiusura-motivo', text: words.extend.noReason }]);
      return said(
        await actions.closeCheckpoint(ref, step, reason, actor, key),
        'chiusura-motivo',
        () => words.closing.done,
      );
    }
    default:
      return never(command);
  }
}

async function redate(
  fields: Fields,
  command: 'proroga' | 'riapertura',
  done: (day: string) => string,
  act: (dueOn: CivilDate, reason: string) => Promise<Result<CivilDate, string>>,
): Promise<Result<string, readonly Problem[]>> {
  const written = fields.text('scadenza').trim();
  const dueOn = parseCivilDate(written);
  const reason = reasonIn(fields);
  const problems: Problem[] = [];
  if (!dueOn.ok) {
    const text = written === '' ? words.extend.noDate : words.extend.wrongDate(written.slice(0, 40));
    problems.push({ field: `${command}-scadenza`, text });
  }
  if (reason === '') problems.push({ field: `${command}-motivo`, text: words.extend.noReason });
  if (!dueOn.ok || problems.length > 0) return err(problems);
  return said(await act(dueOn.value, reason), `${command}-scadenza`, (granted) => done(italianDay(granted)));
}

/** The reason, with the act that orders it when there is one. */
function reasonIn(fields: Fields): string {
  const [reason, act] = [fields.text('motivo').trim(), fields.text('atto').trim()];
  return reason === '' || act === '' ? reason : words.withAct(reason, act);
}

const said = <T>(
  answer: Result<T, string>,
  field: string,
  sentence: (value: T) => string,
): Result<string, readonly Problem[]> =>
  answer.ok ? ok(sentence(answer.value)) : err([{ field, text: answer.error }]);
