import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { connectionVariable, readConnections } from '../../src/platform/connections.js';

describe('the connections of automatic sources', () => {
  test('are folders, web addresses and databases, by the names data files use', () => {
    const read = readConnections({
      CICLO_SOURCE_RILEVAZIONI_URL: '/srv/rilevazioni',
      CICLO_SOURCE_REGISTRO_IMPRESE_URL: 'https://gestionale.ente.example/api',
      CICLO_SOURCE_REGISTRO_IMPRESE_TOKEN: 'abcdef',
      CICLO_SOURCE_SALE_URL: 'postgres://lettore:parola@db.ente.example/sale',
      CICLO_SOURCE_VUOTA_URL: '',
    });
    expect(read.ok && [...read.value]).toEqual([
      ['rilevazioni', { kind: 'folder', folder: '/srv/rilevazioni' }],
      [
        'registro-imprese',
        {
          kind: 'http',
          base: 'https://gestionale.ente.example/api/',
          authorization: 'Bearer abcdef',
          secrets: ['abcdef'],
        },
      ],
      ['sale', expect.objectContaining({ kind: 'postgres' })],
    ]);
    expect(connectionVariable('registro-imprese')).toBe('CICLO_SOURCE_REGISTRO_IMPRESE_URL');
  });

  test.each([
    ['CICLO_SOURCE_X_URL', 'ftp://u:p4rola@h/', {}, 'http(s)'],
    ['CICLO_SOURCE_X_URL', 'cartella/relativa-p4rola', {}, 'percorso completo'],
    ['CICLO_SOURCE_X_URL', 'https://h/?chiave=p4rola', {}, 'senza parametri'],
    ['CICLO_SOURCE_X_URL', 'https://u:p4rola%zz@h/', {}, 'http(s)'],
    ['CICLO_SOURCE_X_TOKEN', 'p4rola', {}, 'manca CICLO_SOURCE_X_URL'],
    ['CICLO_SOURCE_X_TOKEN', 'p4rola\r\nX-Altro: 1', { CICLO_SOURCE_X_URL: 'https://h' }, 'una riga senza spazi'],
    ['CICLO_SOURCE_X_TOKEN', 'p4rola', { CICLO_SOURCE_X_URL: 'https://u:w@h' }, 'non va insieme'],
    ['CICLO_SOURCE_X_TOKEN', 'p4rola', { CICLO_SOURCE_X_URL: '/srv' }, 'solo per una connessione http'],
    ['CICLO_SOURCE_X_PASSWORD', 'p4rola', {}, 'attesi CICLO_SOURCE_<NOME>_URL'],
  ])('%s=%s is refused by its name, without repeating it', (variable, value, others, message) => {
    const config = readConfig({ ...others, [variable]: value });
    expect(config).toMatchObject({ ok: false, error: [{ variable, message: expect.stringContaining(message) }] });
    expect(JSON.stringify(config)).not.toContain('p4rola');
  });
});
