import { at } from './finding.js'
import { isReleased } from './sources.js'
/** Places in other files that say another version than the matrix does or will. */
export function checkSources(file, rows, said, entries, readings, place) {
  return readings.flatMap(({ of, key, found }) => {
    const entry = entries.find((one) => one.of.id === of)
    const shown = said.get(of)
    if (entry === undefined || shown === undefined) return []
    const row = rows.find((one) => one.entry === entry)
    const distinct = [...new Map(found.map((one) => [one.value, one])).values()]
    return distinct.flatMap((one) => {
      const verdict = judge(one, shown, entry)
      if (verdict === null) return []
      const where = `${one.file}:${one.line}`
      return [
        {
          severity: verdict === 'source-unreleased' ? 'warning' : 'error',
          rule: verdict,
          message: `${file} says ${entry.name} ${shown.tag}; ${where}${key === '' ? '' : ` (${key})`} says ${one.value}${verdict === 'source-unreleased' ? ', which is no release' : ''}.`,
          advice: ADVICE[verdict],
          before: one.value,
          after: shown.tag,
          ...(place === 'row' && row !== undefined
            ? { file, ...at(row) }
            : { file: one.file, line: one.line, column: one.column }),
        },
      ]
    })
  })
}
const ADVICE = {
  'source-differs': 'Run update-image-refs with the same versions, or correct the version.',
  'source-unreleased': 'Adopt a release there, or say in the pull request why this commit is tested.',
  'not-a-version': 'Run update-image-refs with the released version.',
}
function judge(one, shown, { template }) {
  if (one.kind === 'digest') return null
  if (one.kind === 'near') return 'not-a-version'
  if (!isReleased(one)) return 'source-unreleased'
  const version = template.parse(one.value)?.version ?? one.version
  return version === shown.version ? null : 'source-differs'
}
