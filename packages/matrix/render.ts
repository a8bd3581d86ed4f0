import { displayWidth } from '../plan/index.ts'

/** A table as Markdown source, cell by cell. */
export interface TableText {
  readonly head: readonly string[]
  readonly align: readonly ('left' | 'right' | 'center' | null)[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * The table in straight columns, without a line end behind it. Rendering what was rendered gives the same text.
 *
 * @param newline how lines of the file end.
 */
export function renderTable({ head, align, rows }: TableText, newline: string): string {
  const columns = head.map((title, column) => {
    const cells = [title, ...rows.map((row) => row[column] ?? '')]
    return { align: align[column] ?? null, width: Math.max(3, ...cells.map(displayWidth)) }
  })
  const line = (cells: readonly string[]) =>
    `|${columns.map(({ width }, column) => ` ${padded(cells[column] ?? '', width)} `).join('|')}|`
  const rule = `|${columns.map(({ align: side, width }) => dashes(side, width + 2)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join(newline)
}

/** Text that must not end its cell. */
export const cellText = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/\\?\|/g, '\\|')

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

function dashes(align: TableText['align'][number], width: number): string {
  const [left, right] = [
    align === 'left' || align === 'center' ? ':' : '-',
    align === 'right' || align === 'center' ? ':' : '-',
  ]
  return `${left}${'-'.repeat(width - 2)}${right}`
}
