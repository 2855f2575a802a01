import { roleOf, stems, type TreatmentRole } from './roles.js';

const TREATMENTS = stems<TreatmentRole>({
  fixed: `gestit risolt evase. evasi. evaso. evasa. trattat chius definit corrett recuperat smaltit eliminat rimoss rispost
    esaminat prevenut evitat monitorat analizzat decise. decisi. vinte. vinti. vinto. vinta. conclus
    riparat sanat sanate. incassat riscoss istruit lavorat notificat superat bonificat risanat ripristinat sistemat regolarizzat
    copert soddisfatt estint pagat ripianat assorbit riassorbit riscontrat mitigat neutralizzat restaurat ammodernat
    fruit godut rimediat rientrat definite. rinnovat rimborsat liquidat patchat tamponat bloccato. colmat
    presidiat comunicati. comunicate. comunicata. verificate. esitat riqualificat ripulit sostituit processat trasformat mappat contrastat scongiurat
    prescelt presincarico`,
  done: `realizzat effettuat organizzat inviat verificat svolt attivat erogat pubblicat approvat stipulat sottoscritt
    predispost elaborat prodott formati. formate. formato. formata. coinvolt assistit digitalizzat depositat completat avviat
    rilasciat redatt adottat informat attuat diffus promoss proposti. proposte. consegnat trasmess firmat stampat
    aggiornat collaudat operat vaccinat visitat occupat servit dotat premiat inserit collegat informatizzat
    dematerializzat messi. messe. installat istituit tenuti. tenute. controllat ispezionat intervistat catalogat assunt
    stabilizzat conseguit ottenut vendut reperit ospitat aderent attivi. attive. attivo. attiva. compiut raggiunt rispettat
    assolt adempiut confermat utilizzat offert messo. collocat insegnat revisionat eseguit resi. rese. garantit
    somministrat certificat accreditat adeguat partecipant impegnati. impegnate. tracciat pubblicizzat condivis
    acquisit assicurat restituite. soccorsi. soccorse. soccorsa. accompagnat curati. curate.`,
  spent: `rendicontat impegnat finanziat quietanzat validat spesi. spese. assegnat stanziat investit programmat
    certificata. certificate.`,
  kept: `sollevat mosse. apert subit pervenut ricevut presentat registrat commess causat dovut
    riconosciut avvenut occors mortal gravi. grave. accadut verificatis contratt emers stradal riportat
    esistent fondat comminat patit lamentat ascrivibil imputabil riconducibil autorizzat correlat connes associat legat.`,
  found: `accertat individuat rilevat constatat contestat denunciat segnalat intercettat scovat`,
  failed: `cessat sospes decadut scadut perdut persi. perse. perso. persa. abbandon ritirat fallit rinviat annullat smarrit
    soppress bloccat duplicat ripetut pendent giacent inevas vacant scopert desert sfitt inattiv
    inutilizzat guasti. guasta. guaste. rott rotte. bocciat restituit sprecat consumat impugnat disattes violat mancant
    tardiv lascia. lascian desist rinuncia. rinuncian ritardat arretrat invendut inesigibil abusivi. abusive. abusivo. abusiva. interrott deteriorat dispers ritardatar saltat disertat
    incompiut omess perent insolut rinunciatar fuoricorso residu incagliat deficitar disapplicat
    demans infrutt sottoutilizzat discaricat dispersi. nulli. nulle. disperse.`,
  lapsed: 'prescritt',
  granted: 'accolt',
  refused: 'respint rigett negati. negate. rifiutat esclus dinieg scartat',
  unclear:
    'abbattut ridott diminuit aumentat incrementat contenut cancellat revocat archiviat dismess trasferit ceduti. cedute. alienat modificat accorpat soggett',
  fair: `positiv favorevol buono. buona. buoni. buone. ottim conform complet regolar puntual tempestiv idone appropriat
    valid eccellent soddisfacent efficac sicur autosufficient adempient`,
  poor: `negativ avvers sfavorevol scars insufficien inadeguat improp inappropri incomplet irregolar insoddisf errat errate. sbagliat
    difform indebite. indebita. indebito. evitabil obsolet necessari inferiorment indebitamente. insolut disagiat carent ferm fermi. fermo. lent
    indifferenziat inidone critici. critiche. precari superflu inopportun inadempient fuori insicur peggior bassa. basso. moros`,
});

