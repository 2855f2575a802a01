import { registerWords } from '../words/register.js';

/** The role the application assumes on every connection; it owns nothing. */
export const APPLICATION_ROLE = 'ciclo_app';

/** The PostgreSQL schema of the real register. */
export const PRODUCTION_SCHEMA = 'ciclo';

/** Schema of the n-th rehearsal. */
export const rehearsalSchema = (n: number): string => `prova_${n}`;

const SCHEMA_NAME = /^[a-z][a-z0-9_]{0,62}$/;

/**
 * The schema's name, quoted for SQL.
 * @throws when it is not lower-case letters, digits and underscores, or names a schema of the server itself
 */
export function quotedSchema(schema: string): string {
  if (!SCHEMA_NAME.test(schema) || schema.startsWith('pg_') || schema === 'information_schema') {
    throw new Error(registerWords.schemaName(schema));
  }
  return `"${schema}"`;
}
