import { ABOUT_KINDS, type AboutEntry } from '../../domain/about-body.js';
import { err, ok } from '../../domain/result.js';
import { slug } from '../../domain/slug.js';
import { aboutBody, writeBodyEntry } from '../../register/body-entries.js';
import { aboutWords as words } from '../../words/about-body.js';
import type { About, Option, Place, Standing } from '../act.js';
import { kept } from '../act.js';
import { versionOf } from '../digest.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { line, oneOf, text, whole } from '../readers.js';
import { aBody } from '../subject.js';

/** Entries of a body, to choose one of: `organ/consiglio`. */
export const entryOptions = async ({ register, subject }: Place<string>): Promise<readonly Option[]> =>
  (await aboutBody(register.db, subject)).map((entry) => ({
    value: keyOf(entry),
    title: `${words.kinds[entry.kind]}: ${entry.title}`,
  }));

const keyOf = ({ kind, id }: Pick<AboutEntry, 'kind' | 'id'>): string => `${kind}/${id}`;

/** The entry a key names; undefined when the body has none of that key. */
export const entryNamed = (entries: readonly AboutEntry[], key: string): AboutEntry | undefined =>
  entries.find((entry) => keyOf(entry) === key);

/** How the entries of a body stand: whoever changes or takes away one that has become another is asked. */
export async function entryStanding({ register, subject }: Place<string>, { entry }: About): Promise<Standing> {
  const entries = await aboutBody(register.db, subject);
  return {
    version: versionOf(entries),
    said: words.standsNow(entries.find((one) => keyOf(one) === entry)),
    // A new one takes nobody's place.
    concerns: () => entry !== undefined,
  };
}

/** Writes an entry of who the body is, or changes one. */
export const describe = kept({
  verb: 'describe',
  path: 'voce',
  resource: 'entries',
  scope: 'steer',
  on: aBody,
  fields: {
    entry: optional(oneOf()),
    kind: oneOf(ABOUT_KINDS as readonly AboutEntry['kind'][]),
    title: line(),
    details: optional(text(4)),
    count: optional(whole()),
    hours: optional(line()),
  },
  gives: { entry: 'text' },
  words: {
    title: 'Aggiungi o cambia una voce',
    does: 'Scrive o cambia un dato di chi è l’ente: organo, sede, servizio, partecipazione',
    lead: 'Per cambiare una voce sceglierla e scriverla per intero: prende il posto di com’era, che resta nel registro.',
    submit: 'Registra la voce',
    fields: {
      entry: { page: 'voce', value: 'voce', label: 'Voce da cambiare (vuoto: una nuova)' },
      kind: { page: 'tipo', value: 'tipo', label: 'Che cosa è', missing: 'manca che cosa è', options: words.kind },
      title: { page: 'denominazione', value: 'nome', label: words.what, missing: 'manca la denominazione' },
      details: {
        page: 'dettagli',
        value: 'righe',
        label: `${words.details} (facoltativo)`,
        hint: 'Una riga per ogni compito, recapito o dato. Senza nomi di persone.',
      },
      count: {
        page: 'numero',
        value: 'numero',
        label: 'Quanti (facoltativo)',
        hint: 'Componenti di un organo, società partecipate.',
      },
      hours: { page: 'orari', value: 'orari', label: 'Orari di una sede (facoltativo)' },
    },
    done: (_, { title }) => `«${title}» è registrato.`,
  },
  may: steering,
  offers: { entry: entryOptions },
  stands: entryStanding,
  keep: async (tx, acting, { entry, kind, title, details, count, hours }) => {
    const entries = await aboutBody(tx, acting.subject);
    const changed = entry === undefined ? undefined : entryNamed(entries, entry);
    if (entry !== undefined && changed === undefined) return err([{ field: 'entry', text: words.unknown(entry) }]);
    const id = changed !== undefined && changed.kind === kind ? changed.id : slug(title);
    if (id === '') return err([{ field: 'title', text: words.noName }]);
    if (keyOf({ kind, id }) !== entry && entryNamed(entries, keyOf({ kind, id })) !== undefined)
      return err([{ field: 'title', text: words.sameTitle }]);
    const lines = (details ?? '').split('\n').map((one) => one.trim());
    const written: AboutEntry = {
      ...{ kind, id, title },
      details: lines.filter((one) => one !== ''),
      count,
      hours,
    };
    const at = { entity: acting.subject, kind, id };
    if (changed !== undefined && changed.kind !== kind)
      await writeBodyEntry(tx, doing(acting), { ...at, kind: changed.kind, id: changed.id }, undefined);
    await writeBodyEntry(tx, doing(acting), at, written);
    return ok({ entry: keyOf({ kind, id }) });
  },
  logs: ({ subject }, { title, kind }, { entry }) => ({
    action: 'body-described',
    subject: `${subject}/${entry}`,
    detail: { reason: `${words.kinds[kind]}: ${title}` },
  }),
});
