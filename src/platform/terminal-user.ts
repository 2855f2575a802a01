import { userInfo } from 'node:os';

/** Who acts at a terminal, as the log names them: whoever is at the machine, who need be nobody of a body. */
export const terminalUser = (): string => `terminale:${userInfo().username}`;
