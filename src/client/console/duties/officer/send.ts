import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../../../domain/result.js';
import { byPrincipal } from '../../../../forms/form.js';
import type { SubmissionRefusal } from '../../../../register/measurements.js';
import { submissionsByKey } from '../../../../register/receipts.js';
import type { Channel } from '../../../../register/tables.js';
import type { Site } from '../../site.js';
import type { Answered } from './answers.js';
import type { Scene } from './scene.js';

interface Sending {
  /** Of the page or of the sheet: what is sent again with the same id and the same content counts once. */
  readonly id: string;
  readonly channel: Channel;
  readonly answers: readonly Answered[];
  readonly lateReason?: string;
}

/**
 * Sends answers: one submission for each person they are given for.
 * @returns numbers of the submissions, or the first refusal
 */
export async function send(
  { deps }: Site,
  { duty, form }: Scene,
  { id, channel, answers, lateReason }: Sending,
): Promise<Result<readonly number[], SubmissionRefusal>> {
  const byCode = new Map(answers.map((answer) => [answer.row.code, answer]));
  const numbers: number[] = [];
  for (const { actingFor, codes } of byPrincipal(form, [...byCode.keys()])) {
    const rows = codes.flatMap((code) => {
      const answer = byCode.get(code);
      if (answer === undefined) return [];
      const { actual, note, evidence } = answer;
      return [{ indicator: code, actual, evidence, ...(note === undefined ? {} : { note }) }];
    });
    const receipt = await deps.actions.submit(duty.ref, {
      // A page sent again with other values is another form.
      key: pageKey({ duty, form }, id) + hashOf([actingFor ?? '', rows]),
      checkpoint: form.checkpoint,
      officer: duty.person.id,
      ...(actingFor === undefined ? {} : { actingFor }),
      simulated: form.simulated,
      channel,
      ...(lateReason === undefined ? {} : { lateReason }),
      rows,
    });
    if (!receipt.ok) return err(receipt.error);
    numbers.push(receipt.value.submission);
  }
  return ok(numbers);
}

/** Numbers of what was already sent from the same page: a second click may come when the first has its receipt. */
export function sentBefore({ deps }: Site, { duty, form }: Scene, id: string): Promise<readonly number[]> {
  return submissionsByKey(deps.register.db, form, duty.person.id, pageKey({ duty, form }, id));
}

/** Somebody's own: nobody else's form can have it. */
const pageKey = ({ duty, form }: Pick<Scene, 'duty' | 'form'>, id: string): string =>
  `modulo/${hashOf([form.cycle, form.checkpoint, duty.person.id, id])}/`;

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
