import type { Finding } from '../plan/index.ts'
import { versionShown } from './choose.ts'
import { error, at } from './finding.ts'
import { digestColumn } from './rewrite.ts'
import { imagesOf, type DigestOf } from './images.ts'
import type { MatrixRow } from './rows.ts'
import { digestText } from './supported.ts'

/** Digests in the table that the registry does not have under the row's version. */
export async function checkDigests(
  file: string,
  head: readonly string[],
  rows: readonly MatrixRow[],
  digestOf: DigestOf | null,
): Promise<Finding[]> {
  const column = digestColumn(head)
  if (column === -1 || digestOf === null) return []
  const found = await Promise.all(
    rows.map(async (row): Promise<Finding[]> => {
      const { entry, versions, cells, name } = row
      const version =
        entry === null || versions[0] === undefined ? null : versionShown(versions[0].text, entry.template)
      if (entry === null || version === null) return []
      const expected = digestText(await imagesOf(entry, version, digestOf))
      const cell = cells[column] ?? ''
      if (cell === expected) return []
      const message = `The row of ${name} shows ${cell === '' ? 'no digest' : cell}; the registry has ${expected}.`
      return [error('digest-differs', message, 'Run the action in mode “update”.', { file, ...at(row) })]
    }),
  )
  return found.flat()
}
