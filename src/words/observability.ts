/** What is said of metrics and traces. */
export const observabilityWords = {
  notListening: (address: string, reason: string): readonly string[] => [
    `Le metriche non si possono offrire a ${address}: ${reason}.`,
    'Si indichi un altro indirizzo in METRICS_ADDRESS; ogni processo della stessa macchina ne ha uno proprio.',
  ],
  metrics: (url: string): string => `Metriche: ${url}`,
  stops: { metrics: 'le metriche', traces: 'le tracce' },
} as const;
