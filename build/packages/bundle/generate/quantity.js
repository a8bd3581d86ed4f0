/**
 * A quantity as Kubernetes writes it after reading it (apimachinery v0.33, `ParseQuantity` and `CanonicalizeBytes`): the
 * largest suffix that needs no fraction, in the family that was used; `1000m` is `1`, `0.5Gi` is `512Mi`. What is plainly
 * in that form already stays as it was written. Undefined for what is no quantity.
 */
export function canonicalQuantity(given) {
  const text = given.trim()
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction = '', binary, decimal, exponent] = match
  if (whole === '' && fraction === '') return undefined
  const digits = (whole.replace(/^0+/, '') || '0') + fraction
  const power = exponent === undefined ? (DECIMAL.get(decimal ?? '') ?? 0) : Number(exponent)
  if (Math.abs(power) > 100) return undefined
  const step = binary === undefined ? 0 : BINARY.indexOf(binary)
  if (
    binary === undefined
      ? isPlainDecimal(digits, power - fraction.length)
      : fraction === '' && isPlainBinary(digits, step)
  )
    return text
  const size = inNanos(BigInt(digits) * 1024n ** BigInt(step), power - fraction.length)
  const nanos = sign === '-' ? -size : size
  if (nanos === 0n) return '0'
  if (binary !== undefined && size >= 1024n * NANO && size % NANO === 0n) {
    const capped = size > MOST ? MOST : size
    return asBinary((sign === '-' ? -capped : capped) / NANO)
  }
  return asDecimal(nanos, exponent !== undefined)
}
const NANO = 10n ** 9n
const MOST = (2n ** 63n - 1n) * NANO
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const DECIMAL = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
])
/** As `ParseQuantity` sees that a text is in its one form: the power is a suffix's, and no zeros could go into a larger one. */
function isPlainDecimal(digits, power) {
  return digits.length <= 18 && power >= -9 && power % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0')
}
function isPlainBinary(digits, step) {
  const value = BigInt(digits)
  return 14 - digits.length - step * 3 >= 0 && value % 8n !== 0n && value * 1024n ** BigInt(step) < 2n ** 63n
}
/** What is finer than a billionth is rounded up. */
function inNanos(mantissa, power) {
  if (power >= -9) return mantissa * 10n ** BigInt(power + 9)
  const divisor = 10n ** BigInt(-9 - power)
  return (mantissa + divisor - 1n) / divisor
}
function asBinary(value) {
  let [amount, step] = [value, 0]
  for (; amount % 1024n === 0n && step < BINARY.length - 1; step++) amount /= 1024n
  return `${amount}${BINARY[step]}`
}
function asDecimal(nanos, withExponent) {
  let [amount, power] = [nanos, -9]
  for (; amount % 1000n === 0n && (withExponent || power < 18); power += 3) amount /= 1000n
  if (withExponent) return power === 0 ? String(amount) : `${amount}e${power}`
  return `${amount}${[...DECIMAL].find(([, known]) => known === power)?.[0] ?? ''}`
}
