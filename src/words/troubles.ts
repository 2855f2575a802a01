import { withArticle } from '../domain/article.js';
import { never } from '../domain/result.js';
import type { Trouble, TroubleKind, TroubleOf } from '../domain/trouble.js';
import { awaitedWords } from './awaited.js';
import { italianMoment, italianPercent } from './format.js';
import { count, plural } from './plural.js';
import { retentionWords } from './retention.js';

/** Somebody else's words, within a sentence that has a full stop of its own. */
const bare = (failure: string): string => failure.trim().replace(/\.+$/, '');
const said = (failure: string | undefined): string => (failure === undefined ? '' : `: ${bare(failure)}`);

/** What is said of what is stuck, on pages, in mails and at the command line. */
export const troubleWords = {
  title: 'Da sistemare',
  lead: 'Ciò che è fermo e non va avanti da sé: da quando, perché, e che cosa lo rimette in moto.',
  none: 'Nulla da sistemare: quello che il sistema controlla va avanti.',
  own: 'Dell’ente',
  installation: 'Dell’installazione',
  installationLead: 'Riguarda tutti gli enti di questo sistema: se ne occupa chi lo amministra.',
  what: 'Che cosa',
  since: 'Da quando',
  why: 'Perché',
  act: 'Che cosa fare',
  lately: 'Sistemato di recente',
  latelyHead: { ended: 'Fino a', how: 'Come' },
  how: { gone: 'Non c’è più', mended: 'Sistemato' },
  sinceUnknown: 'ora',
  attempts: (n: number) => count(n, 'un tentativo', 'tentativi'),
  goToStep: 'Vai all’attività',
  /** Where the page that mends it is not the step's. */
  goThere: {
    'mail-refused': 'Mail da chiarire',
    'mail-uncertain': 'Mail da chiarire',
    'readings-unconfirmed': 'Letture',
    'plan-missing': 'Inizia il Piano',
    'sections-missing': 'Apri la bozza',
    'step-stuck': 'Gestisci',
    'step-failed': 'Gestisci',
    'act-waiting': 'Ritira la richiesta',
  } as Readonly<Partial<Record<TroubleKind, string>>>,
  onYear: (n: number, beside = false) =>
    beside
      ? count(n, 'C’è un’altra cosa da sistemare', 'altre cose da sistemare')
      : count(n, 'C’è una cosa da sistemare', 'cose da sistemare'),
  onYearLink: 'Che cosa, e come',
  backups:
    'Le copie di sicurezza si fanno a parte, con «ciclo backup» o con gli strumenti della base dati: di quelle fatte con altri strumenti qui non si vede se sono aggiornate.',
  kinds: {
    'process-missing': 'Processo che manca',
    'process-stray': 'Processo di troppo',
    'activity-retrying': 'Operazione che non riesce',
    'task-failing': 'Processo bloccato',
    'mail-refused': 'Mail non arrivate',
    'mail-uncertain': 'Mail di esito incerto',
    'mail-unsent': 'Mail mai partite',
    'source-failing': 'Fonte che non risponde',
    'readings-unconfirmed': 'Letture da confermare',
    'worker-absent': 'Nessun worker al lavoro',
    'migration-pending': 'Registro di un’altra versione',
    'plan-missing': 'Piano che manca',
    'sections-missing': 'Sezioni che mancano',
    'publication-unverified': 'Pubblicazione da verificare',
    'launch-failing': 'Ciclo che non si avvia',
    'file-unreadable': 'File che non si legge',
    'erasing-failing': 'Cancellazione che non riesce',
    'clock-doubted': 'Orologi che non concordano',
    'act-waiting': 'Richiesta mai registrata',
    'backup-old': 'Copia di sicurezza vecchia',
    'texts-in-clear': 'Testi in chiaro su Temporal',
    'step-stuck': 'Attività che non va avanti',
    'step-failed': 'Attività interrotta',
    'not-computed': 'Risultati non calcolati',
  } satisfies Record<TroubleKind, string>,
  mail: {
    subject: (n: number, entity: string) => `${count(n, 'una cosa', 'cose')} da sistemare: ${entity}`,
    body: (n: number) =>
      plural(
        n,
        'nel ciclo della performance qualcosa è fermo e non va avanti da sé.',
        'nel ciclo della performance più cose sono ferme e non vanno avanti da sé.',
      ),
    digest: (n: number) =>
      plural(
        n,
        'nel ciclo della performance una cosa è ancora da sistemare.',
        `nel ciclo della performance ${n} cose sono ancora da sistemare.`,
      ),
    digestSubject: (n: number, entity: string) => `ancora ${count(n, 'una cosa', 'cose')} da sistemare: ${entity}`,
    since: 'Da quando',
    why: 'Perché',
    act: 'Che cosa fare',
    more: (n: number) => `E altre ${n}, nella pagina.`,
    button: 'Apri «Da sistemare»',
  },
} as const;

