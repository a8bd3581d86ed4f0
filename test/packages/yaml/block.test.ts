import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument, stringify } from 'yaml'
import { CORE, readBlockYaml } from '../../../packages/yaml/index.ts'
import { parse, splitDocuments } from '../../../packages/crds/document/document.ts'
import { fixtures } from '../crds/world.ts'

function complete(text: string): unknown {
  const document = parseDocument(text, { intAsBigInt: true, prettyErrors: false, stringKeys: true, logLevel: 'silent' })
  return document.errors.length > 0 ? undefined : document.toJS()
}

/** Where the fast reader answers, it says what the complete one says. */
function agrees(text: string): boolean {
  const fast = readBlockYaml(text, CORE)
  if (fast === undefined) return false
  expect(fast, text).toEqual(complete(text))
  return true
}

describe('the fast reader of YAML', () => {
  test('reads every real definition, as the complete reader does', async () => {
    const files = (await readdir(fixtures, { recursive: true })).filter((file) => /\.ya?ml$/.test(file))
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      for (const { text } of splitDocuments(await readFile(join(fixtures, file), 'utf8'))) {
        expect(agrees(text), file).toBe(true)
      }
    }
  })

  test('reads what a generator writes of any value, or leaves it to the complete reader', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', ':', '#', '-', '"', "'", '\\', '1', '.', '\t', '{', '&', '~', 'é'),
    })
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('value'), { maxLength: 4 }),
      map: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    }))
    let read = 0
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const), (any, style) => {
        const options = style === undefined ? { lineWidth: 30 } : ({ lineWidth: 30, defaultStringType: style } as const)
        if (agrees(stringify(any, options))) read++
      }),
      { numRuns: 2000 },
    )
    // A reader that always declines would agree with everything.
    expect(read).toBeGreaterThan(300)
  })

  test('agrees on any text that looks like YAML', () => {
    const piece = fc.constantFrom(
      'a: b\n',
      'a:\n',
      '  ',
      '- ',
      'x',
      ': ',
      '\n',
      '# c\n',
      '"q\\n"',
      "'s'",
      '|\n',
      '>-\n',
      '|+\n',
      '1',
      'null',
      '---\n',
      ' #',
      '{}',
      '[]',
      'b: 2\n',
      '  c: d\n',
      '"',
      "'",
      '...\n',
      '\t',
      '? ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const fast = readBlockYaml(text, CORE)
        const slow = complete(text)
        if (fast !== undefined && slow !== undefined) expect(fast, JSON.stringify(text)).toEqual(slow)
      }),
      { numRuns: 5000 },
    )
  })

  test.each([
    ['anchors and aliases', 'a: &x 1\nb: *x\n'],
    ['tags', 'a: !!str 1\n'],
    ['flow collections', 'a: {b: 1}\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a tab as indentation', 'a:\n\tb: 1\n'],
    ['a merge key', 'a: 1\n<<: {b: 2}\n'],
    ['a prototype', '__proto__:\n  a: 1\n'],
    ['a second value', 'a: 1\n b: 2\n'],
    ['an open quote', 'a: "b\n'],
  ])('%s is left to the complete reader', (_, text) => {
    expect(readBlockYaml(text, CORE)).toBeUndefined()
  })

  test('CRLF and a text without a last line break are read', () => {
    expect(readBlockYaml('a:\r\n  - b\r\n  - "c\r\n    d"', CORE)).toEqual({ a: ['b', 'c d'] })
  })

  test('500 levels and more are read', () => {
    const deep = Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')
    let value: unknown = parse({ text: `${deep}${' '.repeat(1000)}1\n`, line: 1 }, 'deep.yaml')
    for (let level = 0; level < 1000; level++) value = Object(value).a
    expect(value).toBe(1n)
  })
})
