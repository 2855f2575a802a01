import { createTransport } from 'nodemailer';
import type { Config } from '../../../config.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { bad, type Check, good, note, PATIENCE_MS, reasonOf } from './check.js';

/** Whether the mail server lets us in. Sends nothing. */
export async function checkMail({ smtpUrl }: Config): Promise<Check> {
  if (smtpUrl === undefined) return note(say.mail, say.localMailbox, say.setSmtp);
  const { hostname, port, protocol } = new URL(smtpUrl);
  const where = `${hostname}:${port === '' ? (protocol === 'smtps:' ? 465 : 587) : port}`;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return good(say.mail, say.mailAccepts(where));
  } catch (error) {
    return bad(say.mail, say.noAnswer(`${where}: ${reasonOf(error)}`), say.checkVariable('SMTP_URL'));
  } finally {
    transport.close();
  }
}
