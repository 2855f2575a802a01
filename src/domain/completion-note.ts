/** The note a step was concluded with, of what is on record of the conclusion: `conclusa da anna.prova: atti raccolti`. Empty where it has none. */
export const completionNote = (reason: string): string => reason.replace(/^conclusa da [^\s:]+(: )?/, '');
