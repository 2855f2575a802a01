import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../src/domain/mentions.js';

const PEOPLE = [
  { id: 'guglielmo.tarasconi', name: 'Guglielmo Tarasconi' },
  { id: 'clelia.malaspini', name: 'Clelia Malaspini' },
  { id: 'clelia.malaspini-rossi', name: 'Clelia Malaspini Rossi' },
  { id: 'anna.rossi', name: 'Anna Rossi' },
];

describe('who a text calls', () => {
  it.each([
    ['@Guglielmo Tarasconi, il dato comprende agosto?', ['guglielmo.tarasconi']],
    ['chiedo a @guglielmo.tarasconi.', ['guglielmo.tarasconi']],
    ['@tarasconi: il dato è giusto', ['guglielmo.tarasconi']],
    ['@GUGLIELMO TARASCONI', ['guglielmo.tarasconi']],
    ['per @Clelia Malaspini Rossi', ['clelia.malaspini-rossi']],
    ['per @Clelia Malaspini (sede)', ['clelia.malaspini']],
    ['@Anna Rossi e @Tarasconi e ancora @anna.rossi', ['anna.rossi', 'guglielmo.tarasconi']],
    ['si scrive a anna@ente.example', []],
    ['nessuno', []],
  ])('%s', (text, people) => {
    expect(mentionsIn(text, PEOPLE)).toEqual({ people, unknown: [] });
  });

  it.each([
    ['@Guglielmo', ['@Guglielmo']],
    // Two have it.
    ['@Rossi', ['@Rossi']],
    ['@Clelia Malaspinini', ['@Clelia']],
    ['@nessuno e @Anna Rossi', ['@nessuno']],
  ])('%s is not guessed at', (text, unknown) => {
    expect(mentionsIn(text, PEOPLE).unknown).toEqual(unknown);
  });
});
