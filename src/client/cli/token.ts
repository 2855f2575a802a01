import { type Command, InvalidArgumentError } from 'commander';
import { MOST_TOKEN_DAYS, SCOPES, type Scope, tokenTitle, USUAL_SCOPES } from '../../domain/token.js';
import { terminalUser } from '../../platform/terminal-user.js';
import { apiWords } from '../../words/api.js';

const words = apiWords.cli.token;

interface IssueOptions {
  readonly entity: string;
  readonly person: string;
  readonly title: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
  readonly space?: string;
  readonly json: boolean;
}

type ListOptions = Pick<IssueOptions, 'entity' | 'space' | 'json'>;

/** `ciclo token issue`, `list`, `revoke`: what lets other programs in. Exit 1 when there is no such person or token, or the body's rules refuse it. */
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
    .option('--scopes <permessi>', words.scopes(SCOPES), scopes, USUAL_SCOPES)
    .option('--days <giorni>', words.days, days, 365)
    .action(async (options: IssueOptions) => {
      const { issue } = await import('./token-acts.js');
      await issue(options, terminalUser());
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
      await revoke(options, reference, terminalUser());
    });
}

function days(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > MOST_TOKEN_DAYS)
    throw new InvalidArgumentError(words.notDays(text));
  return Number(text);
}

function scopes(text: string): readonly Scope[] {
  const written = new Set(text.split(',').map((one) => one.trim()));
  const known = SCOPES.filter((scope) => written.has(scope));
  if (known.length === 0 || known.length < written.size) throw new InvalidArgumentError(words.badScopes(SCOPES));
  return known;
}

function title(text: string): string {
  const written = tokenTitle(text);
  if (written === undefined) throw new InvalidArgumentError(words.badTitle);
  return written;
}
