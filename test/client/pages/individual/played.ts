import type { CivilDate } from '../../../../src/domain/calendar/types.js';
import { type EvaluationSite, PAGE } from './evaluation-site.js';

export const HEAD = 'ottavia.brandini';
export const MANAGER = 'leandro.passalacqua';
export const HOLDER = 'ruggero.ventimiglio';
export const EMPLOYEE = 'ines.baldacchini';
export const OIV = 'zeno.bragadini';
export const CONTROLLER = 'guglielmo.tarasconi';
export const SECRETARY = 'fiorenzo.altobellini';
export const CONCILIATOR = 'leonilda.santarelli';
export const ADMINISTRATOR = 'matilde.orsolini';

/** What nobody may read who may not: it is in every sentence that is written. */
export const SECRET = 'RISERVATISSIMO';

const DIRIGENZA = ['guida', 'programmazione', 'relazioni'] as const;
const PERSONALE = ['qualita', 'collaborazione', 'utenza'] as const;

/** Judgements as the form sends them: a step of the scale for each behaviour, a percentage for the objective of one's own. */
export const judged = (of: 'dirigenza' | 'personale', step: string, own?: string): Readonly<Record<string, string>> => {
  const behaviours = of === 'dirigenza' ? DIRIGENZA : PERSONALE;
  return {
    ...Object.fromEntries(
      behaviours.flatMap((one) => [
        [`comportamenti.${one}`, step],
        [`frasi.${one}`, `${SECRET}: ${one} come atteso`],
      ]),
    ),
    ...(own === undefined
      ? {}
      : { 'obiettivi.obiettivo-2': own, 'frasi.obiettivo-2': `${SECRET}: riordino a buon punto` }),
  };
};

/** Proposes a sheet by the page of the person and answers its number. */
export async function propose(site: EvaluationSite, by: string, person: string, objectives: string): Promise<string> {
  await site.does(by, `${PAGE}/persone/${person}/scheda`, { obiettivi: objectives });
  const { id } = await site.register.db
    .selectFrom('sheets')
    .select('id')
    .where('person', '=', person)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return `${PAGE}/${id}`;
}

interface Played {
  readonly site: EvaluationSite;
  readonly person: string;
  readonly evaluator: string;
  readonly of: 'dirigenza' | 'personale';
}

const OBJECTIVES = '60; 3.1.3\n40; Riordino degli archivi; archivio di deposito ordinato entro l’anno';

/** From the proposal to the evaluation, each passage on its day. Answers the address of the sheet. */
export async function evaluated({ site, person, evaluator, of }: Played, step = 'buono'): Promise<string> {
  site.on('2016-02-10');
  const sheet = await propose(site, evaluator, person, OBJECTIVES);
  site.on('2016-02-15');
  await site.does(person, `${sheet}/accettazione`, { testo: `${SECRET}: va bene` });
  site.on('2016-02-20');
  await site.does(evaluator, `${sheet}/assegnazione`, { atto: 'determinazione n. 12', data: '2016-02-20' });
  site.on('2016-07-10');
  await site.does(evaluator, `${sheet}/colloquio`, { data: '2016-07-08', testo: `${SECRET}: colloquio sereno` });
  site.on('2017-01-20');
  await site.does(person, `${sheet}/autovalutazione`, judged(of, 'eccellente', '90'));
  site.on('2017-03-20');
  await site.does(evaluator, `${sheet}/valutazione`, { ...judged(of, step, '80'), testo: `${SECRET}: anno positivo` });
  return sheet;
}

/** Signs an evaluation nobody contested. */
export async function signed(
  site: EvaluationSite,
  by: string,
  sheet: string,
  day: CivilDate = '2017-04-10',
): Promise<void> {
  site.on(day);
  await site.does(by, `${sheet}/firma`, { atto: 'determinazione n. 31', data: day });
}
