import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { apiWords } from '../../words/api.js';

const words = apiWords.cli.token;

interface IssueOptions {
  readonly entity: string;
  readonly person: string;
  readonly title: string;
  readonly days: number;
  readonly space?: string;
  readonly json: boolean;
}

type ListOptions = Pick<IssueOptions, 'entity' | 'space' | 'json'>;

/** `ciclo token issue`, `list`, `revoke`: what lets other programs in. Exit 1 when there is no such person or token. */
export function registerToken(program: Command): void {
  const token = program.command('token').description(words.description);
  const ofEntity = (command: Command): Command =>
    command
      .requiredOption('--entity <ente>', apiWords.cli.submit.entity)
      .option('--space <spazio>', apiWords.cli.submit.space)
      .option('--json', apiWords.cli.submit.json, false);
  ofEntity(token.command('issue'))
    .description(words.issue)
    .requiredOption('--person <persona>', words.person)
    .requiredOption('--title <titolo>', words.title, title)
    .option('--days <giorni>', words.days, days, 365)
    .action(async (options: IssueOptions) => {
      const { issue } = await import('./token-acts.js');
      await issue(options, `terminale:${userInfo().username}`);
    });
  ofEntity(token.command('list'))
    .description(words.list)
    .action(async (options: ListOptions) => {
      const { list } = await import('./token-acts.js');
      await list(options);
    });
  ofEntity(token.command('revoke'))
    .description(words.revoke)
    .argument('<riferimento>', words.reference)
    .action(async (reference: string, options: ListOptions) => {
      const { revoke } = await import('./token-acts.js');
      await revoke(options, reference, `terminale:${userInfo().username}`);
    });
}

function days(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > 760)
    throw new InvalidArgumentError(words.notDays(text));
  return Number(text);
}

function title(text: string): string {
  const written = text.trim();
  if (written.length < 3 || written.length > 100 || /[\p{Cc}\p{Surrogate}]/u.test(written)) {
    throw new InvalidArgumentError(words.badTitle);
  }
  return written;
}
