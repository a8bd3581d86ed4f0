import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renderTable } from '../../../packages/matrix/index.ts'
import { readMarkdown } from '../../../packages/versions/index.ts'

const cell = fc
  .array(fc.constantFrom('a', 'v1.2.3', '🚀', 'ライ', 'é', '\\|', '`x`', 'עברית', ' '), { maxLength: 5 })
  .map((parts) => parts.join('').trim())
const align = fc.constantFrom('left' as const, 'right' as const, 'center' as const, null)

it('what was rendered is read back cell by cell, and rendered again it is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }).chain((columns) =>
        fc.record({
          head: fc.array(cell, { minLength: columns, maxLength: columns }),
          align: fc.array(align, { minLength: columns, maxLength: columns }),
          rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 4 }),
        }),
      ),
      async (table) => {
        const text = renderTable(table, '\n')
        const [block] = await readMarkdown({ file: 'x.md', text })
        if (block?.kind !== 'table') throw new Error(`no table: ${text}`)
        const cells = (row: readonly { readonly start: number; readonly end: number }[]) =>
          row.map(({ start, end }) => text.slice(start, end))
        const read = { head: cells(block.table.head), align: block.table.align, rows: block.table.rows.map(cells) }
        expect(read).toEqual(table)
        expect(renderTable(read, '\n')).toBe(text)
      },
    ),
  )
})

it('a table of CRLF has CRLF', () => {
  expect(renderTable({ head: ['a', 'b'], align: [], rows: [['1', '2']] }, '\r\n')).toBe(
    '| a   | b   |\r\n|-----|-----|\r\n| 1   | 2   |',
  )
})
