import type { Context, Handler } from 'hono';
import { withdrawRule } from '../../../acts/rules/withdraw-rule.js';
import { yearOf } from '../../../domain/calendar/civil-date.js';
import type { OwnRule, Piece } from '../../../domain/own-rules/piece.js';
import { piecesOf } from '../../../domain/own-rules/pieces.js';
import { withRoleTitles } from '../../../domain/own-rules/role-titles.js';
import { cycleOf, listCycles } from '../../../register/cycles.js';
import { ownRulesOf, type RuleChange, ruleChangesOf } from '../../../register/own-rules.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import type { Bodies } from '../../../seeds/bodies.js';
import { ownRuleWords as words } from '../../../words/own-rules.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { attachmentHeader, declareForeign } from '../kit/headers.js';
import { actingName } from '../kit/parts/people.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, RULES_FILE_PATH, RULES_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';
import { allows } from '../kit/viewer.js';

interface Line {
  readonly piece: Piece;
  readonly title: string;
  readonly said: string;
  /** What the body has changed of it, the latest exercise first. */
  readonly own: readonly OwnRule[];
}

/** The rules the body's next cycle will be computed by, and what it has changed of them; from here who steers changes them. */
export function rules(site: Site): Handler {
  return async (c) => {
    const found = await rulesIn(site, c);
    if (found instanceof Response) return found;
    const { data, own, exercise, holding } = found;
    const { db } = site.deps.register;
    const { id } = data.entity;
    const { bodies } = site.deps;
    const pieces = piecesOf(holding.ok ? holding.value.policy : bodies.policyOf(id));
    const { roles } = bodies.entity(id);
    const titled = <T extends { readonly piece: string; readonly said: string | null }>(one: T): T => {
      const piece = pieces.find((known) => known.id === one.piece);
      return one.said === null ? one : { ...one, said: withRoleTitles(roles, piece, one.said) };
    };
    const [begun, changes, directory] = await Promise.all([
      begunWith(site, id),
      ruleChangesOf(db, id),
      directoryOf(db, id, data.frame.today),
    ]);
    return answer(
      c,
      <BodyPage data={data} view={RULES_PATH} title={words.title} lead={words.lead}>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        {begun.map((text) => (
          <p>{text}</p>
        ))}
        {holding.ok ? (
          <DataTable
            name="regole"
            caption={words.of(exercise, holding.value.policy.version)}
            columns={[
              text(words.rule, ({ title }) => title),
              text(words.now, ({ said }) => said),
              text(words.changed, (line) => changedIn(line, exercise)),
              ...(allows(c, 'steer') ? [act(words.changeIt, (line) => <ChangeLink entity={id} line={line} />)] : []),
            ]}
            rows={pieces.map((piece) => ({
              piece,
              title: words.titleOf(piece),
              said: withRoleTitles(roles, piece, piece.said(holding.value.policy)),
              own: own
                .filter((one) => one.piece === piece.id)
                .map(titled)
                .reverse(),
            }))}
            groupOf={({ piece }) => words.groups[piece.group]}
          />
        ) : (
          <div class="alert alert-warning">
            <p>{words.unused}</p>
            <ul>
              {holding.error.map(({ piece, message }) => (
                <li>{`${words.titleOf({ id: piece })}: ${message}`}</li>
              ))}
            </ul>
          </div>
        )}
        <Versions changes={changes.map(titled)} directory={directory} />
        {allows(c, 'steer') && own.length > 0 && (
          <p>
            <a href={bodyPath(id, `/${withdrawRule.path}`)}>{withdrawRule.words.title}</a>
          </p>
        )}
        {holding.ok && (
          <p>
            <a href={bodyPath(id, RULES_FILE_PATH)}>{words.download(exercise)}</a>. {words.downloadLead}
          </p>
        )}
      </BodyPage>,
    );
  };
}

const ChangeLink = ({ entity, line: { piece, title } }: { entity: string; line: Line }) => (
  <a href={bodyPath(entity, `${RULES_PATH}/${piece.id}`)} aria-label={words.changeOf(title)}>
    {words.changeIt}
  </a>
);

const changedIn = ({ own }: Line, exercise: number): string =>
  own
    .map(({ fromExercise, said, act: by }) =>
      fromExercise <= exercise ? words.changedFrom(fromExercise, by) : words.later(said, fromExercise),
    )
    .join('; ') || words.asFile;

/** Every change as it was put on record: none is lost when another takes its place. */
function Versions({ changes, directory }: { changes: readonly RuleChange[]; directory: Directory }) {
  return (
    <TableSection
      name="versioni"
      caption={words.versions}
      empty={<p>{words.noVersions}</p>}
      columns={[
        change.instant(words.on, ({ at }) => at),
        change.text(words.rule, ({ piece }) => words.titleOf({ id: piece })),
        change.text(words.change.exercise.label, ({ fromExercise }) => String(fromExercise)),
        change.text(words.now, ({ said }) => said ?? words.withdrawn),
        change.text(words.act, ({ act: by }) => by ?? undefined),
        change.text(words.by, ({ person, actingFor }) =>
          actingName({
            name: directory.person(person),
            actingFor: actingFor === null ? undefined : directory.person(actingFor),
          }),
        ),
      ]}
      rows={changes}
    />
  );
}

/** The rules of the next cycle, as the file its people would write. */
export function rulesFile(site: Site): Handler {
  return async (c) => {
    const found = await rulesIn(site, c);
    if (found instanceof Response) return found;
    const { holding: file } = found;
    if (!file.ok) return c.notFound();
    declareForeign(c);
    c.header('Cache-Control', 'private, no-store');
    c.header('Content-Type', 'application/yaml; charset=utf-8');
    c.header('Content-Disposition', attachmentHeader(file.value.name));
    return c.body(file.value.text);
  };
}

interface Found {
  readonly data: BodyPageData;
  readonly own: readonly OwnRule[];
  /** The one whose cycle comes next. */
  readonly exercise: number;
  /** The rules it will go by, or what can not be carried through. */
  readonly holding: ReturnType<Bodies['rules']>;
}

/** What the pages of the rules are made from; or why there is nothing to see. */
export async function rulesIn(site: Site, c: Context): Promise<Response | Found> {
  if (!allows(c, 'administer')) return forbidden(site, c);
  const data = await bodyPageData(site, c);
  // A body whose files are gone has no rules to change.
  if (data === undefined || !site.deps.bodies.entities.some(({ id }) => id === data.entity.id)) return c.notFound();
  const own = await ownRulesOf(site.deps.register.db, data.entity.id);
  const exercise = yearOf(data.frame.today) + 1;
  const upTo = own.filter(({ fromExercise }) => fromExercise <= exercise);
  return { data, own, exercise, holding: site.deps.bodies.rules(data.entity.id, upTo) };
}

/** What cycles that go on were begun with. */
async function begunWith({ deps }: Site, entity: string): Promise<readonly string[]> {
  const { db } = deps.register;
  const running = (await listCycles(db, entity)).filter(({ status }) => status === 'running');
  const cycles = await Promise.all(running.map(({ id }) => cycleOf(db, id)));
  return cycles.flatMap((cycle) => (cycle === undefined ? [] : [words.kept(cycle.exercise, cycle.policy.version)]));
}

const { text, act } = columnsOf<Line>();
const change = columnsOf<RuleChange>();
