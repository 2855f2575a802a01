/** A path within a site as part of an address: `a b/ù` → `a%20b/%C3%B9`. */
export const urlPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
