import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from '@swc/core';
import { SRC } from './imports.js';

/** Something a function may come to: one of ours (`activities/forms#formOf`) or of a library (`node:fs#rename`). */
export type Reached = readonly string[];

type Node = { readonly type?: unknown; readonly [key: string]: unknown };

interface File {
  /** Functions by name, wherever in the file they are. */
  readonly functions: ReadonlyMap<string, Node>;
  /** Those of objects and classes, known by the name after the dot. */
  readonly members: ReadonlyMap<string, Node>;
  /** Imported names: the file of ours without extension, or the library, and the name there. */
  readonly imported: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  readonly body: unknown;
}

/** Who calls whom under a folder, read from the source: by names, through imports, callbacks and functions passed on. */
export class Calls {
  readonly #files = new Map<string, File>();

  constructor(src = SRC) {
    for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f))) {
      this.#files.set(bare(name), readFile(src, name));
    }
  }

  /** Every place where one of some functions is called with a callback, with each way out of it to a name that `stops`. */
  fromCallbacksOf(names: readonly string[], stops: (name: string) => boolean): readonly Reached[] {
    const found: Reached[] = [];
    for (const [file, { body }] of this.#files) {
      for (const call of within(body).filter((node) => isCallOf(node, names))) {
        const args = Array.isArray(call.arguments) ? call.arguments : [];
        const start = `${file}:${String(isNode(call.callee) ? textOf(call.callee) : '')}`;
        this.#walk(file, args, [start], new Set(), stops, found);
      }
    }
    return found;
  }

  #walk(file: string, node: unknown, way: Reached, seen: Set<string>, stops: (n: string) => boolean, out: Reached[]) {
    for (const used of usedIn(node)) {
      const target = this.#resolve(file, used);
      if (target === undefined || seen.has(target.id)) continue;
      seen.add(target.id);
      const further = [...way, target.id];
      if (stops(target.id)) out.push(further);
      else if (target.body !== undefined) this.#walk(target.file, target.body, further, seen, stops, out);
    }
  }

  #resolve(file: string, { name, member }: Used): { id: string; file: string; body?: Node } | undefined {
    const here = this.#files.get(file);
    const own = (member ? here?.members : here?.functions)?.get(name);
    if (own !== undefined) return { id: `${file}#${name}`, file, body: own };
    if (member) return undefined;
    const imported = here?.imported.get(name);
    if (imported === undefined) return GLOBALS.includes(name) ? { id: `global#${name}`, file } : undefined;
    const body = this.#files.get(imported.from)?.functions.get(imported.name);
    const id = `${imported.from}#${imported.name}`;
    return body === undefined ? { id, file: imported.from } : { id, file: imported.from, body };
  }
}

const GLOBALS = ['fetch', 'setTimeout', 'setInterval'];

function readFile(src: string, name: string): File {
  const path = join(src, name);
  const { body } = parseSync(readFileSync(path, 'utf8'), {
    syntax: 'typescript',
    tsx: name.endsWith('x'),
    target: 'es2022',
  });
  const [functions, members] = [new Map<string, Node>(), new Map<string, Node>()];
  const imported = new Map<string, { from: string; name: string }>();
  for (const node of within(body)) {
    const [free, member] = [declared(node), memberOf(node)];
    if (free !== undefined) functions.set(...free);
    if (member !== undefined) members.set(...member);
    if (node.type !== 'ImportDeclaration' || node.typeOnly === true) continue;
    const from = targetOf(src, path, textOf(node.source) ?? '');
    for (const one of Array.isArray(node.specifiers) ? node.specifiers : []) {
      const local = textOf(one.local);
      if (local !== undefined && one.isTypeOnly !== true)
        imported.set(local, { from, name: textOf(one.imported) ?? local });
    }
  }
  return { functions, members, imported, body };
}

function targetOf(src: string, path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const target = resolve(dirname(path), specifier);
  return bare(relative(src, existsSync(target.replace(/\.js$/, '.tsx')) ? target.replace(/\.js$/, '.tsx') : target));
}

const bare = (path: string): string => path.replace(/\.(js|jsx|ts|tsx)$/, '');

/** `function f` and `const f = …`. */
function declared(node: Node): readonly [string, Node] | undefined {
  switch (node.type) {
    case 'FunctionDeclaration':
      return named(node.identifier, node);
    case 'VariableDeclarator':
      return isNode(node.init) && isFunction(node.init) ? named(node.id, node.init) : undefined;
    default:
      return undefined;
  }
}

/** `f: async () => …` and `f() {}`, of an object or a class. */
function memberOf(node: Node): readonly [string, Node] | undefined {
  switch (node.type) {
    case 'KeyValueProperty':
      return isNode(node.value) && isFunction(node.value) ? named(node.key, node.value) : undefined;
    case 'MethodProperty':
    case 'ClassMethod':
      return named(node.key, node);
    default:
      return undefined;
  }
}

function named(name: unknown, node: Node): readonly [string, Node] | undefined {
  const text = textOf(name);
  return text === undefined ? undefined : [text, node];
}

const isFunction = ({ type }: Node): boolean => type === 'ArrowFunctionExpression' || type === 'FunctionExpression';

function isCallOf(node: Node, names: readonly string[]): boolean {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false;
  const called = textOf(node.callee);
  if (called !== undefined) return names.includes(called);
  // `db.transaction()….execute(work)`
  const { callee } = node;
  return (
    textOf(callee.property) === 'execute' && within(callee.object).some((n) => textOf(n.property) === 'transaction')
  );
}

interface Used {
  readonly name: string;
  /** After a dot. */
  readonly member: boolean;
}

/** Every name used in a piece of source: called or passed on. The keys of what it builds are not. */
function usedIn(value: unknown): readonly Used[] {
  if (!isNode(value)) return [];
  // Many ways lead through one function.
  let used = USED.get(value);
  if (used === undefined) {
    used = [];
    addUsed(value, used);
    USED.set(value, used);
  }
  return used;
}

const USED = new WeakMap<Node, Used[]>();

function addUsed(value: unknown, used: Used[]): void {
  if (!isNode(value)) return;
  const own = textOf(value);
  if (value.type === 'Identifier' && own !== undefined) {
    used.push({ name: own, member: false });
    return;
  }
  for (const [key, below] of Object.entries(value)) {
    if (key === 'key' || key === 'typeAnnotation' || key === 'returnType') continue;
    const name = key === 'property' ? textOf(below) : undefined;
    if (name === undefined) addUsed(below, used);
    else used.push({ name, member: true });
  }
}

/** A node and all below it. */
function within(value: unknown, found: Node[] = []): readonly Node[] {
  if (!isNode(value)) return found;
  if (typeof value.type === 'string') found.push(value);
  for (const below of Object.values(value)) within(below, found);
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function textOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.value === 'string' ? node.value : undefined;
}
