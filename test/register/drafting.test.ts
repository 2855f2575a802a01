import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import type { DocumentOutline, SectionOutline } from '../../src/domain/drafting/outline.js';
import { saveCycle } from '../../src/register/cycles.js';
import { beginDrafting, draftedIn, draftedOf, sectionsOf, setSectionState } from '../../src/register/drafting.js';
import { addFigure, figureOf, putStandIn, standInOf, withdrawStandIn } from '../../src/register/drafting-files.js';
import { addRemarks, answerRemark, closeRemark, remarksOf } from '../../src/register/drafting-remarks.js';
import { draftStanding } from '../../src/register/drafting-standing.js';
import { dropTyped, keepTyped, othersIn, seenIn, typedOf } from '../../src/register/drafting-typing.js';
import { earlierText, saveSection, versionsOf, writersOf } from '../../src/register/drafting-versions.js';
import { addAdoption, adoptionOf } from '../../src/register/outlines.js';
import { aCycle } from './fixtures.js';
import { aRegister } from './register.js';

const AT: Instant = '2015-09-01T08:00:00Z';
const LATER = '2015-09-02T08:00:00Z';

const section = (id: string, over: Partial<SectionOutline> = {}): SectionOutline => ({
  id,
  title: id,
  level: 2,
  required: true,
  owners: ['controllo'],
  content: { kind: 'written' },
  ...over,
});

const outline = (...sections: readonly SectionOutline[]): DocumentOutline => ({
  kind: 'contesto',
  version: '1',
  standIn: false,
  landscape: false,
  sections,
});

