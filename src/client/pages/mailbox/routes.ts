import type { Hono } from 'hono';
import { UNSETTLED_MAIL_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { mailbox } from './mailbox.js';
import { message, messageAttachment, messageContent } from './message.js';
import { settleUnsettledMail, unsettledMail } from './unsettled-mail.js';

/** The mailbox of a rehearsal, and mails of which nobody knows whether they arrived. */
export function mountMailbox(app: Hono, site: Site): void {
  app.get(`/enti/:entity${UNSETTLED_MAIL_PATH}`, unsettledMail(site));
  app.post(`/enti/:entity${UNSETTLED_MAIL_PATH}`, settleUnsettledMail(site));
  app.get('/posta', mailbox(site));
  app.get('/posta/:id', message(site));
  app.get('/posta/:id/contenuto', messageContent(site));
  app.get('/posta/:id/allegati/:number', messageAttachment(site));
}
