import type { Finding } from '../plan/index.ts'
import type { BesideVersion } from '../train/index.ts'
import type { Occurrence } from '../versions/index.ts'
import type { TagExists } from './check-tags.ts'
import type { Chosen } from './choose.ts'
import type { Entry } from './entries.ts'
import { at } from './finding.ts'
import type { MatrixRow } from './rows.ts'
import { isReleased, type SourceReading } from './sources.ts'
import { type BesideNumber, releaseUrl } from './supported.ts'

/** What a file says of a number that may differ from its member's version. */
export type BesideReading = SourceReading & Pick<BesideVersion, 'as'>

/** The numbers that differ from the versions that they belong to, by member's id. */
export async function numbersBeside(
  readings: readonly BesideReading[],
  entries: readonly Entry[],
  versions: ReadonlyMap<string, Pick<Chosen, 'version'>>,
  server: string,
  exists: TagExists | null,
): Promise<ReadonlyMap<string, readonly BesideNumber[]>> {
  const numbers = new Map<string, BesideNumber[]>()
  for (const { of: id, as, found } of readings) {
    const entry = entries.find(({ of }) => of.id === id)
    const [first] = found
    if (entry === undefined || first === undefined || first.version === versions.get(id)?.version) continue
    const url = await addressOf(first, entry, server, exists)
    numbers.set(id, [...(numbers.get(id) ?? []), { as, version: first.value, url }])
  }
  return numbers
}

/** A release's page, or the commit of a pseudo-version; null where neither can be told. */
async function addressOf(
  found: Occurrence,
  { of, template }: Entry,
  server: string,
  exists: TagExists | null,
): Promise<string | null> {
  const commit = /-([0-9a-f]{12})(?:\+incompatible)?$/.exec(found.value)?.[1]
  if (commit !== undefined) return `${server}/${of.repository}/commit/${commit}`
  if (found.version === null || template.counts || !isReleased(found)) return null
  const tag = template.format(found.version)
  return exists === null || (await exists(of.repository, tag)) ? releaseUrl(server, of.repository, tag) : null
}

/** Rows that show another number beside the version than the files have, or none where the two differ. */
export function checkBeside(
  file: string,
  rows: readonly MatrixRow[],
  readings: readonly BesideReading[],
  shown: ReadonlyMap<string, Pick<Chosen, 'version'>>,
): Finding[] {
  return readings.flatMap(({ of, as, found }): Finding[] => {
    const row = rows.find(({ entry }) => entry?.of.id === of && entry.name === entry.of.name)
    const [first] = found
    if (row === undefined || first === undefined) return []
    const says = row.beside.find((one) => one.as === as)?.text ?? null
    const expected = first.version === shown.get(of)?.version ? null : first.value
    if (says === expected) return []
    const where = `${first.file}:${first.line} says ${first.value}`
    return [
      {
        severity: 'error',
        rule: 'beside-differs',
        message: `The row of ${row.name} ${says === null ? `does not show its ${as}` : `says ${as} ${says}`}; ${where}.`,
        advice: 'Run the action in mode “update”.',
        before: says,
        after: expected,
        file,
        ...at(row),
      },
    ]
  })
}
