/** What who stands in for somebody, and who is stood in for, read when it begins. */
export const substitutionMailWords = {
  subject: (absent: string) => `sostituisce ${absent}`,
  subjectAbsent: (substitute: string) => `La sostituisce ${substitute}`,
  period: (from: string, to: string) => `da ${from} a ${to}`,
  everything: 'per tutti gli incarichi',
  only: (titles: readonly string[]) => `come ${titles.join(', ')}`,
  toSubstitute: (absent: string, period: string, what: string) =>
    `${period} sostituisce ${absent} ${what}. Ciò che viene chiesto a ${absent} arriva a Lei, e gli atti restano registrati a Suo nome, per conto di ${absent}.`,
  toAbsent: (substitute: string, period: string, what: string) => `${period} La sostituisce ${substitute} ${what}.`,
  meanwhile:
    'In questo periodo le richieste e i solleciti arrivano a chi La sostituisce e a Lei non è chiesto nulla. Se la sostituzione non è corretta, si rivolga al controllo di gestione, che può porvi termine.',
} as const;
