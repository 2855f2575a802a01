import { randomUUID } from 'node:crypto';

/** What tells one sending of a form from another, as `randomUUID` makes it. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A new one, for a form about to be shown. */
export const newFormId = (): string => randomUUID();
