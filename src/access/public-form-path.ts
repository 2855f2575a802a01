/** Where whoever has the address of a body's form writes to it, without signing in. */
export const PUBLIC_FORM_PATH = '/osservazioni';

/** `/osservazioni/4f0c…` */
export const publicFormPath = (code: string): string => `${PUBLIC_FORM_PATH}/${code}`;
