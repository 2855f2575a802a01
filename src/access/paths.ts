/** Path of the sign-in page, and the parameter with the address to come back to. */
export const SIGN_IN_PATH = '/accesso';
export const RETURN_PARAMETER = 'verso';

/** Path to which a session is ended. */
export const SIGN_OUT_PATH = `${SIGN_IN_PATH}/esci`;

/** Path of a mailed link, before its secret. */
export const LINK_PATH = `${SIGN_IN_PATH}/collegamento`;
/** Path of the mailed link that confirms a token, before its secret. */
export const CONFIRM_PATH = `${SIGN_IN_PATH}/gettone`;
/** Path of the list a rehearsal's visitor chooses from. */
export const CAST_PATH = `${SIGN_IN_PATH}/come`;
/** Path at which the provider of OpenID Connect is gone to, and comes back. */
export const OIDC_PATH = `${SIGN_IN_PATH}/oidc`;
export const OIDC_RETURN_PATH = `${OIDC_PATH}/ritorno`;

/** The page of an entity's accesses, or one below it. */
export const administrationPath = (entity: string, below = ''): string =>
  `/enti/${encodeURIComponent(entity)}/accessi${below}`;

/** Where who has signed in goes when nothing else was asked for: from there to the cycles, or to what waits for them. */
export const AFTER_SIGN_IN = '/mie/ingresso';

/** What the law has every site of a body say. */
export const ACCESSIBILITY_PATH = '/accessibilita';
export const PRIVACY_PATH = '/privacy';

/** The parameter by which a page is asked to bring itself up to date. */
export const REFRESH_PARAMETER = 'aggiorna';

/** The local mailbox, where there is one to look at. */
export const MAILBOX_PATH = '/posta';