/** Why, in a sentence for who is to mend it. */
export function troubleReason(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'process-missing':
      return trouble.step === undefined
        ? `Il ciclo ${trouble.exercise} è in corso nel registro, ma in Temporal il suo processo non c’è: nulla si apre e nessuno viene avvisato.`
        : `L’attività «${trouble.step}» è in corso nel registro, ma in Temporal il suo processo non c’è: nessuno viene avvisato e ciò che si invia non viene preso.`;
    case 'process-stray':
      return `In Temporal il processo «${trouble.workflow}» è in corso, ma per il registro è concluso o non c’è: può scrivere a chi non deve più fare nulla.`;
    case 'activity-retrying':
      return `«${trouble.activity}» del processo «${trouble.workflow}» è al tentativo ${trouble.attempts}${said(trouble.failure)}.`;
    case 'task-failing':
      return `Il processo «${trouble.workflow}» non riesce ad andare avanti, al tentativo ${trouble.attempts}${said(trouble.failure)}.`;
    case 'mail-refused':
      return `${count(trouble.mails, 'Una mail non è arrivata', 'mail non sono arrivate')} a chi doveva: il server di posta le rifiuta o non le ha consegnate${said(trouble.failure)}.`;
    case 'mail-uncertain':
      return `Di ${count(trouble.mails, 'una mail', 'mail')} non si sa se il server di posta l’abbia presa, neppure dopo averla spedita di nuovo${said(trouble.failure)}.`;
    case 'mail-unsent':
      return `${count(trouble.mails, 'Una mail doveva partire', 'mail dovevano partire')} da più di un giorno e non ${plural(trouble.mails, 'è partita', 'sono partite')}, la prima ${withArticle('dal', italianMoment(trouble.since))}${said(trouble.failure)}.`;
    case 'source-failing':
      return `La fonte «${trouble.source}» dell’indicatore ${trouble.indicator} non dà un valore ${withArticle('dal', italianMoment(trouble.since))}: ${bare(trouble.failure)}. Intanto il valore è chiesto a mano.`;
    case 'readings-unconfirmed': {
      const share = trouble.share === undefined ? '' : ` (${italianPercent(trouble.share)} del peso)`;
      return `${count(trouble.readings, 'Una lettura di target non è confermata', 'letture di target non sono confermate')}${share}: ${
        trouble.inForce
          ? 'il Piano è in vigore e nei monitoraggi quegli indicatori contano come mancanti.'
          : 'il monitoraggio è vicino e senza conferma non calcolerà quegli indicatori.'
      }`;
    }
    case 'worker-absent':
      return trouble.lastSeen === undefined
        ? 'Nessun worker si è mai annunciato: nessuna attività si apre, nessuna mail parte, ciò che si decide qui si registra quando uno si avvia.'
        : `L’ultimo worker si è annunciato ${withArticle('il', italianMoment(trouble.lastSeen))}: da allora nessuna attività si apre e nessuna mail parte.`;
    case 'migration-pending':
      return trouble.foreign.length > 0
        ? `Il registro è di una versione più recente del programma (${trouble.foreign.join(', ')}).`
        : `Il programma è più recente del registro: ${count(trouble.pending.length, 'una migrazione da applicare', 'migrazioni da applicare')} (${trouble.pending.join(', ')}).`;
    case 'plan-missing':
      return `Per l’attività «${trouble.title}» serve il Piano ${trouble.exercise}, e nel registro non ce n’è nessuno: lo inizia il controllo di gestione.`;
    case 'sections-missing':
      return `È il giorno in cui «${trouble.title}» va all’organo e il documento non è completo: ${count(trouble.sections.length, 'manca una sezione', 'sezioni mancano')} (${trouble.sections.join('; ')}).`;
    case 'publication-unverified':
      return `«${trouble.title}» dovrebbe essere pubblicato e alla verifica non risulta: ${bare(trouble.failure)}.`;
    case 'launch-failing':
      return `Il ciclo doveva avviarsi da sé ${withArticle('il', italianMoment(trouble.since))} e non è nel registro${said(trouble.failure)}.`;
    case 'file-unreadable':
      return `${trouble.file}: ${bare(trouble.failure)}. ${goesOnWithout(trouble)}`;
    case 'act-waiting':
      return `La richiesta «${awaitedWords.acts[trouble.act] ?? trouble.act}», ${withArticle('del', italianMoment(trouble.since))}, non è ancora registrata${
        trouble.failure === undefined ? ': il motore dei processi non risponde' : said(trouble.failure)
      }.`;
    case 'backup-old':
      return trouble.last === undefined
        ? `Di questa installazione non c’è nessuna copia di sicurezza fatta con «ciclo backup».`
        : `L’ultima copia di sicurezza è ${withArticle('del', italianMoment(trouble.last))}: più di ${count(trouble.days, 'un giorno', 'giorni')} fa.`;
    case 'texts-in-clear':
      return `Note, motivi e osservazioni di chi lavora al ciclo arrivano in chiaro al server Temporal ${trouble.address}, che li conserva per tre anni.`;
    case 'erasing-failing':
      return `Oltre il termine di conservazione e non ancora cancellati: ${retentionWords.kinds[trouble.what]}${said(trouble.failure)}. Il sistema riprova ogni sei ore.`;
    case 'clock-doubted':
      return `Sulla macchina ${trouble.machine} ${bare(trouble.doubt)}.`;
    case 'step-stuck':
      return `L’attività «${trouble.title}» non va avanti: ${bare(trouble.failure)}. Il sistema riprova da sé.`;
    case 'step-failed':
      return `L’attività «${trouble.title}» si è interrotta: ${bare(trouble.failure)}.`;
    case 'not-computed':
      return trouble.indicators.length === 0
        ? `I risultati di «${trouble.title}» non si sono potuti calcolare${said(trouble.failure)}. Il sistema riprova da sé.`
        : `In «${trouble.title}» ${count(trouble.indicators.length, 'un indicatore non si è potuto calcolare', 'indicatori non si sono potuti calcolare')}: ${trouble.indicators.join(', ')}.`;
    default:
      return never(trouble);
  }
}

