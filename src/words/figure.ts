/** What is said of a picture that can not be taken for a document. */
export const figureWords = {
  empty: (name: string) => `«${name}» è vuoto`,
  tooLarge: (name: string, most: string) => `«${name}» supera ${most}: salvare la figura più piccola e riprovare`,
  notPicture: (name: string) =>
    `«${name}» non è una figura, qualunque sia il suo nome: servono immagini PNG, JPEG o SVG`,
  otherFormat: (name: string, format: string) =>
    `«${name}» è un’immagine in formato ${format}: salvarla come PNG, JPEG o SVG e riprovare`,
  broken: (name: string) => `«${name}» è danneggiato e non si può stampare: salvarlo di nuovo e riprovare`,
  tooWide: (name: string, most: string) =>
    `«${name}» è troppo grande per una pagina: al massimo ${most} punti in tutto; ridurla e riprovare`,
  active: (name: string, what: string) =>
    `«${name}» contiene ${what}: salvarlo come «SVG semplice», o come PNG, e riprovare`,
  complex: (name: string) => `«${name}» è un disegno troppo complesso: salvarlo come PNG e riprovare`,
  scripts: 'programmi o comandi',
  outside: 'rimandi ad altri file',
  foreign: 'parti di pagine web',
  nested: 'rimandi annidati',
  type: 'un tipo di documento dichiarato',
} as const;
