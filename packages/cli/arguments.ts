import { parseArgs } from 'node:util'
import { UserError } from '../plan/index.ts'
import { nearest } from '../train/index.ts'

/** One flag of a command. */
export interface Flag {
  readonly type: 'boolean' | 'string'
  /** May be given several times. */
  readonly multiple?: boolean
  /** How the help names its value: `DIR`. */
  readonly value?: string
  readonly description: string
}

export type Flags = Readonly<Record<string, Flag>>

/** What was given, in the order in which it was given. */
export interface Arguments {
  readonly positionals: readonly string[]
  /** The texts of each flag that was given; `true` or `false` for a boolean one. */
  readonly given: ReadonlyMap<string, readonly string[]>
}

/**
 * Parses what follows a command's name. A value may follow its flag (`--tags a`) or be joined to it (`--tags=a`); a
 * boolean flag may be negated (`--no-prune`) or joined to its value (`--prune=false`).
 *
 * @throws UserError for an unknown flag (with the one that was probably meant), a missing value and a flag given twice.
 */
export function parseFlags(argv: readonly string[], flags: Flags, command: string): Arguments {
  const options = Object.fromEntries(Object.entries(flags).map(([name, { type }]) => [name, { type, multiple: true }]))
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    strict: false,
    allowPositionals: true,
    allowNegative: true,
    tokens: true,
  })
  const positionals: string[] = []
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const flag = name === 'help' ? HELP : flags[name]
    const negated = rawName.startsWith('--no-') && rawName === `--no-${name}`
    if (flag === undefined || (negated && flag.type === 'string')) throw unknownFlag(rawName, flags, command)
    const text = flag.type === 'boolean' ? booleanText(name, value, negated) : value
    if (text === undefined || (inlineValue === false && text.startsWith('--'))) {
      throw new UserError(`--${name} needs a value.`, { advice: `Write --${name} ${flag.value ?? 'VALUE'}.` })
    }
    const texts = given.get(name) ?? []
    if (texts.length > 0 && flag.multiple !== true) {
      throw new UserError(`--${name} is given twice.`, { advice: 'Give it once.' })
    }
    given.set(name, [...texts, text])
  }
  return { positionals, given }
}

const HELP: Flag = { type: 'boolean', multiple: true, description: 'Show this.' }

/** The only text of a flag, or undefined. */
export function only(args: Arguments, name: string): string | undefined {
  return args.given.get(name)?.[0]
}

/** Whether a boolean flag was given and not negated. */
export function isOn(args: Arguments, name: string): boolean {
  return only(args, name) === 'true'
}

/**
 * The error for a word that is none of the known ones, with the one that was probably meant.
 *
 * @param what names the kind of word: `command`, `example`.
 */
export function unknownWord(what: string, word: string, known: readonly string[], advice: string): UserError {
  const meant = nearest(word, known)
  return new UserError(`There is no ${what} “${word}”.`, {
    advice: meant === null ? advice : `Did you mean “${meant}”? ${advice}`,
  })
}

function unknownFlag(rawName: string, flags: Flags, command: string): UserError {
  const names = Object.keys(flags).map((name) => `--${name}`)
  return unknownWord('flag', rawName, names, `“codeflare-actions ${command} --help” lists what there is.`)
}

function booleanText(name: string, value: string | undefined, negated: boolean): string {
  if (value === undefined) return String(!negated)
  if (value === 'true' || value === 'false') return value
  throw new UserError(`--${name} is “${value}”; allowed: true, false.`, { advice: `Write --${name} or --no-${name}.` })
}
