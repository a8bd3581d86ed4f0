import type { Train } from '../train/index.ts'
import { matrixEntries } from './entries.ts'
import { renderTable } from './render.ts'
import { supportedVersion, tableOf } from './supported.ts'

/**
 * The support matrix of a train as Markdown, from the tags of its members by id; without rows of which nobody knows a
 * version.
 *
 * @param server where the links lead: `https://github.com`.
 */
export function matrixOf(train: Train, tags: Readonly<Record<string, string>>, server: string): string {
  const rows = matrixEntries(train).flatMap((entry) => {
    const tag = tags[entry.of.id]
    return tag === undefined ? [] : [supportedVersion(entry, tag, server)]
  })
  return renderTable(tableOf(rows), '\n')
}
