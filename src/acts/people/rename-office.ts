import { err, ok } from '../../domain/result.js';
import { putOffice } from '../../register/offices.js';
import { officeWords } from '../../words/offices.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import { line } from '../readers.js';
import { anOffice, nameTaken } from './an-office.js';

const words = officeWords.renaming;

/** Says how an office is called from now on; one that was ended is taken up again. */
export const renameOffice = kept({
  verb: 'rename-office',
  path: 'denominazione',
  resource: 'titles',
  scope: 'steer',
  on: anOffice,
  fields: { title: line() },
  gives: { title: 'text' },
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: officeWords.fields,
    done: ({ title }) => words.done(title),
  },
  may: administering,
  starts: ({ subject: { office } }) => ({ title: office.title }),
  stands: ({ subject: { office } }) => ({
    version: JSON.stringify([office.title, office.active]),
    said: words.standsNow(office.title),
    reached: ({ title }) => office.active && title === office.title,
  }),
  keep: async (tx, { entity, subject: { office } }, { title }) => {
    const taken = await nameTaken(tx, entity, title, office.id);
    if (taken.length > 0) return err(taken);
    await putOffice(tx, { entity, id: office.id, title, active: true });
    return ok({ title });
  },
  logs: ({ subject: { office } }, { title }) => ({
    action: 'office-renamed',
    subject: title,
    detail: { office: office.id, reason: words.changed(office.title, title) },
  }),
});
