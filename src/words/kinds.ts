import { withArticle } from '../domain/article.js';

const listed = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(', ');

/** What is said of the files that describe kinds of bodies, and of a body whose year the program could not carry through. */
export const kindWords = {
  fields: {
    version: 'la versione, tra virgolette: "1"',
    pattern: 'la forma dei codici con uno 0 per ogni cifra, per esempio "00.00" o "000/000"',
    titles: 'un elenco di codici, ognuno con la sua denominazione',
    inRules: 'per ogni ruolo delle regole di valutazione, quello che ne ha la parte: { giunta: presidente }',
  },
  otherName: (id: string, file: string) =>
    `il file descrive il tipo di ente «${id}» ma si chiama «${file}»: i due nomi sono lo stesso`,
  noKind: (id: string, known: readonly string[]) =>
    `il tipo di ente «${id}» non c’è: scrivere in kind uno fra ${listed(known)}`,
  noRole: (id: string) => `il ruolo «${id}» non è tra i ruoli (roles) di questo tipo di ente`,
  noDocument: (id: string, known: readonly string[]) =>
    `il documento «${id}» non è tra quelli comuni: scriverne le sezioni in documents, oppure indicarne uno fra ${listed(known)}`,
  twiceDocument: (id: string) =>
    `il documento «${id}» è descritto due volte: per uno dei due scrivere in calendars con quali calendari vale`,
  noCalendar: (id: string, known: readonly string[]) =>
    `il calendario «${id}» non è tra quelli di questo tipo di ente: scrivere ${known.length === 1 ? '' : 'uno fra '}${listed(known)}`,
  noMission: (code: string, pattern: string) => `il codice «${code}» non ha la forma ${pattern}`,
  otherMission: (code: string, kind: string, example: string) =>
    `la missione «${code}» non ha la forma di ${kind}: scrivere per esempio "${example}"`,
  twiceServing: (duty: string, first: string, second: string) =>
    `«${first}» e «${second}» hanno lo stesso compito (serves: ${duty}): lo ha un ruolo solo`,
  takenName: (id: string, role: string) =>
    `«${id}» è il nome che Ciclo dà a «${role}»: un altro ruolo non può chiamarsi così; dargli un altro nome breve`,
  duties: {
    validator: 'chi valida la Relazione',
    steering: 'chi segue il ciclo',
    administrator: 'chi gestisce Ciclo',
  },
  noDuty: (what: string, duty: string, usual: string) =>
    `nell’ente manca ${what}: aggiungere in roles un ruolo con serves: ${duty}, o il ruolo «${usual}», e chi lo ricopre in people`,
  nobodyServes: (what: string, role: string) =>
    `nessuno ricopre «${role}», ${what}: aggiungere in people, a una persona, holds: [{ role: ${role} }]`,
  unknownDocument: (document: string, known: readonly string[]) =>
    `il documento «${document}» non è tra quelli dell’ente: descriverne le sezioni in documents/${document}.yaml nella cartella dell’ente, oppure scrivere uno fra ${listed(known)}`,
  unpublished: (document: string, known: readonly string[]) =>
    `«${document}» non ha una sottosezione di Amministrazione trasparente tra quelle che Ciclo scrive: si pubblicano ${listed(known)}; per gli altri usare kind: task, che una persona conclude a pubblicazione avvenuta`,
  notApproved: (document: string) =>
    `si pubblica «${document}», ma nessuna attività prima di questa lo porta davanti a un organo: aggiungere un’attività kind: approval con document: ${document}, e indicarla in after`,
  notValidated: (role: string) =>
    `la Relazione si pubblica solo validata, e nessuna attività prima di questa la porta davanti a «${role}»: aggiungere un’attività kind: approval con board: ${role} e document: relazione, e indicarla in after`,
  validatorNoBoard: (role: string) =>
    `«${role}» valida la Relazione ma non è un organo: scrivere board: true e recordedBy (anche «${role}» stesso)`,
  rulesNameNobody: (policy: string, role: string) =>
    `le regole di valutazione «${policy}» danno una parte al ruolo «${role}», che l’ente non ha: chi è valutato resterebbe senza risposta. Aggiungere il ruolo in roles e dire in people chi lo ricopre, oppure indicarne un altro nelle regole`,
  onlyPlan: (document: string) =>
    `in corso d’esercizio si aggiorna il Piano: qui si legge document: ${document}, scrivere document: piano`,
  nobodyPrompted: (step: string, roles: readonly string[], on: string) =>
    `${withArticle('il', on)}, alla scadenza di «${step}», nessuno ricopre ${listed(roles)}: non c’è chi sollecitare. Prolungare gli incarichi in people, o indicare in owners chi se ne occupa`,
  nobodyRecords: (step: string, role: string, on: string) =>
    `${withArticle('il', on)}, alla scadenza di «${step}», nessuno ricopre «${role}», che ne registra la decisione: prolungare l’incarico in people, o cambiare recordedBy`,
  nobodyWrites: (step: string, section: string, roles: readonly string[], on: string) =>
    `${withArticle('il', on)}, alla scadenza di «${step}», nessuno ricopre ${listed(roles)}, a cui spetta la sezione «${section}»: dare il ruolo a qualcuno in people, o indicare altri in owners della sezione`,
  sameEyes: (step: string, role: string, names: readonly string[]) =>
    `la decisione di «${step}» potrebbe registrarla solo ${names.join(', ')}, che prepara il documento: chi prepara non decide. Dare «${role}» anche ad altri in people, o indicare in owners chi altro prepara`,
  noRelazione:
    'il calendario non ha un’attività kind: publication con document: relazione: il ciclo finirebbe senza la Relazione pubblicata (D.Lgs. 150/2009, art. 10, c. 1, lett. b)',
  noPlan:
    'il calendario non ha un’attività kind: approval con document: piano: nessun monitoraggio avrebbe un Piano in vigore',
} as const;
