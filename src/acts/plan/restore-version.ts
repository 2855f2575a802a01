import { err } from '../../domain/result.js';
import { planVersion } from '../../register/plans.js';
import { planningWords } from '../../words/planning.js';
import { kept } from '../act.js';
import { whole } from '../readers.js';
import { aPlanVersion, mayEdit, notEditing } from './plan-version.js';
import { draftLine, saved } from './planning.js';

const words = planningWords.versions;

/** Takes an earlier version up again, as a new draft; no version is lost. */
export const restoreVersion = kept({
  verb: 'plan restore',
  path: 'ripresa',
  resource: 'restorations',
  scope: 'steer',
  on: aPlanVersion,
  fields: { from: whole(999_999) },
  gives: { version: 'whole' },
  words: {
    title: words.restore,
    does: planningWords.acts.restore,
    submit: words.restore,
    fields: {
      from: { page: 'ripresa', argument: 'ripresa', label: planningWords.acts.restored, missing: words.noFrom },
    },
    done: ({ version }) => planningWords.form.saved(version),
  },
  may: mayEdit,
  notNow: notEditing,
  keep: async (tx, acting, { from }) => {
    const { entity, exercise } = acting.subject.ref;
    const found = await planVersion(tx, entity, exercise, from);
    if (found === undefined) return err([{ field: 'from', text: planningWords.noVersion(String(from)) }]);
    return await saved(tx, acting, found.plan);
  },
  logs: (acting, { from }, { version }) => draftLine(acting, 'plan-drafted', version, words.restored(from)),
});
