import { Command, Help, type Option } from 'commander';
import { programVersion } from '../../platform/program-version.js';
import { programWords as verbs } from '../../words/cli-verbs.js';
import { helpTitles, words } from '../../words/platform.js';
import { registerAchieve } from './achieve.js';
import { registerActs } from './acts.js';
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

/** The whole command line, ready to parse. Nothing heavy is loaded before a verb is called. */
export function createProgram(): Command {
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
  registerActs(program);
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
