import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import * as client from 'openid-client';
import { err, ok, type Result } from '../domain/result.js';

/** How this installation is known to a provider of OpenID Connect. */
interface OidcOptions {
  /** Where its configuration is found, below `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The whole address of our page the provider sends people back to. */
  readonly returnUrl: string;
  /** Keeps what a sign-in under way must remember, between us and ourselves. */
  readonly secret: string;
}

/**
 * Why somebody is not let in: the provider or they said no, what came back is not the answer to what this browser asked,
 * the provider does not vouch for an address, or it does not answer.
 */
type OidcProblem = 'declined' | 'strange' | 'unverified' | 'unreachable';

/** A failed sign-in: `detail` is for the log. */
export interface OidcFailure {
  readonly problem: OidcProblem;
  readonly detail: string;
}

/** Sign-in with a provider of OpenID Connect: authorization code with PKCE, state and nonce. */
export interface OidcSignIn {
  /**
   * Begins: where to send the browser, and what it must bring back, sealed.
   * @param verso our own path to go on to afterwards
   */
  begin(verso: string): Promise<Result<{ readonly url: string; readonly sealed: string }, OidcFailure>>;
  /**
   * Ends: the address the provider vouches for.
   * @param search the query the provider sent the browser back with, `?code=…`
   */
  finish(
    search: string,
    sealed: string | undefined,
  ): Promise<Result<{ readonly email: string; readonly verso: string }, OidcFailure>>;
}

/** How long a sign-in may take at the provider. */
export const OIDC_MINUTES = 10;
const SCOPE = 'openid email';
const AUDIENCE = 'oidc';
/** The provider is asked for its configuration again after this long. */
const CONFIGURATION_MS = 3_600_000;

/** Nothing is asked of the provider before the first sign-in: one that is down does not keep us from starting. */
export function createOidcSignIn(options: OidcOptions): OidcSignIn {
  const key = createHash('sha256').update(`ciclo/oidc/${options.secret}`).digest();
  const configuration = rediscovered(options);
  return {
    begin: async (verso) => {
      try {
        const config = await configuration();
        const pending = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
          verso,
        };
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: options.returnUrl,
          scope: SCOPE,
          state: pending.state,
          nonce: pending.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
          code_challenge_method: 'S256',
        });
        return ok({ url: url.href, sealed: await seal(pending, key) });
      } catch (cause) {
        return err({ problem: 'unreachable', detail: said(cause) });
      }
    },
    finish: async (search, sealed) => {
      const pending = sealed === undefined ? undefined : await unseal(sealed, key);
      if (pending === undefined) return err({ problem: 'strange', detail: 'nothing was begun in this browser' });
      try {
        const config = await configuration();
        const tokens = await client.authorizationCodeGrant(config, new URL(search, options.returnUrl), {
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          pkceCodeVerifier: pending.verifier,
          idTokenExpected: true,
        });
        const email = await addressIn(config, tokens);
        return email === undefined
          ? err({ problem: 'unverified', detail: 'no address, or not verified' })
          : ok({ email, verso: pending.verso });
      } catch (cause) {
        return err({ problem: problemOf(cause), detail: said(cause) });
      }
    },
  };
}

/** The configuration the provider publishes, kept for an hour; one that could not be had is asked for again. */
function rediscovered({ issuer, clientId, clientSecret }: OidcOptions): () => Promise<client.Configuration> {
  let known: { readonly config: Promise<client.Configuration>; readonly until: number } | undefined;
  return () => {
    if (known !== undefined && known.until > Date.now()) return known.config;
    // In clear text only where it stays on this machine: the configuration refuses it elsewhere.
    const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    const config = client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 });
    known = { config, until: Date.now() + CONFIGURATION_MS };
    config.catch(() => {
      known = undefined;
    });
    return config;
  };
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

/** The address, when the provider says it has verified it: in the token, otherwise where it tells about people. */
async function addressIn(config: client.Configuration, tokens: Tokens): Promise<string | undefined> {
  const claims = tokens.claims();
  if (claims === undefined) return undefined;
  const told =
    claims.email === undefined ? await client.fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
  return typeof told.email === 'string' && told.email_verified === true ? told.email : undefined;
}

interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly verso: string;
}

const seal = ({ state, nonce, verifier, verso }: Pending, key: Uint8Array): Promise<string> =>
  new EncryptJWT({ state, nonce, verifier, verso })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(AUDIENCE)
    .setExpirationTime(`${OIDC_MINUTES}m`)
    .encrypt(key);

async function unseal(sealed: string, key: Uint8Array): Promise<Pending | undefined> {
  try {
    const { payload } = await jwtDecrypt(sealed, key, { audience: AUDIENCE });
    const { state, nonce, verifier, verso } = payload;
    if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return undefined;
    return { state, nonce, verifier, verso: typeof verso === 'string' ? verso : '/' };
  } catch {
    // Not ours, altered or too old: all the same to who asks.
    return undefined;
  }
}

function problemOf(cause: unknown): OidcProblem {
  if (cause instanceof client.AuthorizationResponseError) return 'declined';
  if (cause instanceof client.ClientError || cause instanceof client.ResponseBodyError) {
    return isNetwork(cause) ? 'unreachable' : 'strange';
  }
  return 'unreachable';
}

const NETWORK = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

const isNetwork = (cause: Error & { readonly code?: string | undefined }): boolean =>
  cause.code !== undefined && NETWORK.includes(cause.code);

const said = (cause: unknown): string => (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
