import { displayWidth } from '../plan/index.ts'
import type { Arguments, Flags } from './arguments.ts'
import { padded } from './width.ts'
import type { Terminal } from './terminal.ts'

/** A command of `codeflare-actions`. */
export interface Command {
  readonly name: string
  /** One sentence for the list of commands. */
  readonly summary: string
  /** What follows the flags: `MANIFEST`; empty for nothing. */
  readonly operands: string
  readonly flags: Flags
  /** More for its own help, after the flags. */
  readonly notes?: string
  /**
   * @returns the exit code: 0, or 1 when the command did its work and its answer is no.
   * @throws ReportedError for what the caller or a service must mend; anything else is a defect.
   */
  run(args: Arguments, terminal: Terminal): Promise<number>
}

/** What `--help` of a command shows. */
export function commandHelp(command: Command): string {
  const rows = Object.entries(command.flags).map(([name, flag]) => {
    const value = flag.type === 'string' ? ` ${flag.value ?? 'VALUE'}` : ''
    return [`--${name}${value}`, flag.description] as const
  })
  const operands = command.operands === '' ? '' : ` ${command.operands}`
  return `${command.summary}

Usage: codeflare-actions ${command.name}${operands} [flags]

Flags:
${columns([...rows, ['--help', 'Show this.']])}
${command.notes === undefined ? '' : `\n${command.notes}\n`}`
}

/** Two columns, the second wrapped. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(34, Math.max(...rows.map(([left]) => displayWidth(left))))
  return rows
    .map(([left, right]) => {
      const [first = '', ...more] = wrapped(right, Math.max(40, 110 - width))
      const start =
        displayWidth(left) > width
          ? `  ${left}\n${' '.repeat(width + 4)}${first}`
          : `  ${padded(left, width)}  ${first}`
      return [start, ...more.map((line) => `${' '.repeat(width + 4)}${line}`)].join('\n')
    })
    .join('\n')
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
