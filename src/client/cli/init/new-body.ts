import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type BodyKind, USUAL_KIND } from '../../../domain/body-kind.js';
import { checkPlan } from '../../../domain/findings/check-plan.js';
import { slug } from '../../../domain/slug.js';
import { titleOf } from '../../../office/title-of.js';
import { Failure } from '../../../platform/errors.js';
import { loadBodies } from '../../../seeds/bodies.js';
import { findTemplate } from '../../../seeds/calendar.js';
import { findEntity } from '../../../seeds/entity.js';
import { kindsIn } from '../../../seeds/kind.js';
import { PACKAGED_SEEDS, seedsFolder, sharedFiles, shortPath } from '../../../seeds/locate.js';
import { formatSeedError } from '../../../seeds/read-yaml.js';
import { initWords as words } from '../../../words/init.js';
import { fileProblem } from '../../../words/platform.js';
import { type Answers, conflictsIn, type Known } from './answers.js';
import { calendarTitle } from './example.js';
import { filesOf, membersOf, type NewFile } from './files.js';
import { completeOf, type GivenOptions, knownFrom } from './known.js';
import { type Asker, askAnswers, type Choices, kindNamed } from './questions.js';
import { terminalAsker } from './terminal.js';

export interface InitOptions extends GivenOptions {
  readonly dir?: string;
  readonly json: boolean;
}

/**
 * Writes the files of a new body, once it is sure that they are in order; what is there already is never touched.
 * @param asker absent: the terminal, when there is one
 * @throws Failure saying which answers are missing or do not hold together
 */
export async function init(options: InitOptions, asker: Asker | undefined = terminalAsker()): Promise<void> {
  const seeds = options.dir === undefined ? seedsFolder() : resolve(options.dir);
  const kinds = kindsIn(seeds);
  if (!kinds.ok) throw new Failure(2, ...kinds.error.map(formatSeedError));
  const choices: Choices = {
    kinds: kinds.value.map(({ value }) => value),
    templates: namesOf('calendars', seeds),
    policies: namesOf('policies', seeds),
    calendarTitle: (id) => calendarTitle(id, seeds),
    exercise: new Date().getFullYear() + 1,
    taken: (id) => takenBy(id, seeds),
  };
  const known = knownFrom(options, choices);
  if (!known.ok) throw new Failure(2, ...known.error);
  const refused = refusal(known.value, choices);
  if (refused.length > 0) throw new Failure(1, ...refused);
  const complete = completeOf(known.value, choices);
  let answers: Answers;
  if (complete.ok) answers = complete.value;
  else if (asker === undefined) throw new Failure(2, words.missing(complete.error));
  else {
    try {
      answers = await askAnswers(asker, known.value, choices);
    } catch (cause) {
      if (!(cause instanceof Error && cause.name === 'AbortError')) throw cause;
      process.stderr.write('\n');
      throw new Failure(2, words.interrupted);
    }
  }
  const template = findTemplate(answers.template, seeds);
  if (!template.ok) throw new Failure(2, ...template.error.map(formatSeedError));
  const folder = join(seeds, answers.id);
  const kind = kindNamed(choices.kinds, answers.kind);
  const planTitle = titleOf('piano', answers.exercise, template.value.value.documents);
  const files = filesOf(answers, kind, planTitle, (path, name) => schemaFrom(dirname(join(folder, path)), name));
  const problems = problemsIn(seeds, answers, files);
  if (problems.length > 0) throw new Failure(1, words.unsound, ...problems);
  try {
    write(folder, files);
  } catch (cause) {
    throw new Failure(3, words.cannotWrite(shortPath(seeds), fileProblem(cause)));
  }
  const paths = files.map((file) => shortPath(join(folder, file.path)));
  const lines = options.json
    ? [JSON.stringify({ entity: answers.id, exercise: answers.exercise, folder, files: paths }, null, 2)]
    : [
        ...words.written(answers.name, paths),
        ...words.given(
          membersOf(answers, kind).map(({ name, holds, offices }) => ({
            name,
            roles: [
              ...titlesOf(kind, holds),
              ...answers.offices
                .filter(({ title }) => offices.includes(slug(title)))
                .map(({ title }) => words.answersFor(title)),
            ],
          })),
        ),
        ...words.next(
          answers.id,
          answers.exercise,
          shortPath(folder),
          seeds === PACKAGED_SEEDS ? undefined : shortPath(seeds),
        ),
      ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const titlesOf = ({ roles }: BodyKind, held: readonly string[]): readonly string[] =>
  roles.flatMap(({ id, title }) => (held.includes(id) ? [title] : []));

/** What of the answers given beforehand does not hold together, or is somebody else's: said before anything is asked. */
function refusal(known: Known, { kinds, taken }: Choices): readonly string[] {
  const conflicts = conflictsIn(known, kindNamed(kinds, known.kind ?? USUAL_KIND).founders);
  if (conflicts.length > 0) return conflicts;
  const why = known.id === undefined ? undefined : taken(known.id);
  return why === undefined ? [] : [why];
}

function takenBy(id: string, seeds: string): string | undefined {
  const folder = join(seeds, id);
  if (existsSync(folder)) return words.exists(shortPath(folder));
  const other = existsSync(seeds) ? findEntity(id, seeds) : undefined;
  return other?.ok === true ? words.idTaken(id, other.value.file) : undefined;
}

/** What bodies of an installation share: folders, and the file of terms. */
const SHARED = ['calendars', 'policies', 'documents', 'kinds', 'retention.yaml'];

/** What would be wrong with the files, found on a copy that nobody sees. */
function problemsIn(seeds: string, { id, exercise }: Answers, files: readonly NewFile[]): readonly string[] {
  const trial = mkdtempSync(join(tmpdir(), 'ciclo-init-'));
  try {
    writeAll(join(trial, id), files);
    for (const kind of SHARED) {
      if (existsSync(join(seeds, kind))) cpSync(join(seeds, kind), join(trial, kind), { recursive: true });
    }
    const bodies = loadBodies(trial);
    // Of the copy nobody knows: what is named is the file itself.
    if (!bodies.ok)
      return bodies.error.map((e) =>
        formatSeedError({ ...e, file: shortPath(join(seeds, relative(trial, resolve(e.file)))) }),
      );
    const dated = bodies.value.calendar(id, exercise);
    if (!dated.ok) return dated.error.map((problem) => problem.message);
    const plan = bodies.value.plan(id, exercise);
    return (plan === undefined ? [] : checkPlan(plan)).filter((f) => f.severity === 'error').map((f) => f.fact);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

/** The whole folder appears at once, or not at all. */
function write(folder: string, files: readonly NewFile[]): void {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    writeAll(join(draft, 'body'), files);
    renameSync(join(draft, 'body'), folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function writeAll(folder: string, files: readonly NewFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const schemaFrom = (folder: string, name: string): string =>
  relative(folder, join(PACKAGED_SEEDS, '..', 'schemas', `${name}.schema.json`));

const namesOf = (kind: 'calendars' | 'policies', seeds: string): readonly string[] =>
  sharedFiles(kind, seeds)
    .map((file) => basename(file, '.yaml'))
    .sort();
