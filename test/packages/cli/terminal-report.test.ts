import { describe, expect, test } from 'vitest'
import { renderText } from '../../../packages/cli/terminal-report.ts'
import { displayWidth } from '../../../packages/plan/index.ts'
import {
  code,
  codeBlock,
  details,
  heading,
  link,
  list,
  markdown,
  mermaid,
  paragraph,
  table,
} from '../../../packages/plan/index.ts'

describe('a report on a terminal', () => {
  test('has aligned tables, indented detail, links with their address in running text only', () => {
    const text = renderText([
      heading('Versions', 2),
      table(
        ['component', 'version'],
        [
          ['Operator', link('v1.3.0', 'https://example.com/1')],
          ['部品', code('v0.4.0')],
        ],
      ),
      paragraph('See ', link('the notes', 'https://example.com/notes'), '.'),
      list(['one', ['two ', code('x')]]),
      details('More', [codeBlock('a\nb')]),
      mermaid('graph TD'),
      markdown('| a |\n'),
    ])
    expect(text).toBe(`Versions
========

component  version
---------  -------
Operator   v1.3.0
部品       v0.4.0

See the notes (https://example.com/notes).

- one
- two x

More

    a
    b

| a |`)
  })

  test('shows control characters instead of obeying them', () => {
    expect(renderText([paragraph('\u001B[2Jgone\u0007')])).toBe('\\x1b[2Jgone\\x07')
  })

  test.each([
    ['abc', 3],
    ['✔', 1],
    ['❌', 2],
    ['部品', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})
