/** A subsection of *Amministrazione trasparente › Performance*, as the law names it. */
export interface Subsection {
  /** Its folder. */
  readonly slug: string;
  /** The prescribed label, word for word (ANAC, delibera 1310/2016, allegato 1). */
  readonly label: string;
  readonly norm: string;
  /** Kind of the documents published under it; absent where other offices publish. */
  readonly kind?: string;
}

/** The subsections in the prescribed order. */
export const SUBSECTIONS: readonly Subsection[] = [
  {
    slug: 'sistema-di-misurazione-e-valutazione',
    label: 'Sistema di misurazione e valutazione della Performance',
    norm: 'D.Lgs. 150/2009, art. 7',
  },
  {
    slug: 'piano-della-performance',
    label: 'Piano della Performance',
    norm: 'D.Lgs. 33/2013, art. 10, c. 8, lett. b); D.Lgs. 150/2009, art. 10',
    kind: 'piano',
  },
  {
    slug: 'relazione-sulla-performance',
    label: 'Relazione sulla Performance',
    norm: 'D.Lgs. 33/2013, art. 10, c. 8, lett. b); D.Lgs. 150/2009, art. 10',
    kind: 'relazione',
  },
  // The label is prescribed under «Controlli e rilievi sull'amministrazione»; the document goes with the Relazione (CiVIT 6/2012, par. 2.1).
  {
    slug: 'validazione-della-relazione',
    label: 'Documento di validazione della Relazione sulla Performance',
    norm: 'D.Lgs. 150/2009, art. 14, c. 4, lett. c)',
    kind: 'validazione',
  },
  // Prescribed there as well.
  {
    slug: 'relazione-dell-oiv',
    label:
      "Relazione dell'OIV sul funzionamento complessivo del Sistema di valutazione, trasparenza e integrità dei controlli interni",
    norm: 'D.Lgs. 33/2013, art. 31; D.Lgs. 150/2009, art. 14, c. 4, lett. a)',
    kind: 'relazione-oiv',
  },
  {
    slug: 'ammontare-complessivo-dei-premi',
    label: 'Ammontare complessivo dei premi',
    norm: 'D.Lgs. 33/2013, art. 20, c. 1',
    kind: 'premi',
  },
  {
    slug: 'dati-relativi-ai-premi',
    label: 'Dati relativi ai premi',
    norm: 'D.Lgs. 33/2013, art. 20, c. 2',
    kind: 'dati-premi',
  },
];

/** The subsection a kind of document belongs under; undefined for what is not published there. */
export const subsectionOf = (kind: string): Subsection | undefined =>
  SUBSECTIONS.find((subsection) => subsection.kind === kind);