describe('the draft of a document', () => {
  const register = aRegister();
  let cycle: string;
  const ref = () => ({ cycle, document: 'contesto' });
  const sintesi = () => ({ ...ref(), section: 'sintesi' });
  let entities = 0;

  beforeEach(async () => {
    cycle = await aCycle(register.db, `ente-${++entities}`);
    const first = outline(
      section('sintesi'),
      section('esterno'),
      section('numeri', { content: { kind: 'computed', from: 'x' } }),
    );
    await beginDrafting(register.db, ref(), first, new Map([['esterno', 'Dal file dell’ente.']]), AT);
  });

  it('begins with the texts of the body’s files, written by nobody, and keeps the outline it began with', async () => {
    const { db } = register;
    await beginDrafting(db, ref(), outline(section('altra')), new Map(), LATER);
    const draft = await draftedOf(db, ref());
    if (draft === undefined) throw new Error('no draft');
    const sections = await sectionsOf(db, draft);
    expect(sections.map((one) => [one.outline.id, one.state, one.revision, one.writtenBy])).toEqual([
      ['sintesi', 'to-write', 0, undefined],
      ['esterno', 'draft', 1, undefined],
      ['numeri', 'to-write', 0, undefined],
    ]);
    expect((await draftedIn(db, cycle)).map(({ document }) => document)).toEqual(['contesto']);
    expect(await draftStanding(db, ref())).toMatchObject({ phase: 'writing', round: 0 });
  });

  it('has the sections its body adopts while it is written; texts stay, also of a section that goes and comes back', async () => {
    const { db } = register;
    const act = { actNumber: 'det. 12', actDate: '2015-09-02', byPerson: 'carla', actingFor: null, at: LATER } as const;
    const sections = async () => {
      const draft = await draftedOf(db, ref());
      if (draft === undefined) throw new Error('no draft');
      return (await sectionsOf(db, draft)).map((one) => [one.outline.id, one.state, one.text]);
    };
    await addAdoption(db, { ...ref(), ...act, outline: outline(section('nuova'), section('sintesi')) });
    expect(await sections()).toEqual([
      ['nuova', 'to-write', ''],
      ['sintesi', 'to-write', ''],
    ]);
    expect(await adoptionOf(db, ref())).toMatchObject({ actNumber: 'det. 12', actDate: '2015-09-02' });
    await addAdoption(db, { ...ref(), ...act, actNumber: 'det. 13', outline: outline(section('esterno')) });
    expect(await sections()).toEqual([['esterno', 'draft', 'Dal file dell’ente.']]);
    expect((await adoptionOf(db, ref()))?.actNumber).toBe('det. 13');
    expect((await draftedIn(db, cycle))[0]?.outline.sections.map(({ id }) => id)).toEqual(['esterno']);
  });

  it('keeps every text a section had, and who wrote it', async () => {
    const { db } = register;
    const saved = await saveSection(db, sintesi(), { text: 'Primo', shown: 0, writtenBy: 'carla', at: AT });
    expect(saved).toEqual({ ok: true, value: 1 });
    await saveSection(db, sintesi(), { text: 'Secondo', shown: 1, writtenBy: 'dario', actingFor: 'carla', at: LATER });
    expect((await versionsOf(db, sintesi())).map((one) => [one.revision, one.text, one.writtenBy])).toEqual([
      [2, 'Secondo', 'dario'],
      [1, 'Primo', 'carla'],
    ]);
    expect(await writersOf(db, ref())).toEqual(['carla', 'dario']);
  });

  it('of two who write at once, the second is refused and what stands is told', async () => {
    const { db } = register;
    await saveSection(db, sintesi(), { text: 'Di Carla', shown: 0, writtenBy: 'carla', at: AT });
    const second = await saveSection(db, sintesi(), { text: 'Di Bruno', shown: 0, writtenBy: 'bruno', at: LATER });
    expect(second).toMatchObject({
      ok: false,
      error: { why: 'overtaken', standing: { text: 'Di Carla', revision: 1, writtenBy: 'carla' } },
    });
    const again = await saveSection(db, sintesi(), { text: 'Di Carla', shown: 0, writtenBy: 'bruno', at: LATER });
    expect(again).toEqual({ ok: true, value: 1 });
  });

  it('a text saved again makes a ready section a draft; an empty one is neither', async () => {
    const { db } = register;
    expect(await setSectionState(db, sintesi(), 'ready')).toBe(false);
    await saveSection(db, sintesi(), { text: 'Testo', shown: 0, writtenBy: 'carla', at: AT });
    expect(await setSectionState(db, sintesi(), 'ready')).toBe(true);
    await saveSection(db, sintesi(), { text: 'Altro', shown: 1, writtenBy: 'carla', at: AT });
    const draft = await draftedOf(db, ref());
    expect(draft && (await sectionsOf(db, draft))[0]?.state).toBe('draft');
  });

  it('a section the outline does not have is refused, and nothing is written', async () => {
    const saved = await saveSection(
      register.db,
      { ...ref(), section: 'numeri' },
      { text: 'x', shown: 0, writtenBy: 'carla', at: AT },
    );
    expect(saved).toEqual({ ok: false, error: { why: 'no-section' } });
  });

  it('what somebody types is kept for them alone, until it is saved or dropped', async () => {
    const { db } = register;
    await keepTyped(db, sintesi(), 'carla', { text: 'a metà', revision: 0, typedAt: AT });
    await keepTyped(db, sintesi(), 'carla', { text: 'a metà frase', revision: 0, typedAt: LATER });
    expect(await typedOf(db, sintesi(), 'carla')).toEqual({ text: 'a metà frase', revision: 0, typedAt: LATER });
    expect(await typedOf(db, sintesi(), 'bruno')).toBeUndefined();
    await dropTyped(db, sintesi(), 'carla');
    expect(await typedOf(db, sintesi(), 'carla')).toBeUndefined();
  });

  it('two in one section are told of each other', async () => {
    const { db } = register;
    await seenIn(db, sintesi(), 'carla');
    await seenIn(db, sintesi(), 'bruno');
    expect(await othersIn(db, sintesi(), 'carla')).toEqual(['bruno']);
  });

  it('remarks are answered once, and closed once; what a board remarked is recorded once', async () => {
    const { db } = register;
    const by = { by: 'dario', at: AT, round: 1, text: 'da rivedere' } as const;
    const board = { ...ref(), ...by, section: null, origin: 'board', key: 'd1/1' } as const;
    await addRemarks(db, [board]);
    await addRemarks(db, [board, { ...ref(), ...by, section: 'sintesi', origin: 'colleague' }]);
    const [first, second] = await remarksOf(db, ref());
    expect([first?.origin, second?.section]).toEqual(['board', 'sintesi']);
    expect(await remarksOf(db, ref(), 'sintesi')).toHaveLength(1);
    const id = second?.id ?? 0;
    expect(await answerRemark(db, id, { answer: 'fatto', by: 'carla', at: LATER })).toBe(true);
    expect(await answerRemark(db, id, { answer: 'di nuovo', by: 'carla', at: LATER })).toBe(false);
    expect(await closeRemark(db, id, { by: 'dario', at: LATER })).toBe(true);
    expect(await closeRemark(db, id, { by: 'dario', at: LATER })).toBe(false);
  });

  it('last year’s text of the same section is found, also under the name it had then', async () => {
    const { db } = register;
    const entity = cycle.split('/')[0] ?? '';
    const next = await saveCycle(db, {
      entity,
      exercise: 2017,
      template: 'dlgs150',
      templateVersion: '1',
      calendar: {
        template: 'dlgs150',
        templateVersion: '1',
        entity,
        exercise: 2017,
        opensAt: AT,
        phases: [],
        steps: [],
      },
      policy: {},
      simulated: true,
    });
    const now = { cycle: next, document: 'contesto' };
    expect(await earlierText(db, now, ['esterno'])).toEqual({ cycle, section: 'esterno', text: 'Dal file dell’ente.' });
    expect((await earlierText(db, now, ['contesto-fuori', 'esterno']))?.text).toBe('Dal file dell’ente.');
    expect(await earlierText(db, now, ['sintesi'])).toBeUndefined();
  });

  it('the same picture has the same short name, and is found from the next year’s texts', async () => {
    const { db } = register;
    const file = { name: 'a.png', mime: 'image/png', bytes: new Uint8Array([1, 2, 3]), uploadedBy: 'carla', at: AT };
    const id = await addFigure(db, ref(), file, { width: 2, height: 3 });
    expect(await addFigure(db, ref(), file, { width: 2, height: 3 })).toBe(id);
    expect(await figureOf(db, `${cycle.split('/')[0]}/2017`, id)).toMatchObject({ id, width: 2, height: 3 });
    expect(await figureOf(db, 'altro/2016', id)).toBeUndefined();
  });

  it('one file stands in for the document at a time, and can be withdrawn', async () => {
    const { db } = register;
    const file = (n: number) => ({
      name: `${n}.pdf`,
      mime: 'application/pdf',
      bytes: new Uint8Array([n]),
      uploadedBy: 'carla',
      at: AT,
    });
    await putStandIn(db, ref(), file(1));
    await putStandIn(db, ref(), file(2));
    expect((await standInOf(db, ref()))?.name).toBe('2.pdf');
    expect(await withdrawStandIn(db, ref(), { by: 'carla', at: LATER })).toBe(true);
    expect(await withdrawStandIn(db, ref(), { by: 'carla', at: LATER })).toBe(false);
    expect(await standInOf(db, ref())).toBeUndefined();
  });
});
