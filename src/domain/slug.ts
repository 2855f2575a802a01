/** A title as part of an address: `Associazioni di categoria` → `associazioni-di-categoria`. Empty when nothing of it is left. */
export const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
