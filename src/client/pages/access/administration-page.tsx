import { administrationPath } from '../../../access/paths.js';
import { revokeInvitation } from '../../../acts/access/revoke-invitation.js';
import { CONFIRM_HOURS } from '../../../domain/token.js';
import type { InvitedStep, OutstandingInvitation } from '../../../register/reading/outstanding.js';
import { IDLE_MINUTES, type SessionRecord } from '../../../register/sessions.js';
import type { TokenRequest } from '../../../register/token-requests.js';
import type { TokenRecord } from '../../../register/tokens.js';
import { accessWords } from '../../../words/access.js';
import { retentionWords } from '../../../words/retention.js';
import { fieldId, type Refused, Summary } from '../kit/act-form.js';
import type { Frame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { stepPath } from '../kit/paths.js';
import { type Problem, Problems } from '../kit/refusals.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { SESSION_HOURS } from './entrance.js';
import { Sessions } from './session-table.js';
import { Requests, Tokens } from './token-tables.js';

const words = accessWords.administration;

const invitation = columnsOf<OutstandingInvitation>();

/** The form for a new token as it was filled in. */
export interface TokenForm {
  readonly title: string;
  /** Id of a person. */
  readonly person: string;
  readonly days: string;
  /** Only reading, or sending values as well. */
  readonly level: 'leggere' | 'inviare';
  readonly individual: boolean;
  readonly deciding: boolean;
}

interface AdministrationPageProps {
  readonly frame: Frame;
  readonly entity: string;
  readonly steps: readonly InvitedStep[];
  /** Of who is in service, those that stand. */
  readonly sessions: readonly SessionRecord[];
  readonly tokens: readonly TokenRecord[];
  /** Those asked for that wait for their person. */
  readonly requests: readonly TokenRequest[];
  /** Whether the body's rules let decisions be recorded by token. */
  readonly offersDeciding: boolean;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly written: TokenForm;
  readonly problems: readonly Problem[];
  /** What was not taken back, and why. */
  readonly refused: Refused | undefined;
  /** The wall clock, which tokens live by. */
  readonly wall: string;
}

export function AdministrationPage(props: AdministrationPageProps) {
  const { frame, entity, steps, problems, refused } = props;
  const name = frame.cycles.find((cycle) => cycle.entity === entity)?.entityName ?? entity;
  return (
    <Layout frame={frame} title={words.title}>
      <div class="ciclo-title">
        <h1>{words.title}</h1>
        <p>{words.lead(name)}</p>
        <p>
          <a href={administrationPath(entity, '/cancellazioni')}>{retentionWords.erase.page.link}</a>
        </p>
      </div>
      {problems.length > 0 && <Problems title={words.errors} of={problems} />}
      <Summary refused={refused} />
      <section aria-labelledby="inviti">
        <h2 id="inviti">{words.invitations}</h2>
        <p>{words.invitationsLead}</p>
        {steps.length === 0 && <p>{words.noInvitations}</p>}
        {steps.map((step) => (
          <StepInvitations entity={entity} step={step} refused={refused} />
        ))}
        {steps.length > 0 && <TableAway name="inviti" caption={words.invitations} />}
      </section>
      <section aria-labelledby="sessioni">
        <h2 id="sessioni">{words.sessions}</h2>
        <p>{words.sessionsLead(SESSION_HOURS, IDLE_MINUTES)}</p>
        <Sessions {...props} />
      </section>
      <section aria-labelledby="gettoni">
        <h2 id="gettoni">{words.tokens}</h2>
        <p>
          {`${words.tokensLead} `}
          <a href="/api/v1/documentazione">{words.docs}</a>
        </p>
        <Tokens {...props} />
        <Requests {...props} />
        <NewToken {...props} />
      </section>
    </Layout>
  );
}

function StepInvitations({
  entity,
  step,
  refused,
}: {
  entity: string;
  step: InvitedStep;
  refused: Refused | undefined;
}) {
  const title = `${step.title} (${step.exercise})`;
  return (
    <>
      <h3>
        <a href={stepPath({ entity, exercise: step.exercise }, step.step)}>{title}</a>
      </h3>
      <DataTable
        name="inviti"
        caption={title}
        hideCaption
        part={{ column: words.step, value: title }}
        columns={[
          invitation.text(words.person, ({ person, actingFor }) =>
            actingFor === null ? person : `${person}, ${words.actingFor(actingFor)}`,
          ),
          invitation.instant(words.issued, ({ issuedAt }) => issuedAt),
          invitation.instant(words.expires, ({ expiresAt }) => expiresAt),
          invitation.act(words.reason, (one) => (
            <RevokeInvitation entity={entity} invitation={one} refused={refused} />
          )),
        ]}
        rows={step.invitations}
      />
    </>
  );
}

function RevokeInvitation({
  entity,
  invitation,
  refused,
}: {
  entity: string;
  invitation: OutstandingInvitation;
  refused: Refused | undefined;
}) {
  const field = fieldId(revokeInvitation, 'reason', invitation.id);
  const wrong = refused?.act === revokeInvitation && refused.about === invitation.id;
  return (
    <form
      class="ciclo-access-row"
      method="post"
      action={administrationPath(entity, `/inviti/${encodeURIComponent(invitation.id)}/revoca`)}
    >
      <label class="visually-hidden" for={field}>
        {`${words.reason}: ${invitation.person}`}
      </label>
      <input
        id={field}
        name="motivo"
        required
        minlength={3}
        maxlength={500}
        value={wrong ? refused.written('motivo').at(-1) : undefined}
        aria-invalid={wrong ? 'true' : undefined}
      />
      <button
        type="submit"
        class="btn btn-outline-primary btn-sm"
        aria-label={words.revokeInvitation(invitation.person)}
      >
        {words.revoke}
      </button>
    </form>
  );
}

function NewToken({ entity, people, written, problems, offersDeciding }: AdministrationPageProps) {
  const invalid = (field: string): { 'aria-invalid'?: 'true' } =>
    problems.some((problem) => problem.field === field) ? { 'aria-invalid': 'true' } : {};
  return (
    <form class="ciclo-access" method="post" action={administrationPath(entity, '/gettoni')} novalidate>
      <h3>{words.issueTitle}</h3>
      <label for="titolo">{words.tokenTitle}</label>
      <input id="titolo" name="titolo" required maxlength={100} value={written.title} {...invalid('titolo')} />
      <label for="persona">{words.tokenPerson}</label>
      <select id="persona" name="persona" required {...invalid('persona')}>
        <option value="">–</option>
        {people.map((person) => (
          <option value={person.id} selected={person.id === written.person}>
            {person.name}
          </option>
        ))}
      </select>
      <small>{words.personHint(CONFIRM_HOURS)}</small>
      <label for="permessi">{words.level}</label>
      <select id="permessi" name="permessi">
        {(['leggere', 'inviare'] as const).map((level) => (
          <option value={level} selected={level === written.level}>
            {words.levels[level]}
          </option>
        ))}
      </select>
      <Ticked name="individuali" label={words.individual} ticked={written.individual} />
      {offersDeciding && <Ticked name="decisioni" label={words.deciding} ticked={written.deciding} />}
      <label for="giorni">{words.days}</label>
      <input id="giorni" name="giorni" inputmode="numeric" required value={written.days} {...invalid('giorni')} />
      <button type="submit" class="btn btn-primary">
        {words.issue}
      </button>
    </form>
  );
}

const Ticked = ({ name, label, ticked }: { name: string; label: string; ticked: boolean }) => (
  <div class="form-check">
    <input type="checkbox" id={name} name={name} value="si" checked={ticked} />
    <label for={name}>{label}</label>
  </div>
);
