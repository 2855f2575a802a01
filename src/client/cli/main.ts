import { leaveWithTheReader } from '../../platform/closed-pipe.js';
import { runCli } from './run.js';

leaveWithTheReader();
process.exitCode = await runCli(process.argv.slice(2));
