import { UserError } from '../plan/index.js'
import { occurrences, readSource } from '../versions/index.js'
/** Everything that the files of a repository say; what could not be read is a finding, not the end. */
export async function readSources(workspace, written) {
  const files = new Map()
  const readings = []
  const findings = []
  for (const place of written) {
    try {
      const source = files.get(place.file) ?? (await readSource(workspace, place.file))
      files.set(place.file, source)
      readings.push({ ...place, found: occurrences(source, place.form, place.key) })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { message, advice = '', place: at } = error
      findings.push({ severity: 'error', rule: 'source-unreadable', message, advice, file: place.file, ...at })
    }
  }
  return { readings, findings }
}
/** A commit between two releases, as Go writes it; source: go.dev/ref/mod, "Pseudo-versions". */
const isPseudoVersion = (value) => /[-.]\d{14}-[0-9a-f]{12}(?:\+incompatible)?$/.test(value)
/** A version that was released, as far as its spelling tells: no branch, no commit, no `v0.0.0-dev`. */
export function isReleased({ version, value }) {
  return version !== null && !isPseudoVersion(value) && !isPlaceholder(version)
}
/** `0.0.0` and `0.0.0-dev` stand for "not released yet". */
export const isPlaceholder = (version) => /^0\.0\.0(?:$|[-+])/.test(version)
