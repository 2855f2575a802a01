import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type AnyAct, helpOf, wordsOf } from '../../../acts/act.js';
import { type Field, fieldOf, readFields, type Written, type WrittenIn, writtenText } from '../../../acts/field.js';
import type { Refusal } from '../../../domain/refusal.js';
import { Failure } from '../../../platform/errors.js';
import { GROUPS, actWords as words } from '../../../words/cli-verbs.js';
import { fileProblem } from '../../../words/platform.js';
import { year } from '../values.js';
import { groupOf } from './group.js';

interface ActOptions {
  readonly entity: string;
  readonly year?: number;
  readonly as: string;
  readonly space?: string;
  readonly key?: string;
  readonly json: boolean;
}

type Given = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** The command of an act: its subject and some of its fields as arguments, the others as options. */
export function registerAct(program: Command, one: AnyAct): void {
  const { argument, within, ofCycle } = one.on;
  const command = commandFor(program, one.verb).description(lowered(one.words.does));
  if (within !== undefined) command.argument(`<${within.name}>`, within.help);
  if (argument !== undefined) command.argument(`<${argument.name}>`, argument.help);
  const fields = Object.entries<Field<unknown>>(one.fields);
  const [first, others] = [
    fields.filter(([name]) => wordsOf(one, name).argument),
    fields.filter(([name]) => !wordsOf(one, name).argument),
  ];
  for (const [name] of first) command.argument(`<${wordsOf(one, name).argument}>`, lowered(helpOf(one, name)));
  command.requiredOption('--entity <ente>', words.entity);
  if (ofCycle) command.requiredOption('--year <anno>', words.year, year);
  // It says nothing of a body: who always writes it is not told off.
  else command.addOption(new Option('--year <anno>').hideHelp());
  command.requiredOption('--as <persona>', words.as);
  for (const [name, field] of others) {
    const [flag, help] = [flagOf(one, name, field), lowered(helpOf(one, name))];
    const option = new Option(flag, help).makeOptionMandatory(!field.optional);
    const { kind } = field.control;
    const single = kind !== 'yes-no' && kind !== 'any-of' && kind !== 'each' && kind !== 'files';
    command.addOption(single ? option.argParser(checked(field)) : option);
  }
  command
    .option('--space <spazio>', words.space)
    .option('--key <chiave>', words.key)
    .option('--json', words.json, false)
    .action(async (...args: readonly unknown[]) => {
      const values = args.slice(0, -2).map(String);
      const outer = within === undefined ? undefined : values.shift();
      const subject = argument === undefined ? undefined : values.shift();
      // Commander's own order: arguments, options, the command.
      const options = args.at(-2) as ActOptions & Given;
      const given: Given = {
        ...options,
        ...Object.fromEntries(first.map(([name], i) => [optionOf(one, name), values[i]])),
      };
      await run(one, { within: outer, name: subject }, options, await writtenIn(one, given));
    });
}

/** `readings confirm` is a command of `readings`. */
function commandFor(program: Command, verb: string): Command {
  const [first = '', second] = verb.split(' ');
  if (second === undefined) return program.command(first);
  return groupOf(program, first, GROUPS[first] ?? '').command(second);
}

/** What is wrongly written is said at once, at its option. */
const checked =
  (field: Field<unknown>) =>
  (text: string): string => {
    const read = field.read(writtenText(text));
    if (!read.ok) throw new InvalidArgumentError(read.error);
    return text;
  };

/** `--deferred-to <data>`, `--indicator <codice...>`, `--confirm`. */
function flagOf(one: AnyAct, name: string, { control }: Field<unknown>): string {
  const flag = `--${kebab(optionOf(one, name))}`;
  const value = wordsOf(one, name).value ?? 'valore';
  switch (control.kind) {
    case 'yes-no':
      return flag;
    case 'any-of':
    case 'each':
    case 'files':
      return `${flag} <${value}...>`;
    default:
      return `${flag} <${value}>`;
  }
}

const optionOf = (one: AnyAct, name: string): string => wordsOf(one, name).option ?? name;
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

async function writtenIn(one: AnyAct, given: Given): Promise<WrittenIn> {
  const written = new Map<string, Written>();
  for (const [name, { control }] of Object.entries<Field<unknown>>(one.fields)) {
    const value = given[optionOf(one, name)];
    const texts = [value ?? []].flat().map(String);
    written.set(
      name,
      control.kind === 'files'
        ? { texts: [], files: await filesAt(texts, control.pictures === true) }
        : { texts, files: [] },
    );
  }
  return (name) => written.get(name) ?? { texts: [], files: [] };
}

async function filesAt(paths: readonly string[], pictures: boolean): Promise<Written['files']> {
  const { acceptPicture, acceptUpload } = await import('../../../files/uploads.js');
  const accept = pictures ? acceptPicture : acceptUpload;
  return await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new Failure(2, words.noFile(path, fileProblem(cause)));
      });
      return await accept(new File([bytes], basename(path)));
    }),
  );
}

/** Carries an act out on a system at work and tells how it went. Exit 0 done, 1 refused, 2 wrongly written, 3 nobody there. */
async function run(
  one: AnyAct,
  { within, name }: { readonly within: string | undefined; readonly name: string | undefined },
  options: ActOptions,
  written: WrittenIn,
): Promise<void> {
  const told = (refusals: readonly Refusal[]): readonly string[] =>
    refusals.map(({ field, text }) => {
      if (field === undefined) return text;
      const [, ...of] = field.split('/');
      return `${[placeOf(one, field), ...(of.length > 0 ? [of.join('/')] : [])].join(' ')}: ${text}`;
    });
  const read = readFields(one.fields, written, (field) => wordsOf(one, field).missing);
  if (!read.ok) throw new Failure(2, ...told(read.error));
  const { loadConfig } = await import('../../../config.js');
  const { withActions } = await import('../../system/with-actions.js');
  const { askedAt } = await import('./asked-at.js');
  const { bodiesIn } = await import('../../system/files-as-good.js');
  const { carryOut } = await import('../../../acts/carry-out.js');
  const key = options.key ?? randomUUID();
  const config = loadConfig();
  const files = one.readsFiles === true ? bodiesIn(config) : undefined;
  const { done, title } = await withActions(config, options.space, options.entity, async (at) => {
    const { entity, as: person } = options;
    const meant = { entity, year: one.on.ofCycle ? options.year : undefined, within, name, person };
    const post = { consoleUrl: config.console.url };
    const asked = await askedAt(at, one, meant, files && { register: at.register, bodies: files.bodies, post });
    return { title: one.on.title(asked.subject), done: await carryOut(one, { ...asked, key: `cli/${key}` }, written) };
  });
  if (!done.ok) throw new Failure(1, ...told(done.error.refusals));
  const { said, facts } = done.value;
  const answer = options.json
    ? JSON.stringify({ ok: true, [nameIn(one)]: name, ...facts }, null, 2)
    : `${title}: ${lowered(said)}`;
  process.stdout.write(`${answer}\n`);
}

/** `step` of `/cycles/{entity}/{exercise}/steps/{step}`: what programs call the subject. */
const nameIn = (one: AnyAct): string => /\{(\w+)\}$/.exec(one.on.api)?.[1] ?? 'subject';

function placeOf(one: AnyAct, field: string): string {
  const name = fieldOf({ field, text: '' }) ?? field;
  const { argument } = wordsOf(one, name);
  return argument === undefined ? `--${kebab(optionOf(one, name))}` : `<${argument}>`;
}
