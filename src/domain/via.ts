/** By which way an act came: the pages, the link in a mail, a token of another program, the command line. */
export type Via =
  | { readonly channel: 'page' | 'mail-link' | 'command-line' }
  /** With the reference of the token, as the list of them shows it. */
  | { readonly channel: 'token'; readonly token: string };

export type ViaChannel = Via['channel'];

/** What a line of the log has for it; those written before it was told are `unrecorded`. */
export type LogChannel = ViaChannel | 'system' | 'unrecorded';
