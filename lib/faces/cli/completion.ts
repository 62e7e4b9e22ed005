import type { Command } from 'commander'
import type { Io } from './io'

const shells = ['bash', 'zsh', 'fish'] as const

/** `completion <shell>`: a script of the words that commands are made of. */
export function addCompletion(program: Command, io: Io): void {
  const parent = program.command('completion').description('Print the completion script of a shell.')
  for (const shell of shells)
    parent
      .command(shell)
      .description(how[shell])
      .action(() => void io.stdout.write(scripts[shell](wordsOf(program))))
}

const how = {
  bash: 'For ~/.bashrc: source <(letterhead completion bash)',
  zsh: 'For ~/.zshrc: source <(letterhead completion zsh)',
  fish: 'For config.fish: letterhead completion fish | source',
}

/** What may follow each command, keyed by the words before it. */
type Words = [before: string, next: string[]][]

function wordsOf(program: Command): Words {
  const common = optionsOf(program)
  const walk = (command: Command, before: string[]): Words => [
    [
      before.join(' '),
      [
        ...command.commands.map((one) => one.name()),
        ...optionsOf(command),
        ...(before.length > 0 ? common : []),
      ],
    ],
    ...command.commands.flatMap((one) => walk(one, [...before, one.name()])),
  ]
  return walk(program, [])
}

const optionsOf = (command: Command) => command.options.flatMap((option) => option.long ?? [])

const cases = (words: Words) =>
  words.map(([before, next]) => `    '${before}') words='${next.join(' ')}' ;;`).join('\n')

const scripts = {
  bash: (words: Words) => `_letterhead() {
  local cur=\${COMP_WORDS[COMP_CWORD]} path='' words='' i
  for ((i = 1; i < COMP_CWORD && i < 3; i++)); do
    [[ \${COMP_WORDS[i]} == -* ]] || path+="\${path:+ }\${COMP_WORDS[i]}"
  done
  case "$path" in
${cases(words)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _letterhead letterhead
`,
  zsh: (words: Words) => `#compdef letterhead
_letterhead() {
  local path_='' words_='' i
  for ((i = 2; i < CURRENT && i < 4; i++)); do
    [[ \${words[i]} == -* ]] || path_+="\${path_:+ }\${words[i]}"
  done
  case "$path_" in
${cases(words).replaceAll("') words=", "') words_=")}
  esac
  compadd -- \${=words_}
}
compdef _letterhead letterhead
`,
  fish: (words: Words) =>
    words
      .map(([before, next]) => {
        const [noun, verb] = before.split(' ')
        const when = !before
          ? '__fish_use_subcommand'
          : verb
            ? `__fish_seen_subcommand_from ${noun}; and __fish_seen_subcommand_from ${verb}`
            : `__fish_seen_subcommand_from ${noun}`
        return next
          .map(
            (word) =>
              `complete -c letterhead -f -n '${when}' ${word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`}`,
          )
          .join('\n')
      })
      .filter(Boolean)
      .join('\n') + '\n',
}
