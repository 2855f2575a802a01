import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

/** One thing a source file takes from elsewhere. */
export interface Import {
  /** The importing file, from `src/`. */
  readonly file: string;
  /** As written. */
  readonly specifier: string;
  /** The imported file from `src/`, without extension; undefined for a library or a Node module. */
  readonly ours: string | undefined;
  /** Nothing of it remains when the program runs. */
  readonly typeOnly: boolean;
  /** Loaded when the program comes to it. */
  readonly later: boolean;
}

export const SRC = fileURLToPath(new URL('../../src', import.meta.url));

let underSource: readonly Import[] | undefined;

/** Every import, re-export, dynamic import and `import('…')` type under `src/`, read once in a process. */
export function importsUnder(): readonly Import[] {
  underSource ??= importsOf(SRC);
  return underSource;
}

function importsOf(src: string): readonly Import[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const path = join(src, file);
    return importsIn(readFileSync(path, 'utf8'), file).map(({ specifier, typeOnly, later }) => ({
      file,
      specifier,
      typeOnly,
      later,
      ours: specifier.startsWith('.')
        ? relative(src, resolve(dirname(path), specifier)).replace(/\.(js|jsx|ts|tsx)$/, '')
        : undefined,
    }));
  });
}

/** What a piece of source imports, in the order the parser meets it. */
export function importsIn(source: string, name: string): readonly Imported[] {
  const found: Imported[] = [];
  const visit = (node: unknown): void => {
    if (!isNode(node)) return;
    const import_ = asImport(node);
    if (import_ !== undefined) found.push(import_);
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: name.endsWith('x'), target: 'es2022' }).body);
  return found;
}

type Imported = Pick<Import, 'specifier' | 'typeOnly' | 'later'>;

type Node = { readonly type?: unknown; readonly [key: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function asImport(node: Node): Imported | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const specifier = textOf(node.source);
      return specifier === undefined
        ? undefined
        : { specifier, typeOnly: node.typeOnly === true || onlyTypes(node.specifiers), later: false };
    }
    case 'TsImportType': {
      const specifier = textOf(node.argument);
      return specifier === undefined ? undefined : { specifier, typeOnly: true, later: false };
    }
    case 'CallExpression': {
      const [first] = Array.isArray(node.arguments) ? node.arguments : [];
      const isImport = isNode(node.callee) && node.callee.type === 'Import';
      if (!isImport) return undefined;
      // A dynamic import of something computed cannot be judged: it is reported under a name no rule allows.
      return {
        specifier: (isNode(first) ? textOf(first.expression) : undefined) ?? '(computed)',
        typeOnly: false,
        later: true,
      };
    }
    default:
      return undefined;
  }
}

/** `import { type A, type B }` keeps nothing either; `import 'x'` and `import {}` keep everything. */
function onlyTypes(specifiers: unknown): boolean {
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every((specifier) => isNode(specifier) && specifier.isTypeOnly === true);
}

function textOf(literal: unknown): string | undefined {
  return isNode(literal) && literal.type === 'StringLiteral' && typeof literal.value === 'string'
    ? literal.value
    : undefined;
}
