import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real provider of OpenID Connect on this machine, and a browser to go through it with. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * Goes through the provider's pages from the address we send browsers to, signing in as `login`.
   * @returns the address the provider sends the browser back to
   */
  signIn(from: string, login: string): Promise<URL>;
  /** Goes to the provider and gives up there. */
  giveUp(from: string): Promise<URL>;
  stop(): Promise<void>;
}

const CLIENT = { clientId: 'ciclo', clientSecret: 'known to the tests of Ciclo alone' };

/** @param returnUrl the only address it sends browsers back to. Logins that begin with `dubbio` have no verified address. */
export async function startProvider(returnUrl: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [returnUrl],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: !id.startsWith('dubbio') }),
    }),
    cookies: { keys: ['a key for the cookies of the tests'] },
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    ...CLIENT,
    signIn: async (from, login) => {
      const browser = new Browser(issuer);
      const loginPage = await browser.go(from);
      const consentPage = await browser.send(loginPage, { prompt: 'login', login, password: 'qualunque' });
      return browser.left(await browser.send(consentPage, { prompt: 'consent' }));
    },
    giveUp: async (from) => {
      const browser = new Browser(issuer);
      const { url } = await browser.go(from);
      return browser.left(await browser.go(`${url.origin}${url.pathname}/abort`));
    },
    stop: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

interface Page {
  readonly url: URL;
  readonly text: string;
}

/** Follows the provider's redirects with its cookies, and stops where they lead away from it. */
class Browser {
  private readonly cookies = new Map<string, string>();
  private readonly issuer: string;

  constructor(issuer: string) {
    this.issuer = issuer;
  }

  async go(address: string, init: RequestInit = {}): Promise<Page> {
    let url = new URL(address);
    let request = init;
    for (let hops = 0; hops < 12; hops++) {
      if (url.origin !== this.issuer) return { url, text: '' };
      const answer = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { ...this.headers(), ...request.headers },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.cookies.set(name, value);
      }
      const next = answer.headers.get('location');
      if (next === null) return { url, text: await answer.text() };
      url = new URL(next, url);
      request = {};
    }
    throw new Error(`the provider goes round in a circle at ${url.href}`);
  }

  send(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
    return this.go(page.url.href, { method: 'POST', body: new URLSearchParams(fields) });
  }

  left(page: Page): URL {
    if (page.url.origin === this.issuer) throw new Error(`still at ${page.url.href}: ${page.text.slice(0, 500)}`);
    return page.url;
  }

  private headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
