import { type Form, type Page, readPage } from './page.js';

/** Carries one request to the console and brings back its answer, redirects included. */
export type Visit = (address: string, request: RequestInit) => Promise<Response>;

/** What somebody writes into a form, by the names of its fields. */
/** By field; undefined: the field stays as the page has it. */
export type Answers = Readonly<Record<string, string | File | readonly string[] | undefined>>;

/** Somebody who goes from page to page as with a browser: keeps cookies, follows redirects, sends forms whole. */
export interface Visitor {
  /** @throws Error when the console fails, or sends round in a circle */
  open(address: string): Promise<Page>;
  /**
   * Sends a form with what stands in it, some of it written anew, and confirms it where it is shown to be read again.
   * @param button `azione=invia`, of the buttons that say which of several things to do
   * @throws Error when the page shows no such field, choice or button
   */
  send(form: Form, answers: Answers, button?: string): Promise<Page>;
  /** @throws Error when there is no such file */
  download(address: string): Promise<Uint8Array>;
}

const MOST_REDIRECTS = 5;

/** The button under what is read again before it is done. */
const CONFIRMS = 'controllato=si';

/** @param origin what the console's own pages are known by to a browser */
export function createVisitor(visit: Visit, origin: string): Visitor {
  const cookies = new Map<string, string>();

  const ask = async (address: string, request: RequestInit): Promise<Response> => {
    const headers: Record<string, string> = {};
    if (cookies.size > 0) headers.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (request.method === 'POST') headers.origin = origin;
    const answer = await visit(address, { ...request, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    if (answer.status >= 500 || answer.status === 429) {
      throw new Error(`${request.method ?? 'GET'} ${address} answered ${answer.status}: ${await answer.text()}`);
    }
    return answer;
  };

  const go = async (address: string, request: RequestInit): Promise<Page> => {
    let [at, asking] = [address, request];
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const answer = await ask(at, asking);
      const text = await answer.text();
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || location === null) return readPage(text, at, answer.status);
      [at, asking] = [new URL(location, at).href, {}];
    }
    throw new Error(`${address} sends round in a circle`);
  };

  const confirmed = async (asked: Promise<Page>): Promise<Page> => {
    const page = await asked;
    const again = page.forms.find(({ buttons }) => buttons.has(CONFIRMS));
    if (again === undefined) return page;
    return await go(again.address, { method: 'POST', body: asText(filledIn(again, {}, CONFIRMS)) });
  };

  return {
    open: (address) => go(address, {}),
    send: (form, answers, button) => {
      const filled = filledIn(form, answers, button);
      if (form.method === 'GET') return go(`${form.address}?${asText(filled)}`, {});
      return confirmed(go(form.address, { method: 'POST', body: form.carriesFiles ? filled : asText(filled) }));
    },
    download: async (address) => {
      const answer = await ask(address, {});
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

/** A form as a browser would send it. */
function filledIn({ address, fields, buttons }: Form, answers: Answers, button: string | undefined): FormData {
  for (const [name, answer] of Object.entries(answers)) {
    if (answer !== undefined && !fields.has(name)) throw new Error(`the form to ${address} shows no field «${name}»`);
  }
  const data = new FormData();
  for (const { name, kind, values, options } of fields.values()) {
    const answer = answers[name];
    if (kind === 'file') {
      data.append(name, answer instanceof File ? answer : new File([], ''));
      continue;
    }
    if (answer instanceof File) throw new Error(`the field «${name}» of ${address} takes no file`);
    const written = answer === undefined ? values : typeof answer === 'string' ? [answer] : answer;
    const strange = kind === 'text' || kind === 'hidden' ? undefined : written.find((one) => !options.includes(one));
    if (strange !== undefined) throw new Error(`the field «${name}» of ${address} does not offer «${strange}»`);
    for (const one of written) data.append(name, one);
  }
  if (button !== undefined) {
    if (!buttons.has(button)) throw new Error(`the form to ${address} has no button «${button}»`);
    const [name = '', value = ''] = button.split('=');
    data.append(name, value);
  }
  return data;
}

function asText(data: FormData): URLSearchParams {
  const text = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') text.append(name, value);
  return text;
}
