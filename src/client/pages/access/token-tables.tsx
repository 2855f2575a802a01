import { administrationPath } from '../../../access/paths.js';
import type { Instant } from '../../../domain/calendar/types.js';
import { instantOfMs } from '../../../domain/clock.js';
import type { Scope } from '../../../domain/token.js';
import type { TokenRequest } from '../../../register/token-requests.js';
import type { TokenRecord } from '../../../register/tokens.js';
import { accessWords } from '../../../words/access.js';
import { italianMoment } from '../../../words/format.js';
import { scopeWords } from '../../../words/scopes.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const words = accessWords.administration;
const { columns: own } = takeAwayWords;

const token = columnsOf<TokenRecord>();

const request = columnsOf<TokenRequest>();

interface TokensProps {
  readonly entity: string;
  readonly tokens: readonly TokenRecord[];
  /** The wall clock, which tokens live by. */
  readonly wall: string;
}

/** The tokens of a body, with the form that takes one back. */
export function Tokens({ entity, tokens, wall }: TokensProps) {
  if (tokens.length === 0) return <p>{words.noTokens}</p>;
  return (
    <DataTable
      name="gettoni"
      caption={words.tokens}
      hideCaption
      columns={[
        token.text(words.token, ({ title }) => title, {
          show: ({ title, reference, scopes }) => (
            <>
              {title} <code>{reference}</code>
              <small>{scopesText(scopes)}</small>
            </>
          ),
        }),
        token.text(words.reference, ({ reference }) => reference, { only: 'file' }),
        token.text(words.level, ({ scopes }) => scopesText(scopes), { only: 'file' }),
        token.text(words.person, ({ personName }) => personName),
        token.instant(words.issued, ({ issuedAt }) => secondOf(issuedAt), {
          show: ({ issuedAt, issuedBy }) => `${momentOf(issuedAt)} ${words.issuedBy(issuedBy)}`,
        }),
        token.text(own.by, ({ issuedBy }) => issuedBy, { only: 'file' }),
        token.instant(words.expires, ({ expiresAt }) => secondOf(expiresAt)),
        token.status(words.state, (one) => stateText(one, wall), {
          show: (one) => <TokenState {...{ entity, wall }} token={one} />,
        }),
      ]}
      rows={tokens}
    />
  );
}

/** Tokens asked for that wait for their person. */
export function Requests({ requests }: { readonly requests: readonly TokenRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <>
      <h3>{words.requests}</h3>
      <DataTable
        name="gettoni-richiesti"
        caption={words.requests}
        hideCaption
        columns={[
          request.text(words.token, ({ title }) => title, {
            show: ({ title, scopes }) => (
              <>
                {title} <small>{scopesText(scopes)}</small>
              </>
            ),
          }),
          request.text(words.level, ({ scopes }) => scopesText(scopes), { only: 'file' }),
          request.text(words.person, ({ personName }) => personName),
          request.instant(words.asked, ({ requestedAt }) => secondOf(requestedAt), {
            show: ({ requestedAt, requestedBy }) => `${momentOf(requestedAt)} ${words.issuedBy(requestedBy)}`,
          }),
          request.text(own.by, ({ requestedBy }) => requestedBy, { only: 'file' }),
          request.instant(words.confirmBy, ({ expiresAt }) => secondOf(expiresAt)),
        ]}
        rows={requests}
      />
    </>
  );
}

const scopesText = (scopes: readonly Scope[]): string => scopes.map((scope) => scopeWords[scope]).join('; ');

function stateText({ revokedAt, expiresAt }: TokenRecord, wall: string): string {
  if (revokedAt !== null) return words.revoked(momentOf(revokedAt));
  return expiresAt <= wall ? words.expired : words.standing;
}

interface TokenStateProps extends Pick<TokensProps, 'entity' | 'wall'> {
  readonly token: TokenRecord;
}

/** What a token's state is, and the way to revoke one that stands. */
function TokenState({ entity, token: one, wall }: TokenStateProps) {
  if (one.revokedAt !== null || one.expiresAt <= wall) return <>{stateText(one, wall)}</>;
  return (
    <form
      class="ciclo-access-row"
      method="post"
      action={administrationPath(entity, `/gettoni/${one.reference}/revoca`)}
    >
      <span>{words.standing}</span>
      <button type="submit" class="btn btn-outline-primary btn-sm" aria-label={words.revokeToken(one.title)}>
        {words.revoke}
      </button>
    </form>
  );
}

/** `timestamptz` is read with fractions of a second: people are told the minute. */
const momentOf = (instant: Instant): string => italianMoment(secondOf(instant));

const secondOf = (instant: Instant): Instant => instantOfMs(Date.parse(instant));
