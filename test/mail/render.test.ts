import { describe, expect, it } from 'vitest';
import { dueIcs } from '../../src/mail/due-ics.js';
import { MailRefused } from '../../src/mail/header.js';
import type { Message } from '../../src/mail/message.js';
import { renderMessage } from '../../src/mail/render.js';
import { mailWords } from '../../src/words/mail.js';
import {
  ALL,
  amendment,
  checkpoint,
  corrective,
  decision,
  escalation,
  followUp,
  INDICATORS,
  LINK,
  opening,
  published,
  result,
  returned,
  STEP,
  summary,
  validation,
} from './messages.js';

/** The text a reader sees, tags gone and entities read. */
const visible = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<div style="display:none.*?<\/div>/s, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
/** Where its links lead: the text writes it out. */
const addresses = (html: string): string =>
  [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')).join(' ');
const words = (text: string): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{N}/]+/gu));

const CONTACT = { name: 'Controllo di gestione', email: 'cdg@camera.example', phone: '0585 1' } as const;

describe('every mail', () => {
  it.each(ALL.map((m) => [m.kind, m] as const))('%s says whom to ask, who reads what is answered', (_, message) => {
    const { text, html, replyTo } = renderMessage(message, CONTACT);
    for (const said of [text, visible(html)])
      expect(said).toContain('Per chiarimenti: Controllo di gestione, cdg@camera.example, tel. 0585 1.');
    expect(replyTo).toEqual({ name: 'Controllo di gestione', address: 'cdg@camera.example' });
    expect(renderMessage(message).replyTo).toBeUndefined();
  });

  it.each(ALL.map((m) => [m.kind, m] as const))('%s says in text what it says in HTML', (_, message) => {
    const mail = renderMessage(message);
    // The hint beside a button makes sense only where there is one.
    const html = words(`${visible(mail.html).replace(mailWords.linkHint, '')} ${addresses(mail.html)}`);
    expect([...words(mail.text)].filter((word) => !html.has(word))).toEqual([]);
    expect([...html].filter((word) => !words(mail.text).has(word))).toEqual([]);
  });

  it.each(ALL.map((m) => [m.kind, m] as const))('%s greets, has one button, and names the entity', (kind, message) => {
    const mail = renderMessage(message);
    expect(mail.text).toContain('Gentile Anna Prova,');
    // An address that is no longer somebody's is given no way in.
    const links = kind === 'address-changed' ? 0 : 1;
    expect(mail.html.match(/<a href="[^"]*" style="display:inline-block/g) ?? []).toHaveLength(links);
    expect(mail.html.includes(`<a href="${LINK}"`)).toBe(links === 1);
    expect(mail.text.includes(LINK)).toBe(links === 1);
    expect(mail.text).toContain('Camera di Commercio di Massa-Carrara');
    expect(mail.subject).not.toContain('Prova generale');
    expect(mail.text).not.toContain('Prova generale');
    expect(mail.html).not.toContain('Prova generale');
  });

  it.each(ALL.map((m) => [m.kind, m] as const))(
    '%s says it is a rehearsal, on top and in the subject',
    (_, message) => {
      const mail = renderMessage({ ...message, simulated: true });
      expect(mail.subject.startsWith('[Prova generale] ')).toBe(true);
      expect(mail.text.startsWith('*** Prova generale: dati simulati ***')).toBe(true);
      expect(visible(mail.html).indexOf('Prova generale: dati simulati')).toBeLessThan(
        visible(mail.html).indexOf('Gentile'),
      );
    },
  );

  it.each(ALL.map((m) => [m.kind, m] as const))('%s says for whom its reader stands in', (_, message) => {
    const mail = renderMessage({ ...message, actingFor: 'Bruno Prova' });
    expect(mail.text).toContain('in sostituzione di Bruno Prova');
    expect(mail.html).toContain('in sostituzione di Bruno Prova');
  });

  it.each(ALL.map((m) => [m.kind, m] as const))(
    '%s goes on in small letters after its greeting, and with a capital after a sentence',
    (_, message) => {
      const paragraph = (mail: Message, n: number) => renderMessage(mail).text.split('\n\n')[n] ?? '';
      // Only a name is written with a capital in the middle of a sentence.
      const by = 'by' in message ? message.by : 'requestedBy' in message ? message.requestedBy : undefined;
      expect(paragraph(message, 1).replace(by ?? '', 'chi')).toMatch(/^\p{Ll}/u);
      expect(paragraph({ ...message, actingFor: 'Bruno Prova' }, 2)).toMatch(/^[^\p{Ll}]/u);
      expect(paragraph({ ...message, byHand: { by: 'Carla Prova' } }, 2)).toMatch(/^[^\p{Ll}]/u);
    },
  );

  it.each(ALL.map((m) => [m.kind, m] as const))(
    '%s is laid out in tables with inline styles, in Italian, without outside resources',
    (_, message) => {
      const { html } = renderMessage(message);
      expect(html).toContain('<html lang="it">');
      expect(html).not.toMatch(/<(img|link|script|style|iframe|form)\b/);
      expect(html).not.toMatch(/\bclass=|url\(|@import/);
      for (const table of html.match(/<table[^>]*>/g) ?? []) expect(table).toContain('role="presentation"');
      expect(Buffer.byteLength(html)).toBeLessThan(100_000); // over 102 kB Gmail cuts it
    },
  );
});

