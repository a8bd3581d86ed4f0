/** The order in which go-yaml v2 writes keys: letters after everything else, runs of digits by their number. */
export function compareKeys(one, other) {
  if (one === other) return 0
  if (WORD.test(one) && WORD.test(other)) return one < other ? -1 : 1
  const [a, b] = [[...one], [...other]]
  const common = Math.min(a.length, b.length)
  for (let at = 0; at < common; at++) {
    const [left = '', right = ''] = [a[at], b[at]]
    if (left === right) continue
    const [leftIsLetter, rightIsLetter] = [LETTER.test(left), LETTER.test(right)]
    if (leftIsLetter !== rightIsLetter) return rightIsLetter ? -1 : 1
    if (leftIsLetter) return byCodePoint(left, right)
    return compareNumbers(a, b, at) || byCodePoint(left, right)
  }
  return a.length - b.length
}
/** Nothing but ASCII letters, as most keys are: plain order is theirs. */
const WORD = /^[A-Za-z]+$/
const LETTER = /^\p{L}$/u
const DIGIT = /^\p{Nd}$/u
function byCodePoint(one, other) {
  return (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)
}
/** Compares the numbers that start where two keys part; zeros in front of one count only within a longer number. */
function compareNumbers(a, b, at) {
  const within = (a[at] === '0' || b[at] === '0') && followsNumber(a, at)
  const [left, right] = [readNumber(a, at, within), readNumber(b, at, within)]
  if (left.value !== right.value) return left.value < right.value ? -1 : 1
  return left.end - right.end
}
function followsNumber(key, at) {
  for (let before = at - 1; before >= 0 && DIGIT.test(key[before] ?? ''); before--) if (key[before] !== '0') return true
  return false
}
/** In 64 bits, as Go counts: what overflows there overflows here. */
function readNumber(key, at, within) {
  let value = within ? 1n : 0n
  let end = at
  for (; DIGIT.test(key[end] ?? ''); end++) {
    value = BigInt.asIntN(64, value * 10n + BigInt((key[end]?.codePointAt(0) ?? 48) - 48))
  }
  return { value, end }
}
