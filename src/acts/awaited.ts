import { createHash } from 'node:crypto';

/** Path of the page that says what became of an act, before its secret. */
export const AWAITED_PATH = '/richieste';

/**
 * Nobody has carried out an act in the time a person waits for a page. It is kept, and sent again until it is known what
 * became of it; whoever shows this says where that will be told.
 */
export class NotYetRecorded extends Error {
  /** `/richieste/…`, below the address of the console. */
  readonly path: string;

  constructor(secret: string) {
    super('no worker has carried out the act yet');
    this.name = 'NotYetRecorded';
    this.path = `${AWAITED_PATH}/${secret}`;
  }
}

/**
 * What an act is sent under: the same for the same form sent again, another for another content.
 * @param key of the form the act comes from
 * @returns 64 hexadecimal digits
 */
export function actId(workflow: string, act: string, key: string, content: object): string {
  return createHash('sha256')
    .update(JSON.stringify([workflow, act, key, content]))
    .digest('hex');
}
