import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Db } from '../../register/database.js';
import { planShown } from '../../register/reading/plan.js';
import { addVersion } from '../../register/sheets.js';
import { individualActWords as words } from '../../words/individual-acts.js';
import type { Acting, FieldWords } from '../act.js';
import { doing } from '../doing.js';
import type { Values } from '../field.js';
import { text } from '../readers.js';
import type { SheetSubject } from './a-sheet.js';
import { objectiveLines, objectivesAsWritten, objectivesOf } from './objective-lines.js';
import { passageAct, type Said } from './passage.js';

const fields = { objectives: objectiveLines(), reason: text() };

const fieldWords = {
  objectives: {
    page: 'obiettivi',
    value: 'righe',
    label: 'Obiettivi',
    hint: words.objectives.hint,
    missing: 'mancano gli obiettivi',
  },
  reason: {
    page: 'motivo',
    value: 'motivo',
    label: 'Perché cambiano',
    hint: 'Lo legge l’interessato; resta con la versione di prima.',
    missing: 'manca il motivo',
  },
} satisfies Record<string, FieldWords>;

const starts = ({ sheet }: SheetSubject) => ({ objectives: objectivesAsWritten(sheet.objectives) });

/** Proposes other objectives: of a sheet that waits for an answer, or in answer to an objection. */
export const proposeAgain = passageAct({
  passage: 'propose',
  verb: 'sheet propose-again',
  resource: 'proposals',
  fields,
  words: {
    title: 'Cambia la proposta',
    does: 'Propone altri obiettivi per una scheda che non è ancora assegnata',
    submit: 'Proponi',
    fields: fieldWords,
    done: () => 'La nuova proposta è registrata.',
  },
  starts,
  says: newVersion,
});

/** Changes the objectives of an assigned sheet during the year, with why. */
export const changeSheet = passageAct({
  passage: 'change',
  verb: 'sheet change',
  resource: 'changes',
  fields,
  words: {
    title: 'Modifica gli obiettivi in corso d’anno',
    does: 'Modifica gli obiettivi di una scheda assegnata, con il motivo',
    submit: 'Registra la modifica',
    fields: fieldWords,
    done: () => 'La modifica è registrata: vale la nuova versione, le precedenti restano.',
  },
  starts,
  says: newVersion,
});

async function newVersion(
  tx: Db,
  acting: Acting<SheetSubject>,
  { objectives: lines, reason }: Values<typeof fields>,
): Promise<Result<Said, readonly Refusal[]>> {
  const { ref, sheet, group } = acting.subject;
  const plan = (await planShown(tx, ref.entity, ref.exercise))?.plan;
  const objectives = objectivesOf(lines, plan, group.who.kind === 'role' ? group.who.role : undefined);
  if (!objectives.ok) return objectives;
  if (objectivesAsWritten(objectives.value) === objectivesAsWritten(sheet.objectives))
    return err([{ field: 'objectives', text: words.sameObjectives }]);
  const number = (sheet.versions.at(-1)?.number ?? 0) + 1;
  await addVersion(tx, doing(acting), sheet.id, number, objectives.value, reason);
  return ok({ text: reason });
}
