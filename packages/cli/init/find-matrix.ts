import { readMarkdown, sourceOf, versionColumn } from '../../versions/index.ts'
import { repositoryIn, type Checkout } from './checkout.ts'

export interface FoundMatrix {
  readonly file: string
  /** Name of its marker comments, or its heading. */
  readonly section: string
  readonly rows: readonly { readonly name: string; readonly repository: string | null }[]
}

/** The support matrix: a table of versions between marker comments, or under a heading that says so. */
export async function findMatrix(checkout: Checkout): Promise<FoundMatrix | null> {
  const files = ['README.md', 'docs/README.md', 'docs/compatibility.md', 'COMPATIBILITY.md']
  for (const file of files.filter((one) => checkout.paths.includes(one))) {
    const blocks = await readMarkdown(sourceOf(file, Buffer.from(await checkout.text(file))))
    let section: string | null = null
    for (const block of blocks) {
      if (block.kind === 'html') section = /<!--\s*(\S.*?)\s+start\s*-->/.exec(block.text)?.[1] ?? section
      else if (block.kind === 'heading') section = isMatrix(block.text) ? block.text : null
      else if (block.kind === 'table' && section !== null) {
        const column = versionColumn(block.table)
        const rows = block.table.rows.map((row) => ({
          name: row[0]?.text ?? '',
          repository: repositoryIn(row[column]?.links[0]?.url ?? ''),
        }))
        return { file, section, rows }
      }
    }
  }
  return null
}

function isMatrix(heading: string): boolean {
  return /\b(?:compatibility|support(?:ed)?|version)s?\b.*\b(?:matrix|versions|table)\b/i.test(heading)
}
