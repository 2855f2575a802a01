import { withArticle } from '../domain/article.js';

/** What the pages say of what came by the public form, and what the form itself says. */
export const stakeholderPageWords = {
  views: {
    label: 'Pagine sugli stakeholder',
    feedback: 'Osservazioni',
    register: 'Registro e matrice',
    voices: 'Messaggi dal modulo pubblico',
  },
  voices: {
    title: 'Messaggi dal modulo pubblico',
    lead: 'Ciò che arriva dal modulo pubblico si vede soltanto qui finché non è esaminato: va tra le osservazioni, o si respinge con il motivo.',
    open: (day: string): string => `Il modulo è aperto ${withArticle('dal', day)}. L’indirizzo da mettere sul sito è `,
    closed: 'Il modulo pubblico non è aperto.',
    openIt: 'Apri il modulo pubblico',
    closeIt: 'Chiudi il modulo pubblico',
    waiting: 'Da esaminare',
    noneWaiting: 'Nessun messaggio attende di essere esaminato.',
    examined: 'Esaminati',
    came: (who: string, moment: string): string => `${who}, ${moment}`,
    erased: 'testo cancellato oltre il termine di conservazione',
    number: 'N.',
    who: 'Chi scrive',
    when: 'Arrivato',
    text: 'Testo',
    outcome: 'Esito',
    reason: 'Motivo',
    by: 'Esaminato da',
    states: { waiting: 'Da esaminare', accepted: 'Tra le osservazioni', refused: 'Respinto' },
  },
  form: {
    title: (entity: string): string => `Osservazioni: ${entity}`,
    lead: 'Che cosa funziona, che cosa manca, che cosa cambierebbe nei servizi dell’ente? Serve per la programmazione dell’anno prossimo.',
    who: 'Scrivo come',
    other: 'Altro',
    text: 'Osservazione',
    textHint:
      'Al massimo 2.000 caratteri. Non scrivere nomi, recapiti o altri dati di persone: non servono e si cancellano.',
    /** For who sees it: programs fill it in, people do not see it. */
    trap: 'Lasciare vuoto',
    send: 'Invia l’osservazione',
    privacyTitle: 'Informativa sui dati personali',
    privacy: (entity: string): readonly string[] => [
      `Titolare del trattamento: ${entity}. Il modulo serve alla partecipazione dei cittadini e degli utenti alla valutazione della performance (D.Lgs. 150/2009, art. 19-bis).`,
      'Non si chiedono nome, indirizzo o recapito, e l’indirizzo del computer non si conserva: si conta per un quarto d’ora per limitare gli invii.',
      'Il testo è letto solo dal controllo di gestione dell’ente; può essere riportato, senza dati di persone, nei documenti della programmazione. Non si risponde a chi scrive, perché non si sa chi sia.',
      'Il testo come è arrivato si cancella allo scadere del termine di conservazione: un anno, se l’ente non ne ha deciso un altro. Per i diritti degli articoli 15 e seguenti del Regolamento (UE) 2016/679 ci si rivolge all’ente.',
    ],
    sentTitle: 'Osservazione inviata',
    sent: 'L’osservazione è stata consegnata al controllo di gestione dell’ente, che la esamina.',
    again: 'Invia un’altra osservazione',
    wrong: 'L’osservazione non è stata inviata: correggere quanto segue.',
    noWho: 'manca chi scrive: scegliere una voce',
    noText: 'manca il testo dell’osservazione',
    tooLong: (letters: number, most: number): string => `il testo è di ${letters} caratteri: al massimo ${most}`,
    full: {
      title: 'Il modulo non riceve altro',
      text: 'Attendono di essere esaminate già molte osservazioni. Si può riprovare fra qualche giorno.',
    },
    goneTitle: 'Il modulo non c’è',
    gone: 'A questo indirizzo non c’è un modulo aperto. L’indirizzo giusto è sul sito dell’ente.',
  },
} as const;
