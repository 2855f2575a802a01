import { type BodyKind, FOUNDERS } from '../../../domain/body-kind.js';
import { slug } from '../../../domain/slug.js';
import { initWords } from '../../../words/init.js';
import type { Answers, NamedPerson } from './answers.js';

const words = initWords.files;

/** A file of a new body: path below its folder, and text. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a new body.
 * @param planTitle what its calendar calls its Piano
 * @param schema the address of a JSON Schema by its name, as seen from a file at that path
 */
export function filesOf(
  answers: Answers,
  kind: BodyKind,
  planTitle: string,
  schema: (path: string, name: string) => string,
): readonly NewFile[] {
  const file = (
    path: string,
    name: string | undefined,
    comment: readonly string[],
    lines: readonly string[],
  ): NewFile => ({
    path,
    text: [
      ...(name === undefined ? [] : [`# yaml-language-server: $schema=${schema(path, name)}`]),
      ...comment.map((line) => `# ${line}`),
      ...lines,
      '',
    ].join('\n'),
  });
  return [
    file('entity.yaml', 'entity', words.entity(kind.duties.validator), entity(answers, kind)),
    file('calendar.yaml', 'entity-calendar', words.calendar, calendar(answers)),
    file('plan/plan.yaml', 'plan', words.plan, heading(answers, planTitle)),
    file('plan/scorecard.yaml', 'plan-scorecard', words.scorecard, scorecard(answers)),
    file('plan/sheets.yaml', 'plan-sheets', words.sheets, ['sheets: []']),
    file('plan/individual.yaml', 'plan-individual', words.individual, ['individual: []']),
    file('plan/budget.yaml', 'plan-budget', words.budget, ['budget: { lines: [], totals: [] }']),
    file('rehearsal.yaml', undefined, words.rehearsal, [`exercise: ${answers.exercise}`, `seed: ${answers.exercise}`]),
  ];
}

/** The roles somebody holds, by what they were asked as. */
const rolesOf = ({ roles }: BodyKind, asked: string): readonly string[] =>
  roles.filter(({ heldBy }) => heldBy === asked).map(({ id }) => id);

function entity(answers: Answers, kind: BodyKind): readonly string[] {
  const plain = kind.roles.filter(({ board, external }) => !board && !external);
  const boards = kind.roles.filter(({ board }) => board);
  const external = kind.roles.filter(({ external: outside }) => outside);
  const { name, id, seat, patronSaint, policy, offices } = answers;
  return [
    `id: ${id}`,
    `name: ${quoted(name)}`,
    `kind: ${kind.id}`,
    '',
    `# ${words.saint}`,
    `seat: ${quoted(seat)}`,
    `patronSaint: { name: ${quoted(patronSaint.name)}, month: ${patronSaint.month}, day: ${patronSaint.day} }`,
    '',
    `# ${words.policy}`,
    `policy: ${policy}`,
    '',
    `# ${words.head}`,
    `head: ${kind.head}`,
    '',
    `# ${words.offices}`,
    'offices:',
    ...offices.map(({ title }) => `  - { id: ${slug(title)}, title: ${quoted(title)} }`),
    '',
    `# ${words.roles}`,
    'roles:',
    ...plain.map(roleLine),
    `  # ${words.boards}`,
    ...boards.map(roleLine),
    ...(external.length === 0 ? [] : [`  # ${words.external}`, ...external.map(roleLine)]),
    '',
    'people:',
    ...people(answers, kind),
    '',
    ...words.substitutes.map((line) => `# ${line}`),
    'substitutes: []',
  ];
}

function roleLine({ id, title, board, recordedBy, external, executive }: BodyKind['roles'][number]): string {
  const said = [
    `id: ${id}`,
    `title: ${PLAIN.test(title) ? title : quoted(title)}`,
    ...(executive === true ? ['executive: true'] : []),
    ...(board ? ['board: true'] : []),
    ...(recordedBy === undefined ? [] : [`recordedBy: ${recordedBy}`]),
    ...(external ? ['external: true'] : []),
  ];
  return `  - { ${said.join(', ')} }`;
}

