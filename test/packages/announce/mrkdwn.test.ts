import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SLACK_LIMIT, toMrkdwn } from '../../../packages/announce/mrkdwn.ts'

const body = async (markdown: string): Promise<string> => (await toMrkdwn('T', markdown)).slice('*T*\n\n'.length)

describe('Markdown as Slack writes it', () => {
  test.each([
    ['emphasis', '**bold** and *slanted* and `a<b`', '*bold* and _slanted_ and `a&lt;b`'],
    ['a heading, with bold in it', '## New **things**', '*New things*'],
    ['a link', '[the *notes*](https://a.b/c?d=1&e=2)', '<https://a.b/c?d=1&amp;e=2|the notes>'],
    ['a link to itself', '<https://a.b/c>', '<https://a.b/c>'],
    ['a link that would end early', '[a|b](<https://a.b/c|d>)', '<https://a.b/c%7Cd|a¦b>'],
    ['a link that leads nowhere from Slack', '[notes](docs/notes.md) [x](javascript:alert)', 'notes x'],
    ['an image', '![the graph](https://a.b/g.png)', '<https://a.b/g.png|the graph>'],
    ['a list in a list', '- a\n  1. b\n  2. c\n- d', '• a\n    1. b\n    2. c\n• d'],
    ['a list that starts at three', '3. a\n4. b', '3. a\n4. b'],
    ['a quotation', '> a\n> b', '> a\n> b'],
    ['code', '```sh\nls > x\n```', '```\nls &gt; x\n```'],
    [
      'a table',
      '| Component | Version |\n|---|---|\n| MCAD | [v1.40.0](https://a.b) |',
      '```\nComponent  Version\nMCAD       v1.40.0\n```',
    ],
    ['a rule between', 'a\n\n---\n\nb', 'a\n\n———\n\nb'],
    ['comments and HTML', '<!-- Release notes generated -->\na <b>c</b>', 'a c'],
    ['folded details', '<details><summary>More</summary>\n\n- a\n\n</details>', 'More\n\n• a'],
    ['two lines of a paragraph', 'a\nb', 'a\nb'],
    ['a reference', '[a][b]\n\n[b]: https://a.b', 'a'],
    ['nobody is woken up', '<!channel> & <@U123> @here', '&amp; &lt;@U123&gt; @here'],
  ])('%s', async (_, markdown, mrkdwn) => {
    expect(await body(markdown)).toBe(mrkdwn)
  })

  test('the title is bold and literal', async () => {
    expect(await toMrkdwn('A & <b>', 'x')).toBe('*A &amp; &lt;b&gt;*\n\nx')
  })

  test('what is too long is cut between paragraphs, and says so', async () => {
    const text = await toMrkdwn(
      'T',
      Array.from({ length: 100 }, (_, i) => `Paragraph ${i} ${'x'.repeat(80)}`).join('\n\n'),
    )
    expect(text.length).toBeLessThanOrEqual(SLACK_LIMIT)
    expect(text).toMatch(/Paragraph \d+ x{80}\n_\(shortened\)_$/)
  })

  test('code that is cut is closed', async () => {
    const text = await toMrkdwn('T', `\`\`\`\n${'line of code\n'.repeat(1000)}\`\`\``)
    expect(text).toMatch(/line of code\n```\n_\(shortened\)_$/)
  })

  test('any text stays within the limit, with whole escapes and links, and no stray marks of Slack', async () => {
    const word = fc.constantFrom(
      'a',
      '&',
      '<',
      '>',
      '**b**',
      '[l](https://a.b/c)',
      '\n\n',
      ' ',
      '`c`',
      '- i\n',
      '|',
      '😀',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 200 }), fc.integer({ min: 60, max: 300 }), async (words, limit) => {
        const text = await toMrkdwn('T', words.join(''), limit)
        expect(text.length).toBeLessThanOrEqual(limit)
        expect(text.replaceAll(/<https:\/\/a\.b\/c(?:\|l)?>/g, '')).not.toMatch(/[<]|&(?!(?:amp|lt|gt);)/)
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })
})
