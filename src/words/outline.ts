/** What is said of the files that describe documents. */
export const outlineWords = {
  level: 'il livello del titolo: 2, 3 o 4',
  part: 'il nome di una parte ricavata dai dati, per esempio piano/cruscotto',
  with: 'un elenco di nomi con il loro valore',
  content: 'da dove viene il contenuto: kind written, computed o taken',
  chapter: 'la cifra di un capitolo, tra virgolette: "3"',
  version: 'la versione, tra virgolette: "1"',
  otherName: (kind: string, file: string) =>
    `il file descrive «${kind}» ma si chiama «${file}»: i due nomi sono lo stesso`,
  twice: (id: string) => `la sezione «${id}» è già nell’elenco`,
  itself: 'un documento non riprende da se stesso',
  noOwner: (role: string) => `il ruolo o l’ufficio «${role}» non esiste nell’ente`,
  noDocument: (kind: string) => `il documento «${kind}» non è descritto da nessun file`,
  noSection: (section: string, document: string) => `il documento «${document}» non ha una sezione «${section}»`,
  noPart: (name: string, known: readonly string[]) => `la parte «${name}» non esiste; ci sono: ${known.join(', ')}`,
};
