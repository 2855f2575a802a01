import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../src/documents/site/catalogue.js';
import type { Publication, PublishedBody } from '../../src/documents/site/published.js';
import { catalogueFaults } from './dcat-ap-it.js';

const BODY: PublishedBody = {
  id: 'ccms',
  name: 'Camera di commercio di Massa-Carrara',
  ipa: 'cciaa_ms',
  contact: { name: 'Controllo di gestione', email: 'controllo@ccms.example' },
  site: 'https://trasparenza.ccms.example/dati',
};

const PIANO: Publication = {
  kind: 'piano',
  title: 'Piano della Performance 2016-2018',
  exercise: 2016,
  version: 2,
  sha256: 'a'.repeat(64),
  simulated: false,
  publishedAt: '2016-02-03T10:00:00Z',
  acts: [],
  files: [
    { path: 'piano-v2.pdf', form: 'pdf', title: 'Piano', size: 12, sha256: 'b'.repeat(64) },
    { path: 'tabelle/cruscotto.csv', form: 'csv', title: 'Cruscotto', size: 8, sha256: 'c'.repeat(64) },
  ],
};

describe('the catalogue of what a body has published', () => {
  test('is as DCAT-AP_IT wants it, with the IPA code, whom to write to and absolute addresses', () => {
    const catalogue = catalogueOf(BODY, [{ ...PIANO, version: 1 }, PIANO]);
    expect(catalogueFaults(catalogue)).toEqual([]);
    const at = 'https://trasparenza.ccms.example/dati/ccms/performance/';
    expect(catalogue).toMatchObject({
      'dct:publisher': { '@id': `${at}#ente`, 'dct:identifier': 'cciaa_ms' },
      'dcat:dataset': [
        {
          'dct:identifier': 'cciaa_ms:piano:2016',
          'dcat:contactPoint': {
            'vcard:fn': 'Controllo di gestione',
            'vcard:hasEmail': { '@id': 'mailto:controllo@ccms.example' },
          },
          'dcat:distribution': [
            { 'dcat:downloadURL': { '@id': `${at}piano-della-performance/2016/v2/piano-v2.pdf` } },
            { 'dcat:downloadURL': { '@id': `${at}piano-della-performance/2016/v2/tabelle/cruscotto.csv` } },
          ],
        },
      ],
    });
  });

  test('of a body that does not say where its site is has addresses from its own folder, which no catalogue elsewhere can follow', () => {
    const faults = catalogueFaults(catalogueOf({ ...BODY, site: undefined }, [PIANO]));
    expect(faults).toContain('dcatapit:Dataset piano-della-performance/2016/#dataset: dcat:landingPage is no address');
    expect(faults).toContain('dcatapit:Catalog #catalogo: foaf:homepage is no address');
  });

  test('what looks at it finds what is missing', () => {
    const whole = JSON.stringify(catalogueOf(BODY, [PIANO]));
    const faultsOf = (text: string) => catalogueFaults(JSON.parse(text));
    expect(faultsOf(whole.replace('"dct:rightsHolder"', '"dct:nessuno"'))).toEqual([
      expect.stringContaining('dct:rightsHolder is missing'),
    ]);
    expect(faultsOf(whole.replaceAll('authority/frequency/ANNUAL', 'authority'))).toEqual([
      expect.stringContaining('dct:accrualPeriodicity is no vocabulary'),
    ]);
    expect(faultsOf(whole.replace('"dcatapit:Agent"', '"foaf:Person"'))).toContainEqual(
      expect.stringContaining('#ente, which is nowhere'),
    );
  });
});
