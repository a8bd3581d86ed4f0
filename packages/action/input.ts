import { UserError } from '../plan/index.ts'

/** How `action-types.yml` names an input's type (github-actions-typing). */
export type InputType = 'string' | 'boolean' | 'integer' | 'list' | 'enum'

export interface InputDetails {
  /** Shown in action.yml and in the README; one sentence or two, Markdown allowed. */
  readonly description: string
  /** The text that stands when the workflow gives nothing; `${{ … }}` expressions are the runner's to resolve. */
  readonly default?: string
  readonly example?: string
}

/** One declared input: its documentation, and how its text becomes a value. */
export interface Input<T> extends InputDetails {
  readonly type: InputType
  readonly required: boolean
  /** Masked in logs the moment it is read. */
  readonly secret: boolean
  readonly allowed?: readonly string[]
  /** What a list's items are separated by, for `action-types.yml`. */
  readonly separator?: string
  /** @throws UserError naming the input, what was given and what is allowed. */
  readonly parse: (text: string, name: string) => T
}

export type Inputs = Readonly<Record<string, Input<unknown>>>
export type Values<I extends Inputs> = { readonly [K in keyof I]: I[K] extends Input<infer T> ? T : never }

/** Text as given, trimmed; the empty string where nothing was given. */
export function text(details: InputDetails): Input<string> {
  return { ...details, type: 'string', required: false, secret: false, parse: (given) => given.trim() }
}

/** Text that must be there. */
export function required(details: InputDetails): Input<string> {
  return { ...text(details), required: true }
}

/** A credential: never shown, not even in an error about it. */
export function secret(details: InputDetails): Input<string> {
  return { ...text(details), secret: true }
}

/** One of a few words. */
export function choice<const A extends readonly string[]>(allowed: A, details: InputDetails): Input<A[number]> {
  return {
    ...details,
    type: 'enum',
    required: false,
    secret: false,
    allowed,
    parse(given, name) {
      const match = allowed.find((word) => word === given.trim())
      if (match === undefined) throw wrong(name, given, allowed.join(', '))
      return match
    },
  }
}

/** `true` or `false`, exactly (INTERFACE.md). */
export function flag(details: InputDetails & { readonly default: 'true' | 'false' }): Input<boolean> {
  return {
    ...details,
    type: 'boolean',
    required: false,
    secret: false,
    parse(given, name) {
      const word = given.trim()
      if (word !== 'true' && word !== 'false') throw wrong(name, given, 'true, false')
      return word === 'true'
    },
  }
}

export interface IntegerDetails extends InputDetails {
  readonly min: number
  readonly max: number
}

/** A whole number within bounds. */
export function integer({ min, max, ...details }: IntegerDetails): Input<number> {
  return {
    ...details,
    type: 'integer',
    required: false,
    secret: false,
    parse(given, name) {
      const value = /^-?\d+$/.test(given.trim()) ? Number(given) : Number.NaN
      if (!(value >= min && value <= max)) throw wrong(name, given, `a whole number from ${min} to ${max}`)
      return value
    },
  }
}

/**
 * One item a line; blank lines and `# comments` are ignored. `commas` also separates at commas, for lists whose items
 * cannot hold one (INTERFACE.md).
 */
export function list(details: InputDetails & { readonly commas?: boolean }): Input<readonly string[]> {
  const { commas = false, ...rest } = details
  return {
    ...rest,
    type: 'list',
    separator: '\\n',
    required: false,
    secret: false,
    parse: (given) =>
      given
        .split(/\r?\n/)
        .filter((line) => !line.trimStart().startsWith('#'))
        .flatMap((line) => (commas ? line.split(',') : [line]))
        .map((item) => item.trim())
        .filter((item) => item !== ''),
  }
}

function wrong(name: string, given: string, allowed: string): UserError {
  return new UserError(`Input “${name}” is “${given.trim()}”; allowed: ${allowed}.`, {
    advice: `Correct “${name}” in the workflow step.`,
  })
}

/**
 * Turns the texts of a run into values.
 *
 * @throws UserError for a required input that was not given and for each value that its input refuses.
 */
export function parseInputs<I extends Inputs>(inputs: I, texts: ReadonlyMap<string, string>): Values<I>
export function parseInputs(inputs: Inputs, texts: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]): [string, unknown] => [
      name,
      input.parse(textOf(name, input, texts), name),
    ]),
  )
}

/** The text that counts: what was given, else the default. A default that only the runner can resolve counts as empty. */
function textOf(name: string, input: Input<unknown>, texts: ReadonlyMap<string, string>): string {
  const given = texts.get(name) ?? ''
  if (given.trim() !== '') return given
  if (input.required) {
    throw new UserError(`Input “${name}” is missing. ${input.description}`, {
      advice: `Add “${name}:” to the step${input.example === undefined ? '.' : `, for example “${name}: ${input.example}”.`}`,
    })
  }
  const standing = input.default ?? ''
  return standing.includes('${{') ? '' : standing
}

/** The input that every action that talks to GitHub has (INTERFACE.md). */
export const tokenInput = (needs: string): Input<string> =>
  secret({ description: `Token for GitHub's API. Needs ${needs}.`, default: '${{ github.token }}' })

/** The input that every action that knows components has (INTERFACE.md). */
export const manifestInput = (): Input<string> =>
  text({
    description:
      'The `release-train.yaml`, relative to the root of the checkout. Default: `release-train.yaml`, then `.github/release-train.yaml`.',
  })
