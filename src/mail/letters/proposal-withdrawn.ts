import { proposalWithdrawnWords as words } from '../../words/decision-mail.js';
import { type Letter, text } from '../letter.js';
import type { ProposalWithdrawn } from '../step-messages.js';

export function proposalWithdrawn({ document, board, reason, by, link }: ProposalWithdrawn): Letter {
  const body = words.body(document, board, by);
  return {
    subject: words.subject(document),
    preview: body,
    blocks: [text(body), { kind: 'quote', text: reason, by }, text(words.after)],
    button: { label: words.button, href: link },
  };
}
