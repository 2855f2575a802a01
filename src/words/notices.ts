/** A page of paragraphs under headings. */
export interface NoticeText {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly { readonly heading: string; readonly text: readonly string[] }[];
}

/** What the law has every site of a body say, where the body has no page of its own for it. */
export const noticeWords = {
  accessibility: {
    title: 'Accessibilità',
    lead: 'Queste pagine sono fatte perché chiunque possa usarle, anche con la sola tastiera, con un lettore di schermo o senza JavaScript.',
    parts: [
      {
        heading: 'A che cosa ci si attiene',
        text: [
          'Il riferimento sono le regole WCAG 2.1, livelli A e AA, nella norma EN 301 549 richiamata dalle linee guida dell’AgID (L. 4/2004). A ogni nuova versione le pagine sono esaminate con uno strumento automatico.',
          'I documenti in PDF hanno struttura, indice e testo alternativo delle figure. I file allegati dagli uffici, e gli atti firmati, restano come chi li ha prodotti.',
        ],
      },
      {
        heading: 'La dichiarazione dell’ente',
        text: [
          'La dichiarazione di accessibilità la rende l’ente con il modulo dell’AgID (form.agid.gov.it): quando è pubblicata, il collegamento in fondo alla pagina porta lì.',
        ],
      },
      {
        heading: 'Segnalare un problema',
        text: [
          'Chi non riesce a usare una pagina o un documento lo segnala al controllo di gestione dell’ente, che fornisce l’informazione in altra forma e fa correggere il difetto. In mancanza di risposta entro trenta giorni ci si può rivolgere al Difensore civico per il digitale, presso l’AgID (L. 4/2004, art. 3-quinquies).',
        ],
      },
    ],
  },
  privacy: {
    title: 'Trattamento dei dati personali',
    lead: 'Quali dati tratta Ciclo, perché, e che cosa si può chiedere (Regolamento UE 2016/679, artt. 13 e 14).',
    parts: [
      {
        heading: 'Chi li tratta e perché',
        text: [
          'Titolare è l’ente di cui si svolge il ciclo della performance; i dati servono a svolgerlo, come prevede il D.Lgs. 150/2009 (Regolamento, art. 6, par. 1, lettere c) ed e)). Non occorre un consenso.',
        ],
      },
      {
        heading: 'Quali dati',
        text: [
          'Di chi lavora nell’ente o ne compone gli organi: nome, indirizzo di posta d’ufficio, incarichi, assenze con chi sostituisce, ciò che invia o registra, con data e ora, e, di chi ha obiettivi individuali, obiettivi e risultati.',
          'Di chi scrive all’ente per il ciclo: il testo e il nome che l’ente annota; il modulo pubblico non chiede né nome né indirizzo.',
        ],
      },
      {
        heading: 'Chi li vede e per quanto tempo',
        text: [
          'Li vede chi ne ha bisogno per il proprio incarico. I risultati individuali li vedono l’interessato, chi valuta e chi firma; non sono pubblicati. Nulla è ceduto ad altri, né esce dalle macchine dell’ente o di chi le gestisce per suo conto.',
          'Si conservano per il tempo stabilito dall’ente, che è diverso per specie di dati; poi si cancellano, e della cancellazione resta la traccia.',
        ],
      },
      {
        heading: 'Cookie',
        text: [
          'Si usano solo cookie tecnici, che non richiedono consenso: quello che riconosce chi è entrato, fino a quando esce, e quello che accompagna l’accesso. Un testo che non si è potuto salvare resta nel browser di chi lo scrive finché non è salvato. Non vi sono statistiche, né contenuti di altri siti.',
        ],
      },
      {
        heading: 'Che cosa si può chiedere',
        text: [
          'Ciascuno può chiedere all’ente di vedere, correggere, limitare o cancellare i dati che lo riguardano, e opporsi al trattamento, nei limiti in cui la legge impone di conservarli (Regolamento, artt. 15-22). Può inoltre rivolgersi al responsabile della protezione dei dati dell’ente e presentare reclamo al Garante.',
        ],
      },
    ],
  },
} as const satisfies Record<string, NoticeText>;
