/** The page on which a document of a cycle is prepared; with a section, the one on which that is written. */
export const draftPath = (
  { entity, exercise }: { readonly entity: string; readonly exercise: number },
  document: string,
  section?: string,
): string =>
  `/cicli/${encodeURIComponent(entity)}/${exercise}/documenti/${document}/bozza${section === undefined ? '' : `/${section}`}`;
