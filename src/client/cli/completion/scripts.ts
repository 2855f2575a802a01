import { type Command, Help } from 'commander';
import { withDefaultVerb } from './in-full.js';

/** A command as a shell needs to know it. */
interface CommandNode {
  /** `calendar plan`; empty for the program itself. */
  readonly path: string;
  readonly verbs: readonly Proposal[];
  readonly options: readonly Proposal[];
  /** Whether anything comes after it that is no option. */
  readonly arguments: boolean;
  /** Options after which a value comes. */
  readonly valued: readonly string[];
}

interface Proposal {
  readonly word: string;
  readonly description: string;
}

/** Every command of a program that its help shows, the program itself first. */
export function commandTree(program: Command, path = ''): readonly CommandNode[] {
  const help = new Help();
  const commands = help.visibleCommands(program);
  const options = help.visibleOptions(withDefaultVerb(program));
  const node: CommandNode = {
    path,
    verbs: commands.map((c) => ({ word: c.name(), description: c.description() })),
    options: options.flatMap((o) =>
      o.long === undefined || o.long === null ? [] : [{ word: o.long, description: o.description }],
    ),
    arguments: program.registeredArguments.length > 0,
    valued: options.flatMap((o) => (o.required || o.optional ? [o.short, o.long].filter((flag) => flag != null) : [])),
  };
  // `help` stands among the commands a program shows, but is no node of its own.
  const children = commands.filter((c) => program.commands.includes(c));
  return [node, ...children.flatMap((c) => commandTree(c, path === '' ? c.name() : `${path} ${c.name()}`))];
}

/** For bash: words of the command reached so far; files where a value comes. */
export function bashScript(nodes: readonly CommandNode[]): string {
  return `# Completamento di ciclo per bash
_ciclo() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${path:+$path }\${COMP_WORDS[i]}" in
${reached(nodes)}
    esac
  done
  local words="" valued=""
  case "$path" in
${nodes.map((n) => `    ${quoted(n.path)}) words=${quoted([...n.verbs, ...n.options].map((p) => p.word).join(' '))} ;;`).join('\n')}
  esac
  case "$path:$prev" in
${afterValue(nodes, 'valued=1')}
  esac
  [ "$prev" = "=" ] && valued=1
  [ "$cur" = "=" ] && cur="" && valued=1
  COMPREPLY=()
  if [ -n "$valued" ] || [[ "$cur" != -* && " ${leaves(nodes)} " == *" \${path// /_} "* ]]; then
    COMPREPLY=($(compgen -W "$("\${COMP_WORDS[0]}" propose -- "\${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)" -- "$cur"))
  fi
  [ -n "$valued" ] || [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _ciclo ciclo
`;
}

/** For zsh: the same, with what each word means. */
export function zshScript(nodes: readonly CommandNode[]): string {
  return `#compdef ciclo
_ciclo() {
  local prev="\${words[CURRENT-1]}" route="" valued="" i
  local -a verbs options values
  for ((i = 2; i < CURRENT; i++)); do
    case "\${route:+$route }\${words[i]}" in
${reached(nodes).replaceAll('path=', 'route=')}
    esac
  done
  case "$route:$prev" in
${afterValue(nodes, 'valued=1')}
  esac
  if [[ -n "$valued" || ( "$PREFIX" != -* && " ${leaves(nodes)} " == *" \${route// /_} "* ) ]]; then
    values=(\${(f)"$("\${words[1]}" propose -- "\${(@)words[2,CURRENT-1]}" 2>/dev/null)"})
    (( $#values )) && compadd -a values && return
    [[ -n "$valued" ]] && _files && return
  fi
  case "$route" in
${nodes
  .map(
    (n) =>
      `    ${quoted(n.path)}) verbs=(${n.verbs.map(described).join(' ')}) options=(${n.options.map(described).join(' ')}) ;;`,
  )
  .join('\n')}
  esac
  (( $#verbs )) && _describe -t commands 'comando' verbs
  _describe -t options 'opzione' options
  [[ " ${leaves(nodes.filter((n) => n.arguments))} " == *" \${route// /_} "* ]] && _files
}
if [ "$funcstack[1]" = "_ciclo" ]; then
  _ciclo "$@"
else
  compdef _ciclo ciclo
fi
`;
}

const reached = (nodes: readonly CommandNode[]): string =>
  nodes
    .filter((n) => n.path !== '')
    .map((n) => `      ${quoted(n.path)}) path=${quoted(n.path)} ;;`)
    .join('\n');

function afterValue(nodes: readonly CommandNode[], then: string): string {
  return nodes
    .flatMap((n) =>
      n.valued.length === 0 ? [] : [`    ${n.valued.map((flag) => quoted(`${n.path}:${flag}`)).join('|')}) ${then} ;;`],
    )
    .join('\n');
}

/** Commands that have no verbs of their own, with `_` between their words: after them come arguments. */
const leaves = (nodes: readonly CommandNode[]): string =>
  nodes
    .filter((n) => n.verbs.length === 0)
    .map((n) => n.path.replaceAll(' ', '_'))
    .join(' ');

const described = ({ word, description }: Proposal): string => quoted(`${word}:${description.replaceAll(':', '\\:')}`);

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
