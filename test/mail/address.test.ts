import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailAddress } from '../../src/domain/mail-address.js';
import { headerAddress } from '../../src/mail/header.js';
import { mailAddress } from '../../src/seeds/fields.js';

describe('a mail address', () => {
  it.each([
    ['anna@prova.example', 'anna@prova.example'],
    ['Anna.Rossi@Prova.Example', 'Anna.Rossi@prova.example'],
    ['anna_rossi+piano@cciaa-ms.example', 'anna_rossi+piano@cciaa-ms.example'],
    ["d'amico@prova.example", "d'amico@prova.example"],
    ['protocollo@università.example', 'protocollo@xn--universit-y1a.example'],
    ['urp@comune.forlì-cesena.example', 'urp@comune.xn--forl-cesena-fcb.example'],
    ['urp@xn--universit-y1a.example', 'urp@xn--universit-y1a.example'],
    ['x@a.b.c.example', 'x@a.b.c.example'],
  ])('%s is sent to %s', (written, sent) => {
    expect(readMailAddress(written)).toEqual({ ok: true, value: sent });
  });

  it.each([
    ['', 'shape'],
    ['anna', 'shape'],
    ['@prova.example', 'shape'],
    ['anna@', 'shape'],
    ['anna..rossi@prova.example', 'mailbox'],
    ['.anna@prova.example', 'mailbox'],
    ['annà@prova.example', 'mailbox'],
    ['a b@prova.example', 'mailbox'],
    ['a@b@prova.example', 'mailbox'],
    ['<a@prova.example>', 'mailbox'],
    ['a@prova.example,b@prova.example', 'mailbox'],
    [`${'a'.repeat(65)}@prova.example`, 'mailbox'],
    ['anna@prova', 'domain'],
    ['anna@uffici_tributi.example', 'domain'],
    ['anna@prova..example', 'domain'],
    ['anna@-prova.example', 'domain'],
    ['anna@prova.example.', 'domain'],
    ['anna@prova.123', 'domain'],
    ['anna@127.0.0.1', 'domain'],
    ['anna@0x7f.1', 'domain'],
    ['anna@[127.0.0.1]', 'domain'],
    ['anna@prova.example:25', 'domain'],
    ['anna@prova.example/x', 'domain'],
    ['anna@prova%2eexample.it', 'domain'],
    [`anna@${'a'.repeat(64)}.example`, 'domain'],
    ['anna@prova.example\n', 'domain'],
  ])('%j is refused for its %s', (written, fault) => {
    expect(readMailAddress(written)).toEqual({ ok: false, error: fault });
  });

  it('that a data file may hold is one the mailer takes, and none else', () => {
    const part = fc.stringMatching(/^[aàZ9._-]{1,12}$/);
    fc.assert(
      fc.property(part, part, (mailbox, domain) => {
        const written = `${mailbox}@${domain}.example`;
        const kept = mailAddress.safeParse(written);
        if (kept.success) expect(headerAddress(kept.data)).toBe(kept.data);
        else expect(() => headerAddress(written)).toThrow();
      }),
    );
  });

  it('wrong in a data file is named with what is wrong in it', () => {
    const said = (written: string) => mailAddress.safeParse(written).error?.issues.map((issue) => issue.message);
    expect(said('anna..rossi@ente.example')).toEqual([
      'atteso un indirizzo di posta elettronica, trovato «anna..rossi@ente.example»: prima di @ vanno lettere senza accenti, cifre e segni, con punti singoli fra l’una e l’altra parte',
    ]);
    expect(said('anna@uffici_tributi.example')).toEqual([
      'atteso un indirizzo di posta elettronica, trovato «anna@uffici_tributi.example»: dopo @ va il nome di un dominio, per esempio ente.it',
    ]);
  });
});
