import { describe, expect, test } from 'vitest';
import {
  describeLight,
  exactLights,
  lightBand,
  lightName,
  lightProblems,
} from '../../../src/domain/achievement/lights.js';
import type { LightBand } from '../../../src/domain/policy.js';
import { rational } from '../../../src/domain/rational.js';

const band = (light: LightBand['light'], ends: Partial<LightBand>): LightBand => ({
  light,
  fromInclusive: true,
  toInclusive: false,
  ...ends,
});
const GOOD = [band('red', { to: '60' }), band('yellow', { from: '60', to: '90' }), band('green', { from: '90' })];
const messages = (bands: readonly LightBand[]): readonly string[] =>
  lightProblems(bands).map((p) => `${p.index}: ${p.message}`);

describe('traffic-light bands', () => {
  test.each([
    ['-20', 'red'],
    ['59.999999', 'red'],
    ['60', 'yellow'],
    ['89.99', 'yellow'],
    ['90', 'green'],
    ['500', 'green'],
  ])('%s is %s', (percent, light) => {
    expect(lightBand(rational(percent), exactLights(GOOD))?.light).toBe(light);
  });

  test('bands that touch once at each end have nothing wrong', () => {
    expect(lightProblems(GOOD)).toEqual([]);
    expect(lightProblems([band('green', {})])).toEqual([]);
    const upperEnds = [
      band('red', { to: '60', toInclusive: true }),
      band('green', { from: '60', fromInclusive: false }),
    ];
    expect(lightProblems(upperEnds)).toEqual([]);
  });

  test.each([
    [[], '0: serve almeno una fascia del semaforo'],
    [
      [band('red', { from: '0', to: '60' }), band('green', { from: '60' })],
      '0: la prima fascia non deve avere un inizio («from»): resterebbe scoperto ciò che sta sotto',
    ],
    [
      [band('red', { to: '60' }), band('green', { from: '60', to: '100' })],
      '1: l’ultima fascia non deve avere una fine («to»): resterebbe scoperto ciò che sta sopra',
    ],
    [[band('red', { to: '60' }), band('green', { from: '70' })], '1: fra 60 e 70 c’è un vuoto'],
    [
      [band('red', { to: '60' }), band('green', { from: '50' })],
      '1: la fascia comincia a 50, prima che finisca la precedente (60)',
    ],
    [[band('red', { to: '60', toInclusive: true }), band('green', { from: '60' })], '1: 60 appartiene a due fasce'],
    [
      [band('red', { to: '60' }), band('green', { from: '60', fromInclusive: false })],
      '1: 60 non appartiene a nessuna fascia',
    ],
    [
      [band('red', {}), band('green', { from: '60' })],
      '0: fra due fasce servono la fine («to») della prima e l’inizio («from») della seconda',
    ],
    [
      [band('red', { to: '60' }), band('green', {})],
      '0: fra due fasce servono la fine («to») della prima e l’inizio («from») della seconda',
    ],
    [
      [band('red', { to: '90' }), band('yellow', { from: '90', to: '60' }), band('green', { from: '60' })],
      '1: la fascia è rovesciata: l’inizio («from») deve essere minore della fine («to»)',
    ],
  ])('%j has a problem', (bands, message) => {
    expect(messages(bands)).toEqual([message]);
  });

  test('bands are described with their ends', () => {
    expect(GOOD.map(describeLight)).toEqual([
      'rosso (fino a 60% escluso)',
      'giallo (da 60% incluso fino a 90% escluso)',
      'verde (da 90% incluso)',
    ]);
    expect(describeLight(band('green', {}))).toBe('verde');
    expect(describeLight(band('red', { from: '1', fromInclusive: false, to: '2', toInclusive: true }))).toBe(
      'rosso (da 1% escluso fino a 2% incluso)',
    );
    expect(lightName('none')).toBe('nessuno');
  });
});
