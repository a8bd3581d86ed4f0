/**
 * YAML as Kubernetes tools read it (sigs.k8s.io/yaml over go-yaml v2): YAML 1.1's booleans, octal numbers and names that
 * become texts as they do on the way to JSON. A timestamp stays the text that it is.
 */
export const GO_YAML = { scalar: goScalar, key: goKey }
const WORDS = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null]),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true]),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false]),
])
/** Infinity and NaN, which JSON does not know. */
const NO_JSON = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/
const [LEAST, MOST] = [-(2n ** 63n), 2n ** 64n - 1n]
/** Of 1:30 or 190:20:30, which YAML 1.1 reads to the base of 60. go-yaml reads a text there, and quotes it. */
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(Z|[-+]\d{2}:\d{2})?)?$/
/** What plain text means; undefined for what JSON does not know. */
function goScalar(text) {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  if (!/^[-+.0-9]/.test(text)) return text
  if (text.startsWith('.')) {
    if (NO_JSON.test(text)) return undefined
    // Go's own grammar of numbers, with underscores between digits only.
    const fraction = text.replaceAll(/(?<=\d)_(?=\d)/g, '')
    return FLOAT.test(fraction) ? Number(fraction) : text
  }
  if (NO_JSON.test(text)) return undefined
  const plain = text.replaceAll('_', '')
  const whole = goInteger(plain)
  if (whole !== undefined) return whole
  if (!FLOAT.test(plain)) return text
  const number = Number(plain)
  return Number.isFinite(number) ? number : text
}
/** As Go's ParseInt and ParseUint with base 0 read it. Numbers that JavaScript counts exactly are numbers. */
function goInteger(plain) {
  const match = INTEGER.exec(plain)
  if (match === null) return undefined
  const [, sign, hex, binary, octal, decimal] = match
  if (decimal !== undefined && decimal.length < 16) return Number(plain) + 0
  const digits =
    hex !== undefined ? `0x${hex}` : binary !== undefined ? `0b${binary}` : octal !== undefined ? `0o${octal}` : decimal
  const value = BigInt(digits ?? '0') * (sign === '-' ? -1n : 1n)
  if (value < LEAST || value > MOST || (sign === '+' && value > 2n ** 63n - 1n)) return undefined
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}
/** The name that an unquoted key has in JSON; undefined for null, which cannot be one. */
function goKey(text) {
  const value = goScalar(text)
  if (value === null || value === undefined) return undefined
  return typeof value === 'string' ? value : typeof value === 'number' ? goNumber(value) : String(value)
}
/** Whether a text, written without quotes, would be read as the same text. */
export function isPlainText(text) {
  return typeof goScalar(text) === 'string' && !isTimestamp(text) && !BASE_60.test(text)
}
function isTimestamp(text) {
  const match = DATE.exec(text)
  if (match === null) return false
  const [, year, month, day, hour, minute, second, zone] = match
  // With the letter T there must be a zone, with a space there is none.
  if (hour !== undefined && text.includes(' ') !== (zone === undefined)) return false
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return (
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= days &&
    Number(hour ?? 0) < 24 &&
    Number(minute ?? 0) < 60 &&
    Number(second ?? 0) < 60
  )
}
/** A number as go-yaml writes it: `FormatFloat(value, 'g', -1, 64)`, and whole ones that 64 bits hold in digits. */
export function goNumber(value) {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 64) return BigInt(value).toString()
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 6) return String(value)
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}
