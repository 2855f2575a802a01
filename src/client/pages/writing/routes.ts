import type { Hono } from 'hono';
import { transmit } from '../../../acts/document/transmit.js';
import { sectionLimit, uploadLimit } from '../kit/body-limits.js';
import { DOCUMENTS_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { documentsPage } from './documents-page.js';
import { actOnDraft, actOnRemark, DRAFT_ACTS, REMARK_ACTS, transmitDraft } from './draft-acts.js';
import { draftPage } from './draft-page.js';
import { attachFigure, figureContent, figuresPage, standInContent } from './figures-page.js';
import { DRAFT_ROUTE, SECTION_ROUTE } from './paths.js';
import { readingPage } from './reading-page.js';
import { sectionPage } from './section-page.js';
import { keepsUnsaved } from './unsaved.js';
import { earlierPage, versionsPage } from './versions-page.js';
import { bringWord, wordPage } from './word-page.js';
import { actOnSection, keepWriting, leaveSection, SECTION_ACTS, writeSection } from './write-section.js';

/** Keeps what is sent to a writing page after the session has ended. Goes before `ofEntity`, which would send it away. */
export function mountUnsaved(app: Hono, site: Site): void {
  app.on(['POST'], SECTION_ROUTE, sectionLimit(site), keepsUnsaved(site));
}

/** The pages on which the documents of a cycle are written. Goes after `ofEntity`. */
export function mountWriting(app: Hono, site: Site): void {
  app.get(`/cicli/:entity/:exercise${DOCUMENTS_PATH}`, documentsPage(site));
  app.use(`${DRAFT_ROUTE}/*`, uploadLimit(site));
  app.get(DRAFT_ROUTE, draftPage(site));
  app.get(`${DRAFT_ROUTE}/lettura`, readingPage(site));
  app.get(`${DRAFT_ROUTE}/figure`, figuresPage(site));
  app.post(`${DRAFT_ROUTE}/figure`, attachFigure(site));
  app.get(`${DRAFT_ROUTE}/figure/:figure`, figureContent(site));
  app.get(`${DRAFT_ROUTE}/file/:hash`, standInContent(site));
  for (const act of DRAFT_ACTS) app.post(`${DRAFT_ROUTE}/${act.path}`, actOnDraft(site, act));
  app.post(`${DRAFT_ROUTE}/${transmit.path}`, transmitDraft(site));
  for (const act of REMARK_ACTS) app.post(`${DRAFT_ROUTE}/osservazioni/:remark/${act.path}`, actOnRemark(site, act));
  app.get(SECTION_ROUTE, sectionPage(site));
  app.post(SECTION_ROUTE, writeSection(site));
  app.post(`${SECTION_ROUTE}/in-corso`, keepWriting(site));
  app.post(`${SECTION_ROUTE}/uscita`, leaveSection(site));
  for (const act of SECTION_ACTS) app.post(`${SECTION_ROUTE}/${act.path}`, actOnSection(site, act));
  app.get(`${SECTION_ROUTE}/versioni`, versionsPage(site));
  app.get(`${SECTION_ROUTE}/anno-prima`, earlierPage(site));
  app.get(`${SECTION_ROUTE}/word`, wordPage(site));
  app.post(`${SECTION_ROUTE}/word`, bringWord(site));
}
