import { canonical, isJson } from '../../yaml/index.js'
/**
 * Puts findings together that a person need read but once. Errors and warnings are the same where the end of the path is the
 * same, for the copies of a pod template differ in where they begin; of informations only the rule counts.
 */
export function groupFindings(findings) {
  const groups = new Map()
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]))
}
function keyOf({ severity, rule, crd, path, before, after, file, line, waived }) {
  const common = [severity, rule, crd ?? '', String(waived === true)]
  if (path === undefined || !path.startsWith('.')) return [...common, file ?? '', line ?? '', path ?? ''].join('\n')
  if (severity === 'info') return common.join('\n')
  return [...common, tail(path), text(before), text(after)].join('\n')
}
/** The last two names of a path. */
function tail(path) {
  return /(?:\.[^.[]+(?:\[\*\])*){1,2}$/.exec(path)?.[0] ?? path
}
function text(value) {
  return isJson(value) ? canonical(value) : ''
}
/** Where else a group's finding holds: `v1: .spec.a, .spec.b; v1alpha1: .spec.a`, at most `most` places. */
export function showPlaces({ first, all }, most) {
  const others = all.filter((finding) => finding !== first)
  const shown = others
    .slice(0, most)
    .map(({ version, path }) => [version, path].filter((part) => part !== undefined).join(' '))
  const rest = others.length - shown.length
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
