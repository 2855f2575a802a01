import { expect, test } from 'vitest';
import { type Import, importsUnder } from './imports.js';

const importsByFile = new Map<string, Import[]>();
for (const one of importsUnder()) {
  if (one.typeOnly || one.later) continue;
  const file = one.file.replace(/\.tsx?$/, '');
  importsByFile.set(file, [...(importsByFile.get(file) ?? []), one]);
}

/** What is loaded with a file before anything of it runs: files of ours, and libraries. */
function loadedWith(start: string): { readonly files: readonly string[]; readonly libraries: ReadonlySet<string> } {
  const files = new Set([start]);
  const libraries = new Set<string>();
  for (const file of files)
    for (const { ours, specifier } of importsByFile.get(file) ?? []) {
      if (ours === undefined) libraries.add(specifier);
      else files.add(ours);
    }
  return { files: [...files], libraries };
}

test('a worker by itself takes no memory for the console: neither pages, nor the API, nor what they alone need', () => {
  const { files, libraries } = loadedWith('client/system/serve');
  expect(files).toContain('worker/worker');
  expect(files.filter((file) => /^client\/(pages|api|rehearsal)\//.test(file))).toEqual([]);
  const ofPages = ['mailparser', 'mammoth', 'node-html-parser', '@hono/zod-openapi'];
  expect(ofPages.filter((library) => libraries.has(library))).toEqual([]);
  // They are what the console is loaded with.
  const withConsole = loadedWith('client/system/server');
  expect(withConsole.libraries).toContain('mammoth');
  expect(withConsole.files.length).toBeGreaterThan(files.length);
});

test('a command that is no act waits neither for the acts nor for the register', () => {
  const { files, libraries } = loadedWith('client/cli/main');
  expect(files).toContain('client/cli/target');
  expect(files.filter((file) => /^(acts|register\/tables|documents)\b/.test(file))).toEqual([]);
  expect(['kysely', 'pg', 'hono'].filter((library) => libraries.has(library))).toEqual([]);
  expect(loadedWith('client/cli/acts').libraries).toContain('kysely');
});
