import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { loadConfig } from '../../../config.js';
import type { DatedStep } from '../../../domain/calendar/types.js';
import { allIndicators } from '../../../domain/findings/walk.js';
import { FORMS } from '../../../office/forms.js';
import { type Bodies, loadBodies } from '../../../seeds/bodies.js';
import { sharedFiles } from '../../../seeds/locate.js';
import { boardWords } from '../../../words/board.js';
import { DOCUMENT_KINDS } from '../export.js';
import type { Asked } from './asked.js';

/** The words that could come, from the data files alone: a shell does not wait for servers. Files that are wrong propose nothing. */
export function proposals(asked: Asked): readonly string[] {
  const seedsDir = asked.seeds === undefined ? loadConfig().seedsDir : folderAt(asked.seeds);
  const loaded = loadBodies(seedsDir);
  if (!loaded.ok) return [];
  const bodies = loaded.value;
  const entity = asked.entity ?? onlyOne(bodies.entities.map((e) => e.id));
  const known = bodies.entities.find((e) => e.id === entity);
  const steps = known === undefined ? [] : stepsOf(bodies, known.id, asked.year);
  switch (asked.kind) {
    case 'ente':
      return bodies.entities.map((e) => e.id);
    case 'anno':
      return known === undefined ? [] : exercisesOf(bodies, known.id).map(String);
    case 'attivita':
      return steps.map((s) => s.id);
    case 'monitoraggio':
      return checkpoints(steps);
    case 'documento':
      return [...DOCUMENT_KINDS, ...checkpoints(steps)];
    case 'persona':
    case 'assente':
    case 'sostituto':
      return known === undefined ? [] : bodies.entity(known.id).people.map((p) => p.id);
    case 'ruolo':
      return known === undefined ? [] : bodies.entity(known.id).roles.map((r) => r.id);
    case 'indicatore':
    case 'codice':
      return known === undefined ? [] : indicatorsOf(bodies, known.id, asked.year);
    case 'modello':
      return namesIn('calendars', seedsDir);
    case 'sistema':
      return namesIn('policies', seedsDir);
    case 'formato':
      return FORMS;
    case 'esito':
      return Object.keys(boardWords.outcomeNames);
    case 'shell':
      return ['bash', 'zsh'];
    default:
      return [];
  }
}

/** A folder as it stands in the line being typed: quoted, below the home folder. */
function folderAt(typed: string): string {
  const bare = typed.replace(/^(['"])(.*)\1$/, '$2');
  return resolve(bare.startsWith('~/') ? join(homedir(), bare.slice(2)) : bare);
}

/** Whoever keeps one body alone means that one. */
const onlyOne = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined);

const YEARS_AROUND = [-1, 0, 1, 2] as const;

function exercisesOf(bodies: Bodies, entity: string): readonly number[] {
  const now = new Date().getFullYear();
  const withPlan = Array.from({ length: 30 }, (_, i) => now - 20 + i).filter((y) => bodies.plan(entity, y));
  return [...new Set([...withPlan, ...YEARS_AROUND.map((n) => now + n)])].sort();
}

/** The plan's own exercise, where none is said. */
const yearFor = (bodies: Bodies, entity: string, year: number | undefined): number | undefined =>
  year ?? exercisesOf(bodies, entity).find((y) => bodies.plan(entity, y));

function stepsOf(bodies: Bodies, entity: string, year: number | undefined): readonly DatedStep[] {
  const calendar = bodies.calendar(entity, yearFor(bodies, entity, year) ?? new Date().getFullYear());
  return calendar.ok ? calendar.value.steps : [];
}

const checkpoints = (steps: readonly DatedStep[]): readonly string[] =>
  steps.filter((s) => s.checkpoint !== undefined).map((s) => s.id);

function indicatorsOf(bodies: Bodies, entity: string, year: number | undefined): readonly string[] {
  const exercise = yearFor(bodies, entity, year);
  const plan = exercise === undefined ? undefined : bodies.plan(entity, exercise);
  return plan === undefined ? [] : [...new Set(allIndicators(plan).map(({ node }) => node.code))];
}

const namesIn = (kind: 'calendars' | 'policies', seeds: string): readonly string[] =>
  sharedFiles(kind, seeds).map((file) => basename(file, '.yaml'));
