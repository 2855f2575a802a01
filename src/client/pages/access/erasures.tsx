import type { Context, Handler } from 'hono';
import { administrationPath } from '../../../access/paths.js';
import { type AskedErasure, type ErasureRefusal, erasePerson, takeFileAway } from '../../../acts/access/erasing.js';
import { err, type Result } from '../../../domain/result.js';
import { peopleInService } from '../../../register/people.js';
import { retentionWords } from '../../../words/retention.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';

const words = retentionWords.erase;
const PAGE = '/cancellazioni';
/** Fields of each form by what the order calls them; both forms have a reason and an act. */
const FIELDS: Readonly<Record<ErasureRefusal['field'], string>> = {
  by: 'motivo',
  reason: 'motivo',
  act: 'atto',
  file: 'file',
  person: 'persona',
};

/** Where who administers an entity orders that something is erased. */
export function erasures(site: Site): Handler {
  return async (c) => (allows(c, 'administer') ? show(site, c) : forbidden(site, c));
}

/** Takes a wrongly sent file away. */
export function eraseFile(site: Site): Handler {
  return ordering(site, 'file', async (asked, fields) => {
    const done = await takeFileAway(site.deps.register.db, asked, fields.text('file'));
    return done.ok ? { ok: true, value: words.doneFile(done.value) } : done;
  });
}

/** Erases what a person wrote and was written. */
export function erasePersonal(site: Site): Handler {
  return ordering(site, 'persona', async (asked, fields) => {
    const person = fields.id('persona');
    if (person === '') return err({ field: 'person', text: words.noPerson });
    const done = await erasePerson(site.deps.register.db, asked, person);
    return done.ok ? { ok: true, value: words.donePerson(person, done.value) } : done;
  });
}

type Form = 'file' | 'persona';

/** Carries an order out in the name of who administers: a rehearsal's visitor is nobody. */
function ordering(
  site: Site,
  form: Form,
  act: (asked: AskedErasure, fields: Fields) => Promise<Result<string, ErasureRefusal>>,
): Handler {
  return async (c) => {
    const standing = c.get('standing');
    if (standing === undefined || !allows(c, 'administer')) return forbidden(site, c);
    const fields = await fieldsOf(c);
    const { id: by, entity } = standing.person;
    const order = { reason: fields.text('motivo').trim(), act: fields.text('atto').trim() };
    const done = await act({ entity, by, ...order, at: site.deps.clock() }, fields);
    if (done.ok) return show(site, c, { done: done.value });
    const problem = { field: `${FIELDS[done.error.field]}-${form}`, text: done.error.text };
    return show(site, c, { form, fields, problems: [problem] });
  };
}

interface Shown {
  readonly done?: string;
  readonly form?: Form;
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
}

async function show({ deps, assets }: Site, c: Context, shown: Shown = {}): Promise<Response> {
  const entity = c.req.param('entity') ?? '';
  const people = await peopleInService(deps.register.db, entity);
  const frame = await frameOf(deps, assets, c);
  const page = <ErasuresPage frame={frame} entity={entity} people={people} {...shown} />;
  return answer(c, page, shown.problems === undefined ? 200 : 422);
}

interface PageProps extends Shown {
  readonly frame: Frame;
  readonly entity: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

function ErasuresPage(props: PageProps) {
  const { frame, entity, done, problems = [] } = props;
  const crumbs = [{ title: retentionWords.erase.page.back, href: administrationPath(entity) }];
  return (
    <Layout frame={frame} title={words.page.title} crumbs={crumbs}>
      <div class="ciclo-title">
        <h1>{words.page.title}</h1>
        <p>{words.page.lead}</p>
      </div>
      {done !== undefined && (
        <div class="alert alert-success" role="status">
          {done}
        </div>
      )}
      {problems.length > 0 && <Problems title={words.page.errors} of={problems} />}
      <OrderForm {...props} is="file" title={words.page.fileTitle} />
      <OrderForm {...props} is="persona" title={words.page.personTitle} />
    </Layout>
  );
}

function OrderForm({
  entity,
  people,
  form,
  fields,
  problems = [],
  is,
  title,
}: PageProps & { is: Form; title: string }) {
  const written = (name: string): string => (form === is ? (fields?.text(name) ?? '') : '');
  const named = (name: string) => ({
    id: `${name}-${is}`,
    name,
    required: true,
    ...(problems.some((problem) => problem.field === `${name}-${is}`) ? { 'aria-invalid': 'true' as const } : {}),
  });
  return (
    <form class="ciclo-access" method="post" action={administrationPath(entity, `${PAGE}/${is}`)} novalidate>
      <h2>{title}</h2>
      {is === 'file' ? (
        <>
          <label for="file-file">{words.page.file}</label>
          <input {...named('file')} value={written('file')} />
        </>
      ) : (
        <>
          <p>{words.page.personLead}</p>
          <label for="persona-persona">{words.page.person}</label>
          <select {...named('persona')}>
            <option value="">–</option>
            {people.map(({ id, name }) => (
              <option value={id} selected={id === written('persona')}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      <label for={`motivo-${is}`}>{words.page.reason}</label>
      <input {...named('motivo')} maxlength={500} value={written('motivo')} />
      <label for={`atto-${is}`}>{words.page.act}</label>
      <input {...named('atto')} maxlength={200} value={written('atto')} />
      <button type="submit" class="btn btn-primary">
        {words.page.submit}
      </button>
    </form>
  );
}
