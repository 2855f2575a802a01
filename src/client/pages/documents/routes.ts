import type { Hono } from 'hono';
import { documentContent, documentForm, documentTable } from '../kit/document-bytes.js';
import type { Site } from '../kit/site.js';
import { document } from './document.js';

/** A document, in each of its forms. Goes after `ofDocument`. */
export function mountDocuments(app: Hono, site: Site): void {
  app.get('/documenti/:hash', document(site));
  app.get('/documenti/:hash/contenuto', documentContent(site));
  app.get('/documenti/:hash/tabelle/:table', documentTable(site));
  app.get('/documenti/:hash/:form', documentForm(site));
}