const EVIL = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>&lt;b&gt;`;

/** The same value with every text inside it, however deep, ending in something hostile. */
function poison<T>(value: T, key = ''): T {
  const untouched = [
    'kind',
    'link',
    'at',
    'dueOn',
    'on',
    'period',
    'frozenOn',
    'actDate',
    'deferredTo',
    'force',
    'moment',
    'asked',
    'audience',
    'passage',
    'outcome',
    'to',
    'hash',
    'id',
    'of',
    'why',
    'doneAt',
  ];
  if (typeof value === 'string') return (untouched.includes(key) ? value : `${value}${EVIL}`) as T;
  if (Array.isArray(value)) return value.map((item) => poison(item)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, poison(v, k)])) as T;
  }
  return value;
}

describe('a hostile text', () => {
  it.each(ALL.map((m) => [m.kind, m] as const))('in %s stays text', (_, message) => {
    const clean = renderMessage({ ...message, actingFor: 'x' });
    const hostile = renderMessage(poison({ ...message, actingFor: 'x' }));
    expect(hostile.html.match(/<[a-z!/][^>]*>/gi)).toEqual(clean.html.match(/<[a-z!/][^>]*>/gi));
    expect(hostile.html).not.toContain('<script');
    expect(hostile.html).toContain('&lt;script&gt;');
    expect(visible(hostile.html)).toContain(EVIL.replace(/&lt;/g, '<').replace(/&gt;/g, '>').slice(0, 20));
  });

  it.each(['\r\nBcc: x@y.example', '\nX', '\rX', '\u0000', '\u2028x', '\u0085'])(
    'with a line break (%j) in what goes into the subject is refused',
    (end) => {
      expect(() => renderMessage({ ...opening, step: { ...STEP, title: `Piano${end}` } })).toThrow(MailRefused);
      expect(() => renderMessage({ ...decision, document: { ...decision.document, title: `Piano${end}` } })).toThrow(
        MailRefused,
      );
    },
  );

  it.each(['javascript:alert(1)', 'data:text/html,x', 'attivita/1', '', '//altro.example', 'https://'])(
    'cannot be the link: %j',
    (link) => {
      expect(() => renderMessage({ ...opening, link })).toThrow(MailRefused);
    },
  );

  it('in a link cannot leave its attribute', () => {
    const { html } = renderMessage({ ...opening, link: `https://camera.example/a"><script>alert(1)</script>` });
    expect(html).not.toContain('<script');
    expect(html.match(/<a href="[^"]*"/g)).toEqual([
      '<a href="https://camera.example/a%22%3E%3Cscript%3Ealert(1)%3C/script%3E"',
    ]);
  });

  it('with line breaks keeps them where they are meant', () => {
    const mail = renderMessage(result);
    expect(mail.html).toContain('non sommano a 100.<br>Rivedere');
    expect(mail.text).toContain('> I pesi dell’area 2 non sommano a 100.\n> Rivedere anche il target 1.1.');
  });
});

