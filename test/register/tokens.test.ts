import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/register/migrate.js';
import { databaseUrl } from './register.js';

const MIGRATIONS = new URL('../../src/register/migrations/', import.meta.url);

test('tokens somebody had made for somebody else before are taken back, one’s own go on, and old lines say that their way was not recorded', async () => {
  const schema = `m_${randomUUID().slice(0, 8)}`;
  const before = mkdtempSync(join(tmpdir(), 'ciclo-migrations-'));
  for (const name of readdirSync(MIGRATIONS).filter((file) => file < '022')) {
    copyFileSync(new URL(name, MIGRATIONS), join(before, name));
  }
  const owner = new pg.Client({ connectionString: databaseUrl() });
  await owner.connect();
  onTestFinished(async () => {
    rmSync(before, { recursive: true });
    await owner.query(`drop schema if exists ${schema} cascade`);
    await owner.end();
  });
  await migrate({ url: databaseUrl(), schema }, pathToFileURL(`${before}/`));
  await owner.query(`set search_path to ${schema}`);
  await owner.query(`
    insert into entities (id, name, seat, data) values ('prova', 'Prova', 'Carrara', '{}');
    insert into people (entity, id, name, email) values
      ('prova', 'ida', 'Ida', 'ida@prova.example'), ('prova', 'sauro', 'Sauro', 'sauro@prova.example');
    insert into api_tokens (hash, entity, person, title, issued_by, expires_at) values
      ('a', 'prova', 'ida', 'di Ida', 'ida', now() + interval '1 day'),
      ('b', 'prova', 'ida', 'fatto da Sauro', 'sauro', now() + interval '1 day'),
      ('c', 'prova', 'ida', 'dal terminale', 'terminale:root', now() + interval '1 day');
    insert into log (at, actor, action, subject) values ('2026-01-01T00:00:00Z', 'sauro', 'token-issued', 'prova/b')`);
  await migrate({ url: databaseUrl(), schema });
  const tokens = await owner.query(
    `select title, scopes, revoked_at is null as standing from api_tokens order by hash`,
  );
  expect(tokens.rows).toEqual([
    { title: 'di Ida', scopes: ['read', 'submit'], standing: true },
    { title: 'fatto da Sauro', scopes: ['read', 'submit'], standing: false },
    { title: 'dal terminale', scopes: ['read', 'submit'], standing: false },
  ]);
  const log = await owner.query(`select channel, token from log`);
  expect(log.rows).toEqual([{ channel: 'unrecorded', token: null }]);
});
