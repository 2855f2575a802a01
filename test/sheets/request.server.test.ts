import { describe, expect, it } from 'vitest';
import { romeDate } from '../../src/domain/calendar/zone.js';
import { formOf } from '../../src/forms/form-of.js';
import type { CheckpointRequest } from '../../src/mail/checkpoint-messages.js';
import type { Message } from '../../src/mail/message.js';
import { renderMessage } from '../../src/mail/render.js';
import { readOfficerSheet } from '../../src/sheets/officer-sheet.js';
import { aHalfRunRegister } from '../client/pages/half-run-register.js';

describe('the requests of a checkpoint, from the ledger', () => {
  const register = aHalfRunRegister('2016-05-12');

  it('each carry the sheet of their officer: their form takes it, line by line', async () => {
    const notices = await register.db
      .selectFrom('notices')
      .select(['cycle', 'step', 'person', 'onDate', 'message'])
      .where('kind', '=', 'checkpoint-request')
      .execute();
    const requests = notices.flatMap((notice) => {
      // The ledger holds what notices were planned with: the data of a message.
      const message = notice.message as Message;
      return message.kind === 'checkpoint-request' ? [{ ...notice, message }] : [];
    });
    expect(requests.length).toBeGreaterThan(5);
    for (const { cycle, step, person, message } of requests) {
      const form = await formOf(register.db, { cycle, checkpoint: step }, person, romeDate(message.at));
      const sheet = renderMessage(message).sheet;
      if (form === undefined || sheet === undefined) throw new Error(`no form or sheet for ${person}`);
      const read = await readOfficerSheet(sheet.bytes, form);
      if (!read.ok) throw new Error(`${person}: ${read.error}`);
      expect(read.value.errors).toEqual([]);
      expect(asked(message).filter((code) => !form.rows.some((row) => row.code === code))).toEqual([]);
    }
  });
});

const asked = (message: CheckpointRequest): readonly string[] => message.indicators.map((i) => i.code);