describe('the mail about a step', () => {
  const at = (kind: 'step-reminder' | 'step-due-today' | 'step-late', instant: typeof opening.at) =>
    renderMessage({ ...opening, kind, at: instant });

  it('opens it with deadline, window and norm', () => {
    const mail = renderMessage(opening);
    expect(mail.subject).toBe('31/01/2016, da avviare: Approvazione del Piano');
    expect(mail.text).toContain('Va conclusa entro domenica 31 gennaio 2016.');
    expect(mail.text).toContain('Tempi previsti: Ott-Gen');
    expect(mail.text).toContain('Termine di legge: D.Lgs. 150/2009, art. 10, c. 1, lett. a)');
    expect(renderMessage({ ...opening, step: { ...STEP, force: 'body', norm: 'SMVP' } }).text).toContain(
      'Riferimento: SMVP',
    );
  });

  it.each([
    ['2016-01-21T08:00:00Z', 'scade fra 10 giorni, domenica 31 gennaio 2016'],
    ['2016-01-30T08:00:00Z', 'scade domani, domenica 31 gennaio 2016'],
    // 23:30 UTC of the 29th is already the 30th in Italy.
    ['2016-01-29T23:30:00Z', 'scade domani'],
  ] as const)('reminds of it on %s: %s', (instant, sentence) => {
    expect(at('step-reminder', instant).text).toContain(sentence);
  });

  it('says what is true when it leaves later than planned', () => {
    expect(at('step-reminder', '2016-01-31T08:00:00Z').subject).toBe('31/01/2016, scade oggi: Approvazione del Piano');
    expect(at('step-reminder', '2016-02-01T08:00:00Z').subject).toBe('31/01/2016, in ritardo: Approvazione del Piano');
    expect(at('step-due-today', '2016-02-02T08:00:00Z').text).toContain('il ritardo è di 2 giorni');
  });

  it('counts the days of lateness', () => {
    expect(at('step-late', '2016-02-01T08:00:00Z').text).toContain('il ritardo è di un giorno.');
    expect(at('step-late', '2016-03-01T08:00:00Z').text).toContain('il ritardo è di 30 giorni.');
  });

  it('escalates with who is being waited for', () => {
    const mail = renderMessage(escalation);
    expect(mail.subject).toBe('31/01/2016, in ritardo nel Suo settore: Approvazione del…');
    expect(mail.text).toContain('In attesa di: Bruno Prova');
    expect(mail.text).toContain('in ritardo di 5 giorni');
    expect(mail.text).toContain('Il termine è fissato dalla legge.');
    const head = renderMessage({ ...escalation, to: 'head', waitingFor: [] });
    expect(head.subject).toBe('31/01/2016, in ritardo: Approvazione del Piano');
    expect(head.text).toContain('In attesa di: nessun incaricato: il ruolo è scoperto');
  });
});

