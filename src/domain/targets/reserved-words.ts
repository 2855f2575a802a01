/**
 * Words that change what a number or a date promises. Prose holding one of them was not understood, so it is never
 * skipped: `almeno 25, salvo proroghe` must be asked.
 */
export const RESERVED = new Set(
  (
    'almeno minimo massimo max min oltre meno piu inferiore inferiori superiore superiori maggiore maggiori minore minori uguale pari ' +
    'entro fino sino dopo prima non circa ca indicativamente approssimativamente orientativamente presumibilmente stimato stimata ' +
    'o oppure ovvero od ma salvo eccetto tranne escluso esclusa esclusi escluse qualora purche se comunque altrimenti anziche invece ' +
    'precedente scorso confronto ogni ciascun ciascuno ciascuna cadauno cadauna doppio triplo meta nessun nessuno nessuna senza solo ' +
    'soltanto ulteriori ulteriore aggiuntivi aggiuntive altri altre successivo successivi contro ridotto ridotta tendenziale ' +
    'punti punto mila milioni milione mln caso eventuale eventuali eventualmente ove laddove compatibilmente ' +
    'subordinatamente forse possibilmente preferibilmente tendenzialmente decorrenza decorrere partire posteriore ' +
    'rinviato rinviata rinvio slittamento posticipato posticipata prorogato prorogata vedi vedasi veda cfr ' +
    'mai ne nemmeno neppure privo priva privi prive mancato mancata mancati mancate mancanza esclusione eccezione salva ' +
    'salvi salve condizione condizionato condizionata subordinato subordinata previa previo fermo ferma limitatamente ' +
    'quasi ben appena precedenti antecedente antecedenti anteriore anteriori parzialmente parziale parziali mezzo mezza ' +
    'indicativa indicativo indicativi presumibile presunto presunta anticipato anticipata ' +
    'sempreche finche fuorche escludendo eccettuato eccettuata eccettuati eccettuate tolti tolte depurati depurate subordinati subordinate ' +
    'condizionati condizionate vincolato vincolata vincolati vincolate permettendo auspicabile auspicabili auspicabilmente verosimilmente ' +
    'auspicato quando dove invarianza invariato invariata disponibilita dimezzato dimezzata raddoppiato raddoppiata maggiorato maggiorata ' +
    'aumentato aumentata indicizzato rivalutato decurtato scontato'
  ).split(' '),
);

/** Words that change what a quantity is: a ceiling, several years, an average, a rhythm, something that must not be. */
export const QUANTITY = new Set(
  (
    'massima massime massimi minima minime minimi assenza assenze eliminazione azzeramento azzerare eliminare evitare ' +
    'annullamento netto lordo biennio triennio quadriennio quinquennio biennale triennale pluriennale regime qualche alcuni ' +
    'alcune molti molte pochi poche parte stima stimati stimate tendenziali cumulativo progressivo graduale gradualmente ' +
    'media mediana mediamente annualmente frequenza cadenza volta rispettivamente doppia triplicare raddoppio raddoppiare dimezzare dimezzamento ' +
    'trim mens die supplementari suppletive suppletivi incrementali eccedenti ponderato cumulato consecutivi prossimo prossimi ' +
    'manciata pugno poco molto parecchi parecchie biennali triennali pluriennali quadriennali quinquennali decennali ' +
    'target consuntivo preventivo assoluto cad procapite provvisorio provvisoria confermare verificare definire inclusi incluse inclusa incluso compresi comprese compresa compreso'
  ).split(' '),
);
