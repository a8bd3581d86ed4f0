import { UserError, type Files, type Finding } from '../plan/index.ts'
import type { WrittenVersion } from '../train/index.ts'
import { loadForm, type Occurrence, occurrences, readSource, type Source } from '../versions/index.ts'

/** What one place that the manifest names says about one member's version. */
export interface SourceReading extends WrittenVersion {
  readonly found: readonly Occurrence[]
}

/** Everything that the files of a repository say; what could not be read is a finding, not the end. */
export async function readSources<T extends WrittenVersion>(
  workspace: Files,
  written: readonly T[],
): Promise<{ readonly readings: readonly (T & SourceReading)[]; readonly findings: readonly Finding[] }> {
  const files = new Map<string, Source>()
  const readings: (T & SourceReading)[] = []
  const findings: Finding[] = []
  for (const place of written) {
    try {
      const source = files.get(place.file) ?? (await readSource(workspace, place.file))
      files.set(place.file, source)
      readings.push({ ...place, found: occurrences(source, await loadForm(place.form), place.key) })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { message, advice = '', place: at } = error
      findings.push({ severity: 'error', rule: 'source-unreadable', message, advice, file: place.file, ...at })
    }
  }
  return { readings, findings }
}

/** A commit between two releases, as Go writes it; source: go.dev/ref/mod, "Pseudo-versions". */
const isPseudoVersion = (value: string): boolean => /[-.]\d{14}-[0-9a-f]{12}(?:\+incompatible)?$/.test(value)

/** A version that was released, as far as its spelling tells: no branch, no commit, no `v0.0.0-dev`. */
export function isReleased({ version, value }: Occurrence): boolean {
  return version !== null && !isPseudoVersion(value) && !isPlaceholder(version)
}

/** `0.0.0` and `0.0.0-dev` stand for "not released yet". */
export const isPlaceholder = (version: string): boolean => /^0\.0\.0(?:$|[-+])/.test(version)