describe('the mail of a checkpoint', () => {
  it('lists each indicator with unit, last value, target as approved and its reading', () => {
    const { text, subject } = renderMessage(checkpoint);
    expect(subject).toBe('31/01/2016: 2 indicatori per il monitoraggio al 30/04/2016');
    expect(text).toContain(
      [
        '- Incontri con le imprese',
        '  Codice: 1.1.1-01',
        '  Unità di misura: incontri',
        '  Ultimo valore: 9 al 31/12/2015',
        '  Target approvato: almeno 25',
        '  Come si legge: almeno 25: più è alto, meglio è',
      ].join('\n'),
    );
    expect(text).toContain('  Ultimo valore: nessuno registrato');
    expect(text).toContain('  Come si legge: lettura non ancora confermata');
  });

  it.each([
    ['reminder', '31/01/2016, promemoria: manca un indicatore al 30/04/2016'],
    ['due-today', '31/01/2016, scade oggi: manca un indicatore al 30/04/2016'],
    ['late', '31/01/2016, in ritardo: manca un indicatore al 30/04/2016'],
  ] as const)('says what is still missing: %s', (moment, subject) => {
    expect(renderMessage({ ...checkpoint, moment, indicators: INDICATORS.slice(0, 1) }).subject).toBe(subject);
  });

  it('shows what an automatic source proposes, or why it gave nothing', () => {
    const [first, second] = INDICATORS;
    if (first === undefined || second === undefined) throw new Error('two indicators are needed');
    const proposed = {
      ...first,
      proposed: '9, letto da «Rassegna stampa» il 02/05/2016: è da confermare o correggere',
    };
    const failed = { ...second, failed: 'non riuscita («Gestionale <timeout>»). Il valore va inserito a mano' };
    const mail = renderMessage({ ...checkpoint, indicators: [proposed, failed] });
    expect(mail.text).toContain('Valore proposto: 9, letto da «Rassegna stampa» il 02/05/2016');
    expect(mail.text).toContain('Lettura automatica: non riuscita («Gestionale <timeout>»)');
    expect(mail.html).toContain('&lt;timeout&gt;');
  });

  it('brings a value back with the remark and who made it', () => {
    const mail = renderMessage(returned);
    expect(mail.subject).toBe('31/01/2016, da rivedere: Incontri con le imprese');
    expect(mail.text).toContain('> Sembra la somma di due anni\n> (Carla Prova)');
    expect(renderMessage({ ...returned, indicators: INDICATORS }).subject).toBe('31/01/2016: 2 valori da rivedere');
  });

  it('asks a corrective action for what is behind', () => {
    const mail = renderMessage(corrective);
    expect(mail.subject).toBe('21/01/2016, un indicatore lontano dal target al 31/08/2016');
    expect(mail.text).toContain('  Grado di realizzazione: 36,00%');
    expect(mail.text).toContain('Le chiediamo di indicare l’azione correttiva che propone.');
    const { indicators } = corrective;
    const several = renderMessage({ ...corrective, next: '2016-12-31', indicators: [...indicators, ...indicators] });
    expect(several.text).toContain(
      'mostra 2 indicatori lontani dal target. Le chiediamo di indicare, per ciascuno, l’azione correttiva che propone, prima del prossimo esame dei risultati, al 31 dicembre 2016.',
    );
  });

  it('says until when values are wanted, not that their collection ends: it goes on until somebody closes it', () => {
    for (const moment of ['reminder', 'due-today', 'late'] as const)
      expect(renderMessage({ ...checkpoint, moment }).text).not.toMatch(/chiude|chiudersi/);
  });
});