/** The act that mends it, in a sentence: what it names exists. */
export function troubleRemedy(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'process-missing':
      return trouble.step === undefined
        ? `Eseguire «ciclo start --entity ${trouble.entity} --year ${trouble.exercise}»: il ciclo riprende da dov’era nel registro.`
        : REPAIR;
    case 'process-stray':
      return REPAIR;
    case 'activity-retrying':
      return 'Togliere la causa del guasto: il tentativo seguente va avanti da sé. Il file di log, log/ciclo.log, dice il resto.';
    case 'task-failing':
      return 'Avviare la versione del programma con cui il processo è nato, o quella corretta: il tentativo seguente va avanti da sé.';
    case 'mail-refused':
    case 'mail-uncertain':
      return 'Correggere l’indirizzo nel file dell’ente, se è sbagliato; poi dire che la mail è arrivata o spedirla di nuovo.';
    case 'mail-unsent':
      return 'Controllare il server di posta con «ciclo doctor»: quando accetta, le mail partono da sé.';
    case 'source-failing': {
      const collect = `ciclo collect --entity ${trouble.entity} --year ${trouble.exercise} --checkpoint ${trouble.step}`;
      return `Riparare la fonte e leggerla di nuovo con «${collect}» (con --dry-run la si prova soltanto); oppure inviare il valore a mano.`;
    }
    case 'readings-unconfirmed':
      return 'Confermare le letture dalla pagina «Letture» del Piano.';
    case 'worker-absent':
      return 'Avviare «ciclo worker», o tutto il sistema con «ciclo serve».';
    case 'migration-pending':
      return trouble.foreign.length > 0
        ? 'Avviare la versione del programma che ha scritto il registro.'
        : 'Fare una copia della base dati e riavviare tutti i processi di Ciclo: le applica l’avvio del worker.';
    case 'plan-missing':
      return 'Dalla pagina «Piano» del ciclo iniziarlo da quello dell’anno precedente, o importarlo da una cartella di lavoro.';
    case 'sections-missing':
      return 'Dalla bozza del documento scrivere le sezioni che mancano o sollecitare chi ne risponde; poi trasmetterla all’organo, o prorogare l’attività.';
    case 'publication-unverified':
      return 'Controllare che il sito dell’ente serva la cartella dei documenti pubblicati, e l’indirizzo publicSite nel file dell’ente: la verifica si ripete da sé.';
    case 'launch-failing':
      return `Correggere ciò che l’impedisce («ciclo check» guarda i file) e avviare il ciclo con «ciclo start --entity ${trouble.entity} --year ANNO».`;
    case 'file-unreadable':
      return `Correggere il file: «ciclo check» dice che cosa non va. ${
        trouble.holds === 'erasing' ? 'Si rilegge da sé, entro sei ore.' : 'Si rilegge al riavvio.'
      }`;
    case 'act-waiting':
      return trouble.failure === undefined
        ? 'Avviare un worker, o rimettere in piedi Temporal: la richiesta si ripresenta da sé. Se non serve più, si ritira.'
        : 'Togliere la causa (indirizzo, certificati o autorizzazioni di Temporal; log/ciclo.log dice il resto): la richiesta si ripresenta da sé.';
    case 'backup-old':
      return 'Fermare Ciclo ed eseguire «ciclo backup FILE»; il termine si cambia con CICLO_BACKUP_DAYS.';
    case 'texts-in-clear':
      return 'Impostare CICLO_PAYLOAD_KEY, la stessa per tutti i processi, e riavviarli: quanto è già stato inviato resta com’è fino alla scadenza.';
    case 'erasing-failing':
      return 'Togliere la causa (log/ciclo.log dice il resto) ed eseguire «ciclo retention», o attendere il tentativo seguente.';
    case 'clock-doubted':
      return 'Rimettere a posto l’orologio della macchina, o della base dati; se quello che segna ora è giusto, riavviare il worker.';
    case 'step-stuck':
      return 'Togliere la causa: il tentativo seguente va avanti da sé. Dalla pagina dell’attività la si può gestire.';
    case 'step-failed':
      return 'Togliere la causa e riavviare l’attività dalla pagina «Gestisci».';
    case 'not-computed':
      return trouble.indicators.length === 0
        ? 'Togliere la causa: il calcolo si riprova da sé.'
        : 'Guardare sulla pagina dell’attività perché, correggere la lettura o il valore e riaprire il monitoraggio: si calcola di nuovo.';
    default:
      return never(trouble);
  }
}

/** What is done meanwhile, where a file cannot be read. */
function goesOnWithout({ leftOut, holds }: TroubleOf<'file-unreadable'>): string {
  if (holds === 'erasing') return 'Nulla di ciò che dipende da questi termini si cancella finché non è corretto.';
  return leftOut === true
    ? 'Non ne esiste una versione precedente: resta fuori finché non è corretto.'
    : 'Si va avanti con l’ultima versione letta.';
}

/** Register and Temporal are brought to agree while nobody carries anything out. */
const REPAIR =
  'Fermare i worker ed eseguire «ciclo repair», che dice che cosa non concorda; «ciclo repair --yes» lo rimette d’accordo con il registro.';
