import { err, ok } from '../../domain/result.js';
import { slug } from '../../domain/slug.js';
import { officesOnRecord, putOffice } from '../../register/offices.js';
import { officeWords } from '../../words/offices.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import { line } from '../readers.js';
import { aBody } from '../subject.js';
import { nameTaken } from './an-office.js';

const words = officeWords.adding;

/** Puts an office among those of a body. Who answers for it is said with a mandate. */
export const addOffice = kept({
  verb: 'add-office',
  path: 'nuovo-ufficio',
  resource: 'offices',
  scope: 'steer',
  on: aBody,
  fields: { title: line() },
  gives: { id: 'text', title: 'text' },
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: officeWords.fields,
    done: ({ title }) => words.done(title),
  },
  may: administering,
  keep: async (tx, { entity }, { title }) => {
    const id = slug(title);
    if (id === '') return err([{ field: 'title', text: officeWords.noName }]);
    const taken = await nameTaken(tx, entity, title);
    if (taken.length > 0) return err(taken);
    const same = (await officesOnRecord(tx, entity)).find((one) => one.id === id);
    // One that was ended keeps its name in what it measured: it is taken up again, not made anew.
    if (same !== undefined) return err([{ field: 'title', text: officeWords.taken(same.title) }]);
    await putOffice(tx, { entity, id, title, active: true });
    return ok({ id, title });
  },
  logs: (_acting, { title }, { id }) => ({ action: 'office-added', subject: title, detail: { office: id } }),
});
