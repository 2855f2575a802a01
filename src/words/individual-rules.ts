/** What is said of the rules of individual evaluation in a policy file. */
export const individualRulesWords = {
  days: 'un numero intero di giorni, zero o più',
  part: 'organisational (con of), objectives oppure behaviours (con dictionary)',
  who: 'role (con role) oppure everybody-else',
  evaluator: 'superior oppure board (con proposes e decides)',
  inPlan: 'true o false',
} as const;
