import { RETURN_PARAMETER, SIGN_IN_PATH } from '../../../../access/paths.js';
import { LINK_MINUTES } from '../../../../register/sessions.js';
import { accessWords } from '../../../../words/access.js';

const words = accessWords.signIn;

interface AskLinkProps {
  /** What is said before the field. */
  readonly lead: string;
  /** Where the link leads to. */
  readonly verso: string;
  readonly email?: string;
  readonly wrong?: boolean;
  /** Whether what is asked for is read where it is made: no mail leaves. */
  readonly stays?: boolean;
}

/** The form that has a link mailed to whoever is on record with an address. */
export function AskLink({ lead, verso, email = '', wrong = false, stays = false }: AskLinkProps) {
  return (
    <form class="ciclo-access" method="post" action={SIGN_IN_PATH} novalidate>
      <p>{lead}</p>
      <input type="hidden" name={RETURN_PARAMETER} value={verso} />
      <label for="email">{words.email}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        required
        value={email}
        aria-describedby="email-aiuto"
        aria-invalid={wrong ? 'true' : undefined}
      />
      <small id="email-aiuto">{words.emailHint(LINK_MINUTES)}</small>
      <button type="submit" class="btn btn-primary">
        {stays ? words.prepare : words.send}
      </button>
    </form>
  );
}
