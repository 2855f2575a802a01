import { cycleId } from '../domain/cycle-id.js';
import { XLSX_TYPE } from '../files/media-types.js';
import { writeSheetData } from '../sheets/officer-sheet.js';
import { sheetWords } from '../words/sheets.js';
import type { CheckpointRequest } from './checkpoint-messages.js';

/** A file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * The data sheet of what an officer is asked, made from the message alone, so that a mail sent again carries the same
 * bytes; undefined for a message written before there were sheets.
 */
export function dataSheet(message: CheckpointRequest): Attachment | undefined {
  const { entity, exercise, step, sheet, period, recipient, simulated } = message;
  if (sheet === undefined) return undefined;
  return {
    name: sheetWords.mail.fileName(step.id, exercise),
    type: XLSX_TYPE,
    bytes: writeSheetData({
      key: { cycle: cycleId({ entity: entity.id, exercise }), checkpoint: step.id, ...sheet },
      entity: entity.name,
      title: step.title,
      officer: recipient,
      period,
      dueOn: step.dueOn,
      simulated,
      rows: message.indicators.flatMap((asked) =>
        asked.entry === undefined ? [] : [{ ...asked, entry: asked.entry }],
      ),
    }),
  };
}
