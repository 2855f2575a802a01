import { describe, expect, test } from 'vitest';
import type { StepFacts } from '../../src/mail/message-base.js';
import { renderMessage } from '../../src/mail/render.js';
import { opening, STEP } from './messages.js';

const of = (step: Partial<StepFacts>, kind: 'step-opening' | 'step-reminder' = 'step-opening') =>
  renderMessage({ ...opening, kind, step: { ...STEP, ...step } }).text;

describe('the mail of a step with a document', () => {
  test('asks who prepares it to complete and transmit it: nothing has come back yet', () => {
    for (const kind of ['step-opening', 'step-reminder'] as const) {
      const text = of({ kind: 'approval', document: 'transmit' }, kind);
      expect(text).toContain('Completa e trasmetti il documento');
      expect(text).toContain('L’organo lo riceve solo allora');
      expect(text).not.toContain('ritrasmetti');
      expect(text).not.toContain('basta segnarlo');
    }
  });

  test('says of a task that the document is written first', () => {
    const text = of({ kind: 'task', document: 'write' });
    expect(text).toContain('Scrivi il documento e concludi');
    expect(text).toContain('quando le sezioni richieste sono pronte');
  });

  test('says of what ends by itself that it does', () => {
    expect(of({ kind: 'task', endsByItself: true })).not.toContain('basta segnarlo');
  });

  test('of any other step says what it said', () => {
    expect(of({ kind: 'task' })).toContain('basta segnarlo nella pagina');
    expect(of({ kind: 'approval' })).toContain('Rivedi e ritrasmetti');
  });
});
