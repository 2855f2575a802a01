import { type DocumentContent, figuresOf } from '../content.js';

/** The files of the figures of a document, by their hash. One that was erased is not there: its place says so. */
export type Pictures = ReadonlyMap<string, { readonly mime: string; readonly bytes: Uint8Array }>;

/** What a document without figures is written with. */
export const NO_PICTURES: Pictures = new Map();

/** Hashes of the figures a document shows, each once. */
export const pictureHashes = (content: Pick<DocumentContent, 'sections'>): readonly string[] => [
  ...new Set(figuresOf(content).map(({ hash }) => hash)),
];
