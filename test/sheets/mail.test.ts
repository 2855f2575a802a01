import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/forms/entry.js';
import type { CheckpointRequest } from '../../src/mail/checkpoint-messages.js';
import { renderMessage } from '../../src/mail/render.js';
import { checkpoint } from '../mail/messages.js';
import { COUNT, form, PERCENT } from './forms.js';
import { filled, number, partsOf, said } from './workbooks.js';

const request: CheckpointRequest = {
  ...checkpoint,
  step: { ...checkpoint.step, id: 'monitoraggio-aprile', title: 'Monitoraggio al 30 aprile' },
  sheet: { person: 'anna', planHash: form().planHash },
  indicators: [PERCENT, COUNT].map((row) => ({
    code: row.code,
    name: row.name,
    unit: row.unitText,
    entry: entryOf(row),
    target: row.target,
    last: '9 al 31/12/2015',
  })),
};

describe('the data sheet beside the officer’s request', () => {
  it('is the same bytes when the mail is sent again', () => {
    const again: CheckpointRequest = JSON.parse(JSON.stringify(request));
    const [first, second] = [renderMessage(request).sheet, renderMessage(again).sheet];
    expect(first?.name).toBe('monitoraggio-aprile-2016.xlsx');
    expect(first !== undefined && second !== undefined && first.bytes.equals(second.bytes)).toBe(true);
  });

  it('has the lines of the mail, and is taken by the officer’s form', async () => {
    const bytes = renderMessage(request).sheet?.bytes ?? Buffer.alloc(0);
    const sheet = (await partsOf(bytes))['xl/worksheets/sheet1.xml'];
    expect(sheet).toContain('9 al 31/12/2015');
    expect(await said(bytes, form([PERCENT, COUNT]))).toEqual({
      values: {},
      errors: [],
      unanswered: [PERCENT.code, COUNT.code],
    });
    expect((await said(bytes, form([PERCENT], { checkpoint: 'altro', title: 'Altro' }))).refused).toContain(
      'questo modulo è di «Altro',
    );
  });

  it('is filled in like the one of the form', async () => {
    expect(
      await said(await filled({ G8: number('G8', '12') }, form([PERCENT, COUNT])), form([PERCENT, COUNT])),
    ).toMatchObject({
      values: { [COUNT.code]: { kind: 'number', value: '12' } },
    });
  });

  it('goes with every request, and the mail says so', () => {
    for (const moment of ['opening', 'reminder', 'due-today', 'late'] as const) {
      const mail = renderMessage({ ...request, moment });
      expect(mail.sheet).toBeDefined();
      expect(mail.text).toContain('In allegato c’è lo stesso elenco come foglio di calcolo');
    }
  });

  it('is missing where a message from before has not what it needs', () => {
    const mail = renderMessage(checkpoint);
    expect(mail.sheet).toBeUndefined();
    expect(mail.text).not.toContain('In allegato');
  });
});
