import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dependencyGraph } from '../../../packages/cli/page/graph.ts'
import { markdownHtml } from '../../../packages/cli/page/markdown-html.ts'
import { rehearsalPage } from '../../../packages/cli/page/page.ts'
import { reportHtml } from '../../../packages/cli/page/report-html.ts'
import { rehearsalReport } from '../../../packages/cli/rehearsal/markdown-report.ts'
import type { MemberResult } from '../../../packages/cli/rehearsal/result.ts'
import { renderMarkdown } from '../../../packages/action/index.ts'
import { code, details, link, list, paragraph, table } from '../../../packages/plan/index.ts'
import { SAMPLE } from './sample-result.ts'

describe('the page of a rehearsal', () => {
  const page = rehearsalPage(SAMPLE)

  test('needs nothing but itself', () => {
    expect(page).not.toMatch(/<(?:script|link rel="stylesheet"|img|iframe|object)/)
    expect(page).not.toMatch(/<[a-z]+[^>]*\bsrc=|@import|url\(/)
    expect(page).toContain(`default-src 'none'`)
  })

  test('shows text from outside as text', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain('javascript:')
  })

  test('links a commit to its change on the same page, and only where it is there', () => {
    const sha = 'd3'.repeat(20)
    expect(page).toContain(`href="#commit-${sha}"`)
    expect(page).toContain(`id="commit-${sha}"`)
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '')
    const missing = targets.filter((id) => !page.includes(`id="${id}"`))
    expect(missing).toEqual([])
  })

  test('says at which step it stopped, why and what to do', () => {
    const failed = rehearsalPage({
      ...SAMPLE,
      outcome: 'failed',
      failure: {
        stage: 4,
        step: 'Tag v1.3.0',
        message: 'Tag v1.3.0 exists on another commit.',
        advice: 'Release the next version.',
      },
    })
    expect(failed).toContain('Stopped at step 4: Operator tag')
    expect(failed).toContain('Tag v1.3.0 exists on another commit.')
    expect(failed).toContain('Release the next version.')
  })

  test('is the same bytes for the same result', () => {
    expect(rehearsalPage(SAMPLE)).toBe(page)
  })
})

test('the Markdown report tells stages, tag movements and commits', () => {
  const text = renderMarkdown(rehearsalReport(SAMPLE))
  expect(text).toContain(
    '| 1 | done | Components make their releases |'.replace('Components make their releases', 'Components release'),
  )
  expect(text).toContain(
    '| quay.io/project-codeflare/codeflare-operator | stable | `sha256:c2c2c2c2c2c2` | `sha256:b1b1b1b1b1b1` |',
  )
  expect(text).toContain('- tag `v1.3.0` on `d3d3d3d`')
})

describe('the dependency graph', () => {
  const member = (id: string, ...dependsOn: string[]): MemberResult => ({
    id,
    name: id,
    repository: `owner/${id}`,
    kind: 'component',
    dependsOn,
    before: 'v1.0.0',
    after: 'v1.1.0',
  })
  const xOf = (svg: string, id: string): number =>
    Number(new RegExp(`<title>${id}, [^<]*</title>\\n<rect x="([\\d.]+)"`).exec(svg)?.[1])

  test('puts everything to the right of what it depends on', () => {
    const acyclic = fc
      .array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 30 })
      .map((needs) =>
        needs.map((ids, index) =>
          member(`m${index}`, ...new Set(ids.filter((id) => id < index).map((id) => `m${id}`))),
        ),
      )
    fc.assert(
      fc.property(acyclic, (members) => {
        const svg = dependencyGraph(members)
        for (const { id, dependsOn } of members)
          for (const other of dependsOn) expect(xOf(svg, other)).toBeLessThan(xOf(svg, id))
      }),
      { numRuns: 60 },
    )
  })

  test('draws a circle rather than hanging', () => {
    expect(dependencyGraph([member('a', 'b'), member('b', 'a')])).toContain('<svg')
  })

  test('draws nothing for nobody', () => {
    expect(dependencyGraph([])).toContain('viewBox="0 0 4 4"')
  })
})

describe('HTML', () => {
  test('of a report has every block and no markup of the text', () => {
    expect(
      reportHtml([
        paragraph(
          'a < b ',
          code('x & y'),
          link('web', 'https://example.com/?a=1&b=2'),
          link('no', 'javascript:alert(1)'),
        ),
        list(['<i>']),
        table(['h'], [['<b>']]),
        details('<s>', [paragraph('in')]),
      ]),
    ).toBe(`<p>a &lt; b <code>x &amp; y</code><a href="https://example.com/?a=1&amp;b=2">web</a>no</p>
<ul><li>&lt;i&gt;</li></ul>
<div class="scroll"><table><thead><tr><th scope="col">h</th></tr></thead><tbody>
<tr><td>&lt;b&gt;</td></tr>
</tbody></table></div>
<details><summary>&lt;s&gt;</summary>
<p>in</p>
</details>`)
  })

  test('of Markdown has no tag and no address that the renderer did not mean', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '<script>',
        '</p>',
        '<img src=x>',
        '[a](javascript:b)',
        '![x](data:y)',
        '`',
        '**',
        '\n',
        '| a |\n|---|\n',
        '"',
        "'",
        '&lt;',
        'text',
        '<https://ok.example>',
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(hostile, (parts) => {
        const tags = [...markdownHtml(parts.join('')).matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)]
        for (const [, name = '', attributes = ''] of tags) {
          expect([
            'p',
            'a',
            'code',
            'strong',
            'em',
            'h4',
            'hr',
            'br',
            'ul',
            'ol',
            'li',
            'pre',
            'blockquote',
            'div',
            'table',
            'thead',
            'tbody',
            'tr',
            'th',
            'td',
          ]).toContain(name)
          expect(attributes).toMatch(/^(?:| class="scroll"| href="https:\/\/ok\.example")$/)
        }
      }),
    )
  })

  test('of Markdown renders what release notes have', () => {
    expect(
      markdownHtml(
        '## What’s new\n\n<!-- note -->\n\n- **a** in [#1](https://example.com/1)\n- `b`\n\n| x | y |\n|---|---|\n| 1 | 2 |\n',
      ),
    ).toBe(
      '<h4>What’s new</h4><ul><li><strong>a</strong> in <a href="https://example.com/1">#1</a></li><li><code>b</code></li></ul><div class="scroll"><table><thead><tr><th>x</th><th>y</th></tr></thead><tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody></table></div>',
    )
  })
})