describe('the mail about a document', () => {
  it('asks a board to decide, with the whole hash and the term', () => {
    const mail = renderMessage(decision);
    expect(mail.subject).toBe('31/01/2016, all’esame: Piano della performance 2016-2018…');
    expect(mail.text).toContain(`Impronta (SHA-256): ${'ab'.repeat(32)}`);
    expect(mail.text).toContain('Esame: primo');
    expect(mail.text).not.toContain('Rispetto alla versione precedente');
  });

  it('asks a board to decide on an amendment as such: why, what it changes, and no round of observations', () => {
    const { subject, text } = renderMessage(amendment);
    expect(subject).toBe('31/01/2016, aggiornamento: Piano della performance…');
    expect(text).toContain('una proposta di aggiornamento in corso d’anno di «Piano della performance 2016-2018»');
    expect(text).toContain(
      '> Motivo: target già superato a maggio\n> Modifiche al Piano in vigore: un target modificato.',
    );
    expect(text).not.toContain('dopo le osservazioni');
    const approved = renderMessage({
      ...result,
      amends: true,
      outcome: 'approved',
      actNumber: '4',
      actDate: '2016-02-01',
    });
    expect(approved.subject).toMatch(/^21\/01\/2016, aggiornamento approvato: /);
    expect(approved.text).toContain('è stato approvato (Giunta camerale) ed è in vigore');
  });

  it('asks past the term in other words, without a day gone by for the calendar', () => {
    const at = '2016-02-03T08:00:00Z';
    const again = renderMessage({ ...decision, round: 2, at });
    expect(again.text).toContain('che doveva essere adottata entro domenica 31 gennaio 2016');
    expect(again.due).toBeUndefined();
    const values = renderMessage({ ...checkpoint, at });
    expect(values.text).toContain('andavano inviati entro domenica 31 gennaio 2016');
    expect(values.due).toBeUndefined();
    const opened = renderMessage({ ...opening, at });
    expect(opened.text).toContain('doveva concludersi entro domenica 31 gennaio 2016');
    expect(opened.due).toBeUndefined();
    const back = renderMessage({ ...returned, at });
    expect(back.subject).toBe('03/02/2016, da rivedere: Incontri con le imprese');
    expect(back.text).toContain('appena possibile: il termine era domenica 31 gennaio 2016');
  });

  it('asks the OIV to validate, and says where its desk is; of the Sistema it asks an opinion', () => {
    const mail = renderMessage(validation);
    expect(mail.subject).toBe('31/01/2016, da validare: Relazione sulla performance 2016');
    expect(mail.text).toContain('si apre la scrivania di chi valida');
    expect(mail.text).not.toContain('delibera');
    const opinion = renderMessage({ ...validation, asked: 'opinion', moment: 'late' });
    expect(opinion.subject).toBe('31/01/2016, in ritardo parere: Relazione sulla…');
    expect(opinion.text).toContain('favorevole, con numero e data dell’atto; contrario, con le ragioni');
  });

  it('shows in the next round what changed', () => {
    const mail = renderMessage({ ...decision, round: 2, changes: 'Peso dell’area 2: da 35 a 40' });
    expect(mail.text).toContain('Esame: 2° esame, dopo le osservazioni');
    expect(mail.text).toContain('Rispetto alla versione precedente:\n\n> Peso dell’area 2: da 35 a 40');
  });

  it.each([
    [
      { ...result, outcome: 'approved', actNumber: '7', actDate: '2016-01-29' },
      '21/01/2016, approvato: Piano della performance 2016-2018',
      'Atto: n. 7 del 29/01/2016',
    ],
    [result, '21/01/2016, respinto con osservazioni: Piano della…', 'Va rivisto e trasmesso di nuovo.'],
    [
      { ...result, outcome: 'deferred', deferredTo: '2016-02-12' },
      '12/02/2016, rinviato a quel giorno: Piano della…',
      'Rinviato al: venerdì 12 febbraio 2016',
    ],
  ] as const)('tells who prepared it how it went', (message, subject, sentence) => {
    const mail = renderMessage(message as Message);
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(sentence);
  });

  it('says that its links are personal where they let in who has them, and not elsewhere', () => {
    const said = (message: Message) => renderMessage(message).text.includes('il messaggio non va inoltrato');
    const invites = 'https://ciclo.camera.example/adempimento/eyJhbGciOiJIUzI1NiJ9.e30.x';
    expect(said({ ...opening, link: invites })).toBe(true);
    expect(said({ ...followUp, own: followUp.own.map((item) => ({ ...item, link: invites })) })).toBe(true);
    expect([opening, published].map(said)).toEqual([false, false]);
    expect(
      said({ ...published, link: 'https://ciclo.camera.example/cicli/ccms/2016/attivita/x/adempimento/ricevuta/3' }),
    ).toBe(false);
  });

  it('tells where it is published', () => {
    expect(renderMessage(published).text).toContain(
      'Amministrazione trasparente: Performance / Piano della performance',
    );
    expect(renderMessage(published).subject).toBe('21/01/2016, pubblicato: Piano della performance 2016-2018');
  });

  it('says that something is published once it was found where it should be, and not before', () => {
    const { subject, text } = renderMessage({ ...published, verified: false });
    expect(subject).toBe('21/01/2016, in pubblicazione: Piano della performance…');
    expect(text).toContain('Non è ancora verificato che si legga sul sito');
    expect(text).not.toContain('è pubblicato');
  });

  it('sums up the cycle', () => {
    const { text, html, subject } = renderMessage(summary);
    expect(subject).toBe('05/09/2016, settimana del ciclo: un’attività in ritardo');
    expect(text).toContain('Ciclo 2016, attività concluse: 17 su 28');
    expect(text).toContain(
      '- Budget direzionale (2016)\n  Scadenza: giovedì 31 dicembre 2015\n  In attesa di: Bruno Prova\n  Apri la pagina: https://ciclo.example/cicli/ccms/2016/attivita/budget',
    );
    expect(text).toContain(
      'Previsione a fine anno: 15 (50,00%, rosso; in proporzione ai giorni trascorsi, 244 su 366)',
    );
    // One click to each.
    for (const page of ['attivita/budget', '2016/indicatori/1.1.1-01', '2017/piano/letture'])
      expect(html).toMatch(new RegExp(`<a href="https://ciclo\\.example/cicli/ccms/[^"]*${page.replace('.', '\\.')}"`));
    expect(text).not.toContain('Valori non ancora inviati');
  });

  it('does not tell all of a long list: the pages have it', () => {
    const late = Array.from({ length: 17 }, (_, i) => ({
      ...{ title: `Attività ${i + 1}`, exercise: 2016, dueOn: '2016-08-31' as const, waitingFor: [] },
      link: 'https://ciclo.example/cicli/ccms/2016/attivita/una',
    }));
    const { text } = renderMessage({ ...summary, late });
    expect(text).toContain('Attività 15 (2016)');
    expect(text).not.toContain('Attività 16 (2016)');
    expect(text).toContain('E altre 2, che si trovano sulle pagine.');
  });
});