/** A title that is the same text without quotes. */
const PLAIN = /^\p{L}[\p{L}\p{N} ’'.]*$/u;

interface Member extends NamedPerson {
  readonly id: string;
  readonly holds: readonly string[];
  readonly offices: readonly string[];
}

function people(answers: Answers, kind: BodyKind): readonly string[] {
  const head = answers.people.head.email.toLowerCase();
  const outside = new Set([head, answers.people.validator.email.toLowerCase()]);
  const all = membersOf(answers, kind);
  const headId = all.find((m) => m.email.toLowerCase() === head)?.id ?? '';
  return all.flatMap((member) => [
    `  - id: ${member.id}`,
    `    name: ${quoted(member.name)}`,
    `    email: ${quoted(member.email)}`,
    ...(member.holds.length === 0
      ? []
      : [`    holds: [${member.holds.map((role) => `{ role: ${role} }`).join(', ')}]`]),
    ...(member.offices.length === 0 ? [] : [`    offices: [${member.offices.join(', ')}]`]),
    ...(outside.has(member.email.toLowerCase()) ? [] : [`    manager: ${headId}`]),
  ]);
}

/** Everybody once, whatever number of things they were named for. */
export function membersOf({ people: named, offices }: Answers, kind: BodyKind): readonly Member[] {
  const tasks: readonly (NamedPerson & { readonly holds: readonly string[]; readonly offices: readonly string[] })[] = [
    ...FOUNDERS.map((role) => ({ ...named[role], holds: rolesOf(kind, role), offices: [] })),
    ...offices.map(({ title, name, email }) => ({
      name,
      email,
      holds: rolesOf(kind, 'offices'),
      offices: [slug(title)],
    })),
  ];
  const members: Member[] = [];
  for (const task of tasks) {
    const at = members.findIndex((m) => m.email.toLowerCase() === task.email.toLowerCase());
    const before = members[at];
    if (before === undefined) members.push({ ...task, id: freeId(slug(task.name, '.') || 'persona', members) });
    else {
      members[at] = {
        ...before,
        holds: [...new Set([...before.holds, ...task.holds])],
        offices: [...new Set([...before.offices, ...task.offices])],
      };
    }
  }
  return members;
}

function freeId(wanted: string, members: readonly Member[]): string {
  const taken = new Set(members.map((m) => m.id));
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}.${n}`;
  return id;
}

function calendar({ template }: Answers): readonly string[] {
  return [
    '',
    `template: ${template}`,
    '',
    'checkpoints:',
    `  # ${words.term}`,
    "  term: 15 giorni dopo l'apertura",
    '',
    `# ${words.notices}`,
    'notices:',
    '  at: "09:00"',
    '  reminders: [10, 3]',
    '  dueToday: true',
    '  late: [1, 5]',
    '  escalateToManager: 3',
    '  escalateToHead: 8',
    '',
    `# ${words.budgetTerms}`,
    'budgetTerms: []',
  ];
}

function heading({ id, exercise }: Answers, planTitle: string): readonly string[] {
  return [
    `entity: ${id}`,
    `exercise: ${exercise}`,
    `title: ${quoted(planTitle)}`,
    'perspectives:',
    `  - { id: servizi, title: ${quoted(words.perspective)} }`,
  ];
}

function scorecard({ offices, exercise }: Answers): readonly string[] {
  const target = [`almeno 20`, `entro il 30/11/${exercise}`, 'non oltre 15 giorni'];
  const weights = shares(offices.length);
  return [
    'areas:',
    '  - code: "1"',
    `    title: ${quoted(words.area)}`,
    `    source: ${words.source}`,
    '    objectives:',
    '      - code: "1.1"',
    `        title: ${quoted(words.objective)}`,
    '        weights: [{ perspective: servizi, weight: "100,00%" }]',
    `        source: ${words.source}`,
    '        programmes:',
    '          - code: "1.1.1"',
    `            title: ${quoted(words.programme)}`,
    '            weight: "100,00%"',
    '            perspective: servizi',
    `            source: ${words.source}`,
    '            indicators:',
    ...offices.flatMap(({ title }, i) => [
      `              - code: 1.1.1-${String(i + 1).padStart(2, '0')}`,
      `                name: ${quoted(words.indicator(title))}`,
      `                weight: "${weights[i]}"`,
      '                perspective: servizi',
      `                office: ${slug(title)}`,
      `                targets: { ${exercise}: ${quoted(target[i % target.length] ?? '')} }`,
      `                source: ${words.source}`,
    ]),
  ];
}

/** `n` shares that make exactly 100%, as equal as hundredths let them be: `33,34%`, `33,33%`, `33,33%`. */
function shares(n: number): readonly string[] {
  const each = Math.floor(10_000 / n);
  return Array.from({ length: n }, (_, i) => {
    const hundredths = each + (i < 10_000 - each * n ? 1 : 0);
    return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}%`;
  });
}

/** A text as YAML, whatever is in it: a JSON string is one. */
const quoted = (written: string): string => JSON.stringify(written);
