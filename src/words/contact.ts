import type { Contact } from '../domain/contact.js';

/** `Controllo di gestione, Anna Bianchi, anna@ente.example, tel. 0585 1` */
export const contactLine = ({ name, email, phone }: Contact): string =>
  [name, email, phone === undefined ? undefined : `tel. ${phone}`]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
