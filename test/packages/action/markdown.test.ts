import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown, renderSummary } from '../../../packages/action/index.ts'
import {
  code,
  codeBlock,
  details,
  heading,
  link,
  list,
  mermaid,
  paragraph,
  table,
} from '../../../packages/plan/index.ts'

const parse = (text: string) =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })

/** The text of every leaf, as a reader would see it. */
function visible(node: object): string {
  if ('value' in node && typeof node.value === 'string') return node.value
  return 'children' in node && Array.isArray(node.children)
    ? node.children.map((child: object) => visible(child)).join('')
    : ''
}

describe('a report as Markdown', () => {
  it('reads as it was meant', () => {
    const report = [
      heading('Tags'),
      paragraph('Moved ', code('dev'), ' of ', link('MCAD', 'https://example.com/a(b)')),
      table(['tag', 'digest'], [['stable', code('sha256:ab|c')]]),
      list(['one', 'two']),
      details('2 more', [codeBlock('x', 'yaml')]),
      mermaid('graph LR'),
    ]
    expect(renderMarkdown(report)).toBe(
      [
        '### Tags\n',
        'Moved `dev` of [MCAD](https://example.com/a%28b%29)\n',
        '| tag | digest |\n| --- | --- |\n| stable | `sha256:ab\\|c` |\n',
        '- one\n- two\n',
        '<details><summary>2 more</summary>\n\n```yaml\nx\n```\n\n</details>\n',
        '```mermaid\ngraph LR\n```\n',
      ].join('\n'),
    )
  })

  it('shows hostile text in a table as that text: one row, two cells, no markup', () => {
    const part = fc.constantFrom(
      '|',
      '\\',
      '`',
      '<b>',
      '&amp;',
      '[x](y)',
      '*',
      '_',
      '#',
      '~',
      'a',
      ' ',
      '](',
      '<!--',
      '@',
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const cell = `x${parts.join('')}x`
        const [parsed] = parse(renderMarkdown([table(['a', 'b'], [[cell, 'end']])])).children
        if (parsed?.type !== 'table') throw new Error('not a table')
        const [, row] = parsed.children
        expect(row?.children.map((found) => visible(found))).toEqual([cell, 'end'])
        expect(parsed.children).toHaveLength(2)
      }),
    )
  })

  it('keeps code that holds backticks inside its span and fence', () => {
    expect(renderMarkdown([paragraph(code('a``b`'))])).toBe('``` a``b` ```\n')
    expect(renderMarkdown([codeBlock('```\nx')])).toBe('````\n```\nx\n````\n')
  })

  it('makes no link of anything but http', () => {
    expect(renderMarkdown([paragraph(link('click', 'javascript:alert(1)'))])).toBe('click\n')
  })
})

describe('a summary that would be too long', () => {
  const rows = Array.from({ length: 40_000 }, (_, index) => [`component ${index}`, code('v1.2.3')])

  it('is cut between two rows, stays under the limit and says so', () => {
    const text = renderSummary([heading('Long'), table(['name', 'version'], rows), paragraph('after')])
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024)
    expect(Buffer.byteLength(text)).toBeGreaterThan(1000 * 1024)
    expect(text).toMatch(/\| component \d+ \| `v1\.2\.3` \|\n\n> The rest was cut/)
    expect(text).not.toContain('after')
  })

  it('is cut inside a folded part, which is still closed', () => {
    const text = renderSummary([details('all', [table(['name', 'version'], rows)])], 5000)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5000)
    expect(text).toContain('</details>\n\n> The rest was cut')
  })

  it('is whole when it fits', () => {
    expect(renderSummary([paragraph('short')])).toBe('short\n')
  })
})
