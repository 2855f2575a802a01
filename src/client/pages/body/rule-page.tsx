import type { Context, Handler } from 'hono';
import { placeOf } from '../../../acts/place.js';
import { changeRule } from '../../../acts/rules/change-rule.js';
import { shown } from '../../../acts/show.js';
import { pieceIn } from '../../../domain/own-rules/pieces.js';
import { withRoleTitles } from '../../../domain/own-rules/role-titles.js';
import { ownRuleWords as words } from '../../../words/own-rules.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { BodyPage } from '../kit/body-frame.js';
import { bodyPath, RULES_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';
import { rulesIn } from './rules-page.js';

/** One piece of the rules: what it says, how it may be written, and the form that changes it. */
export const rule =
  (site: Site): Handler =>
  (c) =>
    show(site, c);

/** Takes the form: what would change is read before it is recorded. */
export const takeRule =
  (site: Site): Handler =>
  (c) => {
    const entity = c.req.param('entity') ?? '';
    const at = {
      place: placeOf(site.deps, entity, entity),
      sender: senderOf(c),
      instead: { piece: [c.req.param('piece') ?? ''] },
    };
    const next = ({ said }: { readonly said: string }) =>
      bodyPath(entity, `${RULES_PATH}?fatto=${encodeURIComponent(said)}`);
    return takeAct(site, c, changeRule, at, next, (refused) => show(site, c, refused));
  };

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  if (!allows(c, 'steer')) return forbidden(site, c);
  const found = await rulesIn(site, c);
  if (found instanceof Response) return found;
  const { data, exercise, holding } = found;
  const { id } = data.entity;
  // Rules that can not be used show what the file says.
  const policy = holding.ok ? holding.value.policy : site.deps.bodies.policyOf(id);
  const piece = pieceIn(policy, c.req.param('piece') ?? '');
  if (piece === undefined) return c.notFound();
  const form = await shown(changeRule, placeOf(site.deps, id, id));
  const title = words.titleOf(piece);
  const { roles } = site.deps.bodies.entity(id);
  const titled = (said: string): string => withRoleTitles(roles, piece, said);
  return answer(
    c,
    <BodyPage data={data} view={RULES_PATH} title={title} under={{ title: words.title }}>
      <Summary refused={refused} />
      <p class="lead">{words.standing(exercise, titled(piece.said(policy)))}</p>
      <p>{words.ways}</p>
      <ul>
        {piece.ways.map((way) => (
          <li>{titled(way)}</li>
        ))}
      </ul>
      {piece.names === 'roles' && (
        <>
          <p>{words.roles}</p>
          <ul>
            {roles.map((role) => (
              <li>{role.title}</li>
            ))}
          </ul>
        </>
      )}
      <ActForm
        of={form}
        action=""
        refused={refused}
        without={['piece']}
        start={{ exercise: String(exercise), said: titled(piece.said(policy)) }}
        hints={{ said: words.change.saidHere }}
      />
    </BodyPage>,
    refused === undefined ? 200 : 422,
  );
}
