/** What is said of metrics and traces. */
export const observabilityWords = {
  notListening: (address: string, reason: string): readonly string[] => [
    `Le metriche non si possono offrire a ${address}: ${reason}.`,
    'Si indichi un altro indirizzo in METRICS_ADDRESS; processi della stessa macchina ne vogliono uno ciascuno.',
  ],
  metrics: (url: string): string => `Metriche: ${url}`,
  stops: { metrics: 'le metriche', traces: 'le tracce' },
} as const;
