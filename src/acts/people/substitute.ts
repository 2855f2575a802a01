import { withArticle } from '../../domain/article.js';
import { maxDate } from '../../domain/calendar/civil-date.js';
import { OIV } from '../../domain/entity.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok } from '../../domain/result.js';
import { addSubstitution, inOwnRight, peopleInService, scopesOf } from '../../register/people.js';
import { italianDay } from '../../words/format.js';
import { steeringWords } from '../../words/steering.js';
import { kept, type Option, type Place } from '../act.js';
import { steering } from '../parts.js';
import { anyOf, day, line, oneOf } from '../readers.js';
import { aBody } from '../subject.js';
import { barredMatters, firstStray } from './substitution-bars.js';

const { substitutions: words } = steeringWords;

const people = async ({ register, entity }: Place<string>): Promise<readonly Option[]> =>
  (await peopleInService(register.db, entity)).map(({ id, name }) => ({ value: id, title: name }));

/** Says who acts for somebody absent, in a period and for what. */
export const substitute = kept({
  verb: 'substitute',
  path: 'sostituzione',
  resource: 'substitutions',
  scope: 'steer',
  on: aBody,
  fields: { absent: oneOf(), substitute: oneOf(), from: day(), to: day(), for: anyOf(), reason: line() },
  gives: { absent: 'text', substitute: 'text', from: 'day', to: 'day', acts: 'text', actsOn: 'day', barred: 'text' },
  words: {
    title: 'Registra una sostituzione',
    does: 'Registra chi agisce al posto di un assente',
    submit: 'Registra la sostituzione',
    fields: {
      absent: { page: 'assente', argument: 'assente', label: 'Assente', missing: 'manca la persona assente' },
      substitute: {
        page: 'sostituto',
        argument: 'sostituto',
        label: 'Chi la sostituisce',
        missing: 'manca chi la sostituisce',
      },
      from: { page: 'dal', value: 'data', label: 'Dal', missing: 'manca la data di inizio' },
      to: { page: 'al', value: 'data', label: 'Al (compreso)', missing: 'manca la data di fine' },
      for: {
        page: 'per',
        value: 'ruolo',
        label: 'Per che cosa',
        hint: 'Ruoli o uffici. Senza alcuna scelta vale per tutti gli incarichi.',
      },
      reason: { page: 'motivo', value: 'motivo', label: 'Motivo', missing: 'manca il motivo' },
    },
    done: ({ absent, substitute, from, to, acts, actsOn, barred }) =>
      [
        `Sostituzione registrata: ${substitute} sostituisce ${absent} ${withArticle('dal', italianDay(from))} ${withArticle('al', italianDay(to))}.`,
        ...(acts === substitute ? [] : [words.leads(substitute, absent, acts, actsOn)]),
        ...(barred === '' ? [] : [words.barred(substitute, barred)]),
      ].join(' '),
  },
  may: steering,
  offers: {
    absent: people,
    substitute: people,
    for: async ({ register, entity }) =>
      (await scopesOf(register.db, entity)).map(({ id, title }) => ({ value: id, title })),
  },
  keep: async (tx, { entity, today }, { for: scope, ...asked }) => {
    const { absent, substitute: other, from, to } = asked;
    const refusals: readonly Refusal[] = [
      ...(absent === other ? [{ field: 'substitute', text: 'nessuno può sostituire se stesso' }] : []),
      ...(to < today
        ? [{ field: 'to', text: 'il periodo è già finito: una sostituzione si registra prima che serva' }]
        : to < from
          ? [{ field: 'to', text: 'il periodo finisce prima di cominciare' }]
          : []),
    ];
    if (refusals.length > 0) return err(refusals);
    if (scope.length === 0 || scope.includes(OIV)) {
      const members = await inOwnRight(tx, entity, OIV, from);
      // Who is validated does not validate, not even for somebody absent.
      if (members.includes(absent) && !members.includes(other)) return err([{ field: 'substitute', text: words.oiv }]);
    }
    await addSubstitution(tx, entity, { ...asked, scope: scope.length > 0 ? scope : undefined });
    const names = new Map((await peopleInService(tx, entity)).map(({ id, name }) => [id, name]));
    const called = (id: string): string => names.get(id) ?? id;
    const recorded = { absent, substitute: other, from, to, scope };
    const [stray, barred] = [await firstStray(tx, entity, recorded, today), await barredMatters(tx, entity, recorded)];
    return ok({
      absent: called(absent),
      substitute: called(other),
      from,
      to,
      acts: called(stray?.acts ?? other),
      actsOn: stray?.on ?? maxDate(from, today),
      barred: barred.map((title) => `«${title}»`).join(', '),
    });
  },
  logs: (_acting, { for: scope, ...asked }) => ({
    action: 'substitution-recorded',
    subject: asked.absent,
    detail: { ...asked, scope: scope.length > 0 ? scope : undefined },
  }),
});
