import { UserError } from '../../plan/index.js'
/**
 * Whether a name is selected. `*` stands for any text within the name, `?` for one character; nothing else is special.
 */
export function isSelected(name, { include, exclude }) {
  return (
    (include.length === 0 || include.some((glob) => matches(glob, name))) &&
    !exclude.some((glob) => matches(glob, name))
  )
}
/** @throws UserError for an `include` that selects nothing: it is a typing error, or the CRD is gone. */
export function checkSelection(names, { include }) {
  const idle = include.find((glob) => !names.some((name) => matches(glob, name)))
  if (idle === undefined) return
  throw new UserError(`Input “include”: “${idle}” matches none of the CRDs in the sources: ${names.join(', ')}.`, {
    advice: 'Globs match the whole metadata.name, for example “*.codeflare.dev”.',
  })
}
/** Linear in time for any pattern: on a mismatch only the last `*` is tried again. */
export function matches(glob, name) {
  let [g, n, star, retry] = [0, 0, -1, 0]
  while (n < name.length) {
    if (glob[g] === '*') {
      star = g++
      retry = n
    } else if (g < glob.length && (glob[g] === '?' || glob[g] === name[n])) {
      g++
      n++
    } else if (star >= 0) {
      g = star + 1
      n = ++retry
    } else return false
  }
  while (glob[g] === '*') g++
  return g === glob.length
}
