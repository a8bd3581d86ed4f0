/**
 * The candidate that somebody who wrote `given` most probably meant, or null when none is near: at most a third of its
 * letters differ, letter case aside.
 */
export function nearest(given, candidates) {
  let best = null
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const away = distance(given.toLowerCase(), candidate.toLowerCase())
    if (away < least && away <= Math.max(1, Math.floor(Math.max(given.length, candidate.length) / 3))) {
      best = candidate
      least = away
    }
  }
  return best
}
/** Edits between two words: letters inserted, removed or replaced, and neighbours swapped (optimal string alignment). */
export function distance(a, b) {
  // A name is short; anything longer is no slip of the hand and would only cost time.
  if (a.length > 100 || b.length > 100) return a === b ? 0 : Number.POSITIVE_INFINITY
  let [older, old] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(old, j) + 1, at(row, j - 1) + 1, at(old, j - 1) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, at(older, j - 2) + 1)
      row.push(least)
    }
    ;[older, old] = [old, row]
  }
  return at(old, b.length)
}
const at = (row, index) => row[index] ?? Number.POSITIVE_INFINITY
