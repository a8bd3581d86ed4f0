import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Flags, isOn, only, parseFlags } from '../../../packages/cli/arguments.ts'
import { UserError } from '../../../packages/plan/index.ts'

const FLAGS: Flags = {
  source: { type: 'string', value: 'TEXT', description: '' },
  tags: { type: 'string', multiple: true, value: 'ITEM', description: '' },
  prune: { type: 'boolean', description: '' },
  'dry-run': { type: 'boolean', description: '' },
}
const parse = (...argv: string[]) => parseFlags(argv, FLAGS, 'demo')

describe('flags', () => {
  test('take their value from the next word or behind an equals sign', () => {
    expect(only(parse('--source', 'a'), 'source')).toBe('a')
    expect(only(parse('--source=a=b'), 'source')).toBe('a=b')
    expect(only(parse('--source='), 'source')).toBe('')
  })

  test('that are lists may be repeated and keep their order', () => {
    expect(parse('--tags', 'v1', '--tags=v2').given.get('tags')).toEqual(['v1', 'v2'])
  })

  test('that are boolean stand alone, are negated, or are told their value', () => {
    expect(isOn(parse('--prune'), 'prune')).toBe(true)
    expect(only(parse('--no-prune'), 'prune')).toBe('false')
    expect(only(parse('--prune=false'), 'prune')).toBe('false')
    expect(isOn(parse(), 'prune')).toBe(false)
  })

  test.each([
    [['--sorce', 'a'], 'There is no flag “--sorce”.', 'Did you mean “--source”?'],
    [['--dryrun'], 'There is no flag “--dryrun”.', 'Did you mean “--dry-run”?'],
    [['--xyzzy'], 'There is no flag “--xyzzy”.', '“codeflare-actions demo --help” lists what there is.'],
    [['--no-source'], 'There is no flag “--no-source”.', '--source'],
    [['--source'], '--source needs a value.', 'Write --source TEXT.'],
    [['--source', '--prune'], '--source needs a value.', 'Write --source TEXT.'],
    [['--source', 'a', '--source', 'b'], '--source is given twice.', 'Give it once.'],
    [['--prune=maybe'], '--prune is “maybe”; allowed: true, false.', '--no-prune'],
  ])('%j is refused with a way out', (argv, message, advice) => {
    let found: unknown
    try {
      parse(...argv)
    } catch (error) {
      found = error
    }
    expect(found).toBeInstanceOf(UserError)
    expect(found instanceof UserError ? [found.message, found.advice].join('\n') : '').toContain(message)
    expect(found instanceof UserError ? found.advice : '').toContain(advice)
  })

  test('whatever text is given as a value arrives as it is', () => {
    fc.assert(fc.property(fc.string(), (text) => only(parse(`--source=${text}`), 'source') === text))
  })

  test('no words at all make anything but arguments or a user error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('--source', '--prune', '--no-', '--', '-', '-h', '--tags='))),
        (argv) => {
          try {
            parse(...argv)
          } catch (error) {
            if (!(error instanceof UserError)) throw error
          }
        },
      ),
    )
  })
})