describe('the calendar entry', () => {
  /** Content lines unfolded (RFC 5545, 3.1). */
  const linesOf = (message: Message): readonly string[] => {
    const { due } = renderMessage(message);
    const ics = due === undefined ? '' : dueIcs(due, { name: 'Ciclo, «Camera»', address: 'ciclo@camera.example' });
    return ics.replace(/\r\n[ \t]/g, '').split('\r\n');
  };

  it('is the whole day of the deadline, with the identity the printed calendar gives it', () => {
    const lines = linesOf(opening);
    expect(lines).toContain('DTSTART;VALUE=DATE:20160131');
    expect(lines).toContain('UID:ccms.2016.piano-approvazione.scadenza@ciclo');
    expect(lines).toContain('DTSTAMP:20160121T080000Z');
    expect(lines).toContain('SUMMARY:Scadenza: Approvazione del Piano');
    expect(lines).toContain('METHOD:PUBLISH');
    expect(lines.some((l) => l.startsWith('ORGANIZER') && l.endsWith(':mailto:ciclo@camera.example'))).toBe(true);
  });

  it.each(ALL.map((m) => [m.kind, m] as const))(
    'of %s never has its link, which lets in whoever opens it',
    (_, message) => {
      const linked = message.kind === 'address-changed' ? message : { ...message, link: LINK };
      expect(linesOf(linked).join('\n')).not.toMatch(/http|adempimento/);
    },
  );

  it('of a later mail wins over the one before', () => {
    const sequence = (message: Message) =>
      Number(
        linesOf(message)
          .find((l) => l.startsWith('SEQUENCE:'))
          ?.slice(9),
      );
    const before = sequence(opening);
    const after = sequence({ ...opening, at: '2016-01-22T08:00:00Z', step: { ...STEP, dueOn: '2016-02-15' } });
    expect(after).toBeGreaterThan(before);
  });

  it('cannot be broken by a title', () => {
    const lines = linesOf({ ...opening, step: { ...STEP, title: 'Piano; BEGIN:VALARM, \\n "x"' } });
    expect(lines.filter((l) => l.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
  });

  it.each(ALL.map((m) => [m.kind, m] as const))('goes with %s only where a due date is asked', (kind, message) => {
    const asked = [
      'step-opening',
      'step-reminder',
      'step-due-today',
      'checkpoint-request',
      'decision-request',
      'value-returned',
    ];
    expect(renderMessage(message).due !== undefined).toBe(asked.includes(kind));
  });
});

describe('a mail somebody sends by hand', () => {
  const byHand = { by: 'Guglielmo Tarasconi', text: 'Serve per la seduta di Giunta.' };

  it.each([checkpoint, opening].map((m) => [m.kind, m] as const))(
    '%s says who sends it, with their own words, first',
    (_, message) => {
      const mail = renderMessage({ ...message, byHand });
      const plain = renderMessage(message);
      expect(mail.subject).toBe(plain.subject);
      for (const said of [mail.text, visible(mail.html)]) {
        const [who, own] = ['Guglielmo Tarasconi, del controllo di gestione', byHand.text].map((one) =>
          said.indexOf(one),
        );
        expect(who).toBeGreaterThan(0);
        expect(own).toBeGreaterThan(who ?? 0);
      }
      expect(renderMessage({ ...message, byHand: { by: byHand.by } }).text).not.toContain('Serve');
      expect(plain.text).not.toContain('del controllo di gestione, Le');
    },
  );
});
