/** A file of the site: its path within it, with slashes, and where it is on this machine. */
export interface SiteFile {
  readonly path: string;
  readonly from: string;
  /** Its media type, for stores that serve it with one. */
  readonly type: string;
}

/** Where the site is carried, beside the folder it is written in. */
export interface SiteStore {
  /** How it is named to people: its address, without secrets. */
  readonly address: string;
  /** Puts files there, over those of the same path; others stay. @throws saying why when one could not be put */
  put(files: readonly SiteFile[]): Promise<void>;
  /** What is there now, asked of the store anew. @throws when it is not there or does not answer */
  read(path: string): Promise<Buffer>;
}

/** How long a store may take for one request. */
export const STORE_ANSWERS_WITHIN_MS = 60_000;