/** Shaped like a participle; agreement and the words known tell which ones are. */
const PARTICIPLE = /(?:at|it|ut|ott|ess|es|us|ers|int|ors)[oaie]$/;

/** Treatments said with participles: `installati`, not `installatori` nor `operativo`. */
const VERBAL: ReadonlySet<TreatmentRole> = new Set<TreatmentRole>(['fixed', 'done', 'spent', 'found']);
const ENDS = /[ts][oaie]$|^attiv[oaie]$/;

/** Shaped like a participle, and none. */
const NONE =
  /^(?:capite$|stat[oaie]|dat[oi]|lat[oi]|mercat|sanit|comitat|sindacat|privat|mandat|entit|quantit|unit|comunit|paes|mes[ei]|citt|universit|local|disabilit|social|adult|minut|partit|entrat|alimentat|trat+at|intes|impres|spes|dottorat|volontariat|elettorat|apparat|format$|quest|tributi|attributi|deleg|istitut|contribut|ricors|concors|cors|percors|soccors|access|ospit|abitat|delibera|stess|interess|success|complessiv|process|congress|possess|progress|limit|credit|debit|profit|transit|merit|sit[oi]$|visit|qualit|att[oi]$|diritt|effett|ospedal|ritard|tratt|lott)/;

/** `ispezionati` begins as `ispezioni` does, and is said of what was inspected. */
export const isParticiple = (role: TreatmentRole, word: string): boolean =>
  VERBAL.has(role) && /[aiu]t[oaie]$/.test(word);

/** A case is dealt with (`evasa`); a tax is dodged. */
export const isDodged = (word: string, noun: string): boolean =>
  word.startsWith('evas') && /^(?:contribut|tribut|impost|tass|canon|iva$|somm)/.test(noun);

/** What a word says was done, whatever it is said of. */
export function wordTreatment(word: string): TreatmentRole | undefined {
  const role = roleOf(word, TREATMENTS);
  if (role !== undefined && (!VERBAL.has(role) || ENDS.test(word))) return role;
  if (denies(word)) return 'failed';
  return PARTICIPLE.test(word) && !NONE.test(word) ? 'unknown' : undefined;
}

/** `inevase`, `incomplete`, `irregolari`: the contrary of something known to be right. */
function denies(word: string): boolean {
  const prefix = /^(?:in|im|ir|dis|mal)/.exec(word)?.[0];
  if (prefix === undefined) return false;
  const rest = roleOf(word.slice(prefix.length), TREATMENTS);
  return rest === 'fixed' || rest === 'done' || rest === 'fair';
}

/** Whether a participle can be said of a noun: `guasti` of `riparati`, `reclami` not of `mercato`. */
export function agrees(noun: string, participle: string): boolean {
  const end = participle.at(-1) ?? '';
  // `giacenti`, `sfavorevoli`: the same for both genders.
  if (/(?:nt|l)[ei]$/.test(participle)) return true;
  if (/(?:zioni|sioni|gioni)$/.test(noun)) return end === 'e';
  if (/(?:zione|sione|gione)$/.test(noun)) return end === 'a';
  switch (noun.at(-1)) {
    case 'i':
      return end === 'i' || end === 'e';
    case 'a':
      return end === 'a' || end === 'e' || end === 'i';
    case 'e':
      return end === 'e' || end === 'a' || end === 'o';
    case 'o':
      return end === 'o';
    default:
      return true;
  }
}
