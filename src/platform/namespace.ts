import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { words } from '../words/platform.js';
import { EnvironmentError } from './errors.js';

/** What Ciclo's workflows are found by; each must be known to the namespace before the first of them starts. */
const SEARCH_ATTRIBUTES = {
  CicloEntity: 'Keyword',
  CicloExercise: 'Int',
  CicloPhase: 'Keyword',
  CicloStatus: 'Keyword',
  CicloDue: 'Datetime',
} as const;

/** A cycle lasts 25 months and is looked at afterwards; the server's default forgets an ended workflow after a day or three. */
const RETENTION_MS = 1_095 * 86_400_000;

const { IndexedValueType } = proto.temporal.api.enums.v1;
const TYPES = {
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
} as const;

const ALREADY_EXISTS = 6;

/**
 * Makes the namespace with its retention and search attributes, adding only what is missing. Can be run again at will.
 * @throws EnvironmentError when the cluster does not let us (Temporal Cloud has these set elsewhere), saying what to set
 */
export async function prepareNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await ensureNamespace(connection, namespace);
    await ensureSearchAttributes(connection, namespace);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EnvironmentError(
      ...words.temporal.namespaceNotReady(namespace, Object.entries(SEARCH_ATTRIBUTES), reason),
    );
  }
}

/** The search attributes of the list above that the namespace does not know. */
export async function missingSearchAttributes(connection: Connection, namespace: string): Promise<readonly string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return Object.keys(SEARCH_ATTRIBUTES).filter((name) => !(name in (customAttributes ?? {})));
}

async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(RETENTION_MS),
    });
  } catch (error) {
    if (!hasCode(error, ALREADY_EXISTS)) throw error;
  }
}

async function ensureSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const missing = await missingSearchAttributes(connection, namespace);
  if (missing.length > 0) await addSearchAttributes(connection, namespace, missing);
}

/** Tells the namespace search attributes of the list above that it does not know: by itself for a server that cannot list them. */
export async function addSearchAttributes(
  connection: Connection,
  namespace: string,
  names: readonly string[] = Object.keys(SEARCH_ATTRIBUTES),
): Promise<void> {
  const wanted = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => names.includes(name));
  const searchAttributes = Object.fromEntries(wanted.map(([name, type]) => [name, TYPES[type]]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
