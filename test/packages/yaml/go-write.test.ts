import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { GO_YAML, goNumber, type Json, readBlockYaml, writeGoYaml } from '../../../packages/yaml/index.ts'

const LOREM = 'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore'

/** Values with the bytes that sigs.k8s.io/yaml v1.6 prints for them. */
const PRINTED: readonly (readonly [Json, string])[] = [
  [{ b: 1, a10: 1, a9: 1, A: 1, _: 1, '0': 1 }, '_: 1\n"0": 1\nA: 1\na9: 1\na10: 1\nb: 1\n'],
  [{ list: ['x', ['y', []], { k: {}, l: null }] }, 'list:\n- x\n- - "y"\n  - []\n- k: {}\n  l: null\n'],
  [
    { a: '', b: 'yes', c: '1e3', d: '2024-01-01', e: '1:30', f: '~' },
    'a: ""\nb: "yes"\nc: "1e3"\nd: "2024-01-01"\ne: "1:30"\nf: "~"\n',
  ],
  [
    { a: 'a: b', b: '# c', c: ' d', d: "it's", e: "'q'", f: '- g' },
    "a: 'a: b'\nb: '# c'\nc: ' d'\nd: it's\ne: '''q'''\nf: '- g'\n",
  ],
  [{ a: 'tab\t', b: 'bell\u0007', c: '😀', d: 'é' }, 'a: "tab\\t"\nb: "bell\\a"\nc: "\\U0001F600"\nd: é\n'],
  [
    { a: 'one\ntwo\n', b: 'one\ntwo', c: 'one\n\n', d: '\nx', e: '  x\ny', f: 'x \ny' },
    'a: |\n  one\n  two\nb: |-\n  one\n  two\nc: |+\n  one\n\nd: |2-\n\n  x\ne: |2-\n    x\n  y\nf: "x \\ny"\n',
  ],
  [
    { a: 1e21, b: 0.00001, c: 123456789.5, d: -0.5, e: 9223372036854775807n },
    'a: 1e+21\nb: 1e-05\nc: 1.234567895e+08\nd: -0.5\ne: 9223372036854775807\n',
  ],
  ['text', 'text\n'],
]

describe('YAML as go-yaml writes it', () => {
  it.each(PRINTED.map(([value, text]) => ({ value, text })))('$text', ({ value, text }) => {
    expect(writeGoYaml(value)).toBe(text)
  })

  // Found by comparing with go-yaml: it takes these for line breaks where it writes, not where it decides how to.
  it.each([
    ['x\u2028y', "'x\u2028  y'"],
    ['\u2028\u2028y z', "'\u2028\u2028  y z'"],
    ['one\u2028two\nthree\n', '|\n  one\u2028  two\n  three'],
    [
      `${LOREM.slice(0, 90)}\u2028labore et dolore magna aliqua`,
      `'${LOREM.slice(0, 87)}\n  ut\u2028  labore et dolore magna aliqua'`,
    ],
  ])('Unicode’s separators in %j', (value, text) => {
    expect(writeGoYaml({ a: value })).toBe(`a: ${text}\n`)
  })

  it('long texts are folded past column 80, plain, in quotes and as keys', () => {
    const folded = writeGoYaml({ plain: LOREM, single: `'${LOREM}`, double: `${LOREM}\t`, [`${LOREM} ${LOREM}`]: 1 })
    expect(folded.split('\n').map((line) => line.length <= 100)).not.toContain(false)
    expect(folded).toContain('  tempor incididunt ut labore\n')
    expect(folded).toContain(`? ${LOREM.slice(0, 80).split(' ').slice(0, 3).join(' ')}`)
    expect(parse(folded)).toMatchObject({ plain: LOREM, single: `'${LOREM}`, double: `${LOREM}\t` })
  })

  it('reads back as the same value, by this reader and by a complete one', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        'b',
        ' ',
        '\n',
        ':',
        '#',
        '-',
        '"',
        "'",
        '\\',
        '1',
        '0',
        '.',
        '\t',
        '{',
        '&',
        '~',
        'é',
        '😀',
        '_',
        'word ',
        'yes',
      ),
      maxLength: 120,
    })
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.boolean(),
        fc.constant(null),
        fc.integer(),
        fc
          .double({ noNaN: true, noDefaultInfinity: true })
          // Whole ones that JavaScript does not count exactly are read as bigint.
          .filter((number) => !Object.is(number, -0) && (!Number.isInteger(number) || Number.isSafeInteger(number))),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(value, (one) => {
        const written = writeGoYaml({ top: one })
        expect(parse(written, { logLevel: 'silent' })).toEqual({ top: one })
        const read = readBlockYaml(written, GO_YAML)
        if (read !== undefined) expect(read).toEqual({ top: one })
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    [0, '0'],
    [1000000, '1000000'],
    [1.5, '1.5'],
    [1234567.5, '1.2345675e+06'],
    [0.0001, '0.0001'],
    [1e19, '10000000000000000000'],
    [1e20, '1e+20'],
  ])('%d is %s', (number, text) => {
    expect(goNumber(number)).toBe(text)
  })
})

describe('YAML as go-yaml reads it', () => {
  it.each([
    ['0o17', 15],
    ['0b11', 3],
    ['1_000', 1000],
    ['+5', 5],
    ['08', 8],
    ['-0x10', -16],
    ['1e3', 1000],
    ['.5', 0.5],
    ['y', true],
    ['Off', false],
    ['NULL', null],
    ['2024-01-01', '2024-01-01'],
    ['1:30', '1:30'],
    ['18446744073709551616', 18446744073709551616],
    ['0x', '0x'],
  ])('%s is %j', (text, value) => {
    expect(GO_YAML.scalar(text)).toEqual(value)
  })

  it('names become texts, as in JSON', () => {
    expect(readBlockYaml('yes: 1\n0x10: 2\n1.50: 3\n"no": 4\n', GO_YAML)).toEqual({ true: 1, 16: 2, 1.5: 3, no: 4 })
    expect(readBlockYaml('null: 1\n', GO_YAML)).toBeUndefined()
  })

  it.each(['.inf', '-.INF', '.nan'])('%s is left to who can explain it', (text) => {
    expect(GO_YAML.scalar(text)).toBeUndefined()
  })
})
