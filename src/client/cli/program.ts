import { Command, Help, type Option } from 'commander';
import { programVersion } from '../../platform/program-version.js';
import { programWords as verbs } from '../../words/cli-verbs.js';
import { helpTitles, words } from '../../words/platform.js';
import { registerAchieve } from './achieve.js';
import { registerBackup } from './backup.js';
import { registerBounce } from './bounce.js';
import { registerCalendar } from './calendar.js';
import { registerCheck } from './check.js';
import { registerCollect } from './collect.js';
import { registerCollectSeries } from './collect-series.js';
import { registerCompletion } from './completion.js';
import { registerDoctor } from './doctor.js';
import { registerExport } from './export.js';
import { registerExportBody } from './export-body.js';
import { registerInit } from './init.js';
import { registerPlan } from './plan.js';
import { registerReadings } from './readings.js';
import { registerRehearse } from './rehearse.js';
import { registerRepair } from './repair.js';
import { registerRetention } from './retention.js';
import { registerServe } from './serve.js';
import { registerSetup } from './setup.js';
import { registerStatus } from './status.js';
import { registerSubmit } from './submit.js';
import { registerTarget } from './target.js';
import { registerToken } from './token.js';
import { registerVersions } from './versions.js';

/** Verbs that hold acts beside what is no act, and those that speak of all verbs. */
const WITH_ACTS: readonly string[] = ['plan', 'readings', 'completion', 'propose'];

/**
 * The program for one command line. Acts are nine tenths of what there is to load: they stay away where the first word is a verb that
 * has nothing to do with them.
 */
export async function programFor([first = '']: readonly string[]): Promise<Command> {
  const others = createProgram();
  if (others.commands.some((one) => one.name() === first) && !WITH_ACTS.includes(first)) return others;
  const { registerActs } = await import('./acts.js');
  return createProgram(registerActs);
}

/** The command line, ready to parse: the whole of it with what adds the acts. Nothing heavy is loaded before a verb is called. */
export function createProgram(addActs?: (program: Command) => void): Command {
  const program = new Command('ciclo');

  program
    .description(words.cli.description)
    .version(programVersion(), '-V, --version', words.cli.version)
    .helpOption('-h, --help', words.cli.help)
    .helpCommand('help [comando]', words.cli.helpCommand)
    .option('--seeds <cartella>', verbs.seeds, seedsAt)
    .addHelpText('after', verbs.exitCodes)
    .configureHelp({
      styleTitle: (title) => helpTitles[title] ?? title,
      commandUsage: (command) => inItalian(new Help().commandUsage(command)),
      optionDescription: whatIfMissing,
      subcommandTerm: (command) => inItalian(new Help().subcommandTerm(command)),
    })
    // Sentences about wrong usage are written once, in main.ts, in Italian.
    .configureOutput({ outputError: () => undefined })
    .exitOverride();

  registerInit(program);
  registerCheck(program);
  registerSetup(program);
  registerRehearse(program);
  registerServe(program);
  registerDoctor(program);
  registerRepair(program);
  registerRetention(program);
  registerStatus(program);
  registerCalendar(program);
  registerPlan(program);
  registerAchieve(program);
  registerTarget(program);
  addActs?.(program);
  registerReadings(program);
  registerSubmit(program);
  registerToken(program);
  registerVersions(program);
  registerBounce(program);
  registerBackup(program);
  registerCollect(program);
  registerCollectSeries(program);
  registerExport(program);
  registerExportBody(program);
  registerCompletion(program);
  return program;
}

/** The folder of the data files, for everything that reads the environment. */
function seedsAt(folder: string): string {
  process.env.CICLO_SEEDS = folder;
  return folder;
}

/** What an option is for and, where it has a value of its own that its text does not name, the one that holds when it is missing. */
const whatIfMissing = ({ description, defaultValue }: Option): string =>
  typeof defaultValue !== 'string' || description.includes('se manca')
    ? description
    : `${description} (${words.cli.ifMissing(defaultValue)})`;

function inItalian(usage: string): string {
  return usage.replace('[options]', '[opzioni]').replace('[command]', '[comando]');
}
