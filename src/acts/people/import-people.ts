import { heldAlready } from '../../domain/mandates.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok } from '../../domain/result.js';
import { slug } from '../../domain/slug.js';
import { addMandate, putPerson } from '../../register/people-changes.js';
import { mandatesOf, peopleOnRecord, rolesToGive } from '../../register/reading/mandates.js';
import { readPeople } from '../../sheets/read-people.js';
import { peopleWords } from '../../words/people.js';
import { kept } from '../act.js';
import { files } from '../file-readers.js';
import { administering } from '../parts.js';
import { aBody } from '../subject.js';

const words = peopleWords.importing;

/** Puts people and what they hold on record from a table; who is there already stays as they are. */
export const importPeople = kept({
  verb: 'import-people',
  path: 'importa-persone',
  resource: 'people-imports',
  scope: 'steer',
  on: aBody,
  fields: { file: files({ most: 1, least: 1 }) },
  gives: { people: 'whole', mandates: 'whole' },
  words: {
    title: words.title,
    does: words.does,
    lead: words.lead,
    submit: words.submit,
    fields: { file: words.file },
    done: ({ people, mandates }) => words.done(people, mandates),
  },
  may: administering,
  ready: async ({ register, entity }, { file: [sent] }) => {
    if (sent === undefined) return err([{ field: 'file', text: words.file.missing }]);
    const read = await readPeople(sent.bytes, await rolesToGive(register.db, entity));
    return read.ok ? ok({ name: sent.name, rows: read.value }) : err(inFile(sent.name, read.error));
  },
  keep: async (tx, { entity, today }, _, { name: file, rows }) => {
    const wrong: Refusal[] = [];
    const added = { people: 0, mandates: 0 };
    for (const { row, name, email, mandates } of rows) {
      const there = await peopleOnRecord(tx, entity);
      const known = there.find((one) => one.active && one.email.toLowerCase() === email.toLowerCase());
      const id = known?.id ?? (slug(name, '.') || 'persona');
      const other = known === undefined ? there.find((one) => one.id === id) : undefined;
      if (other !== undefined) {
        wrong.push(...inFile(file, [words.row(row, peopleWords.taken(id, other.name))]));
        continue;
      }
      if (known === undefined) {
        await putPerson(tx, { entity, id, name, email });
        added.people++;
      }
      for (const { role, from = today, to } of mandates) {
        const given = { person: id, role, from, to };
        if (heldAlready(await mandatesOf(tx, entity), given) !== undefined) continue;
        await addMandate(tx, entity, given);
        added.mandates++;
      }
    }
    return wrong.length > 0 ? err(wrong) : ok(added);
  },
  logs: (_acting, { file: [sent] }, { people, mandates }) => ({
    action: 'people-imported',
    subject: sent?.name ?? '',
    detail: { reason: words.done(people, mandates) },
  }),
});

const inFile = (name: string, said: readonly string[]) =>
  said.map((text) => ({ field: 'file', text: `${name}: ${text}` }));
