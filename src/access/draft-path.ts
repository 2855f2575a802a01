/** The page on which a document of a cycle is prepared. */
export const draftPath = (
  { entity, exercise }: { readonly entity: string; readonly exercise: number },
  document: string,
): string => `/cicli/${encodeURIComponent(entity)}/${exercise}/documenti/${encodeURIComponent(document)}/bozza`;
