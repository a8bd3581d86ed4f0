/**
 * A quantity as Kubernetes writes it (apimachinery, `Quantity.CanonicalizeBytes`): the largest suffix that needs no
 * fraction, in the family that was used; `1000m` is `1`, `0.5Gi` is `512Mi`. Undefined for what is no quantity.
 */
export function canonicalQuantity(text: string): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/.exec(text.trim())
  if (match === null) return undefined
  const [, sign, whole = '', fraction = '', binary, decimal, exponent] = match
  if (whole === '' && fraction === '') return undefined
  const power = exponent === undefined ? (DECIMAL.get(decimal ?? '') ?? 0) : Number(exponent)
  if (Math.abs(power) > 100) return undefined
  const scale = binary === undefined ? 1n : 1024n ** BigInt(BINARY.indexOf(binary))
  const size = limited(inNanos(BigInt(whole + fraction) * scale, power - fraction.length))
  const nanos = sign === '-' ? -size : size
  if (nanos === 0n) return '0'
  if (binary !== undefined && size >= 1024n * NANO && size % NANO === 0n) return asBinary(nanos / NANO)
  return asDecimal(nanos, exponent !== undefined)
}

const NANO = 10n ** 9n
const MOST = (2n ** 63n - 1n) * NANO
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const DECIMAL: ReadonlyMap<string, number> = new Map([
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

/** What is finer than a billionth is rounded up. */
function inNanos(mantissa: bigint, power: number): bigint {
  if (power >= -9) return mantissa * 10n ** BigInt(power + 9)
  const divisor = 10n ** BigInt(-9 - power)
  return (mantissa + divisor - 1n) / divisor
}

function limited(nanos: bigint): bigint {
  return nanos > MOST ? MOST : nanos
}

function asBinary(value: bigint): string {
  let [amount, step] = [value, 0]
  for (; amount % 1024n === 0n && step < BINARY.length - 1; step++) amount /= 1024n
  return `${amount}${BINARY[step]}`
}

function asDecimal(nanos: bigint, withExponent: boolean): string {
  let [amount, power] = [nanos, -9]
  for (; amount % 1000n === 0n && power < 18; power += 3) amount /= 1000n
  if (withExponent) return power === 0 ? String(amount) : `${amount}e${power}`
  return `${amount}${[...DECIMAL].find(([, known]) => known === power)?.[0] ?? ''}`
}
