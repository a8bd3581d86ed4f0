import { UserError } from '../plan/index.js'
/** Text as given, trimmed; the empty string where nothing was given. */
export function text(details) {
  return { ...details, type: 'string', required: false, secret: false, parse: (given) => given.trim() }
}
/** Text that must be there. */
export function required(details) {
  return { ...text(details), required: true }
}
/** A credential: never shown, not even in an error about it. */
export function secret(details) {
  return { ...text(details), secret: true }
}
/** One of a few words. */
export function choice(allowed, details) {
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
export function flag(details) {
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
/** A whole number within bounds. */
export function integer({ min, max, ...details }) {
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
export function list(details) {
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
function wrong(name, given, allowed) {
  return new UserError(`Input “${name}” is “${given.trim()}”; allowed: ${allowed}.`, {
    advice: `Correct “${name}” in the workflow step.`,
  })
}
export function parseInputs(inputs, texts) {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, input.parse(textOf(name, input, texts), name)]),
  )
}
/** The text that counts: what was given, else the default. A default that only the runner can resolve counts as empty. */
function textOf(name, input, texts) {
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
export const tokenInput = (needs) =>
  secret({ description: `Token for GitHub's API. Needs ${needs}.`, default: '${{ github.token }}' })
/** The input that every action that knows components has (INTERFACE.md). */
export const manifestInput = () =>
  text({
    description:
      'The `release-train.yaml`, relative to the root of the checkout. Default: `release-train.yaml`, then `.github/release-train.yaml`.',
  })
