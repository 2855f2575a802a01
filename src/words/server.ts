/** What the console says of itself where it is started. */
export const serverWords = {
  portTaken: (port: number) => [
    `La porta ${port} è già in uso da un altro programma: la console non può aprirsi lì.`,
    'Chiudere l’altro programma oppure scegliere un’altra porta (CONSOLE_PORT).',
  ],
  portForbidden: (port: number) => [
    `Il sistema non permette di usare la porta ${port}.`,
    'Le porte sotto la 1024 richiedono privilegi di amministratore: sceglierne una più alta (CONSOLE_PORT).',
  ],
  hostUnknown: (host: string) => [
    `L’indirizzo «${host}» non appartiene a questo computer: la console non può aprirsi lì.`,
  ],
} as const;
