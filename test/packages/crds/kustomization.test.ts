import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { editResources } from '../../../packages/crds/sync/kustomization.ts'
import { fixtures, having } from './world.ts'

const edit = (text: string, present: string[], absent: string[] = []) => editResources(text, 'k.yaml', present, absent)

describe('the resources of a kustomization', () => {
  test('follow in the real one, and every other byte stays', async () => {
    const real = await readFile(join(fixtures, 'operator-v1.2.0/kustomization.yaml'), 'utf8')
    const edited = edit(real, ['crd-appwrapper.yml', 'new.yaml'], ['crd-schedulingspec.yml'])
    expect(edited).toBe(real.replace('- crd-schedulingspec.yml\n', '- new.yaml\n'))
  })

  const cases: [name: string, before: string, present: string[], absent: string[], after: string][] = [
    ['nothing to do', 'resources: [a]\n# x', ['a'], ['b'], 'resources: [a]\n# x'],
    ['another spelling is the same file', 'resources:\n  - ./a.yaml\n', ['a.yaml'], [], 'resources:\n  - ./a.yaml\n'],
    [
      'a quoted entry with a comment goes with its line',
      'resources:\n  - "a" # why\n  - b\n',
      [],
      ['a'],
      'resources:\n  - b\n',
    ],
    ['no newline at the end', 'resources:\n- a', ['b'], [], 'resources:\n- a\n- b\n'],
    ['the last line replaced, no newline', 'resources:\n- a\n- b', ['c'], ['b'], 'resources:\n- a\n- c\n'],
    ['Windows line ends', 'resources:\r\n- a\r\nx: 1\r\n', ['b'], [], 'resources:\r\n- a\r\n- b\r\nx: 1\r\n'],
    ['the last entry goes', 'resources:\n- a\n# c\npatches: []\n', [], ['a'], 'resources: []\n# c\npatches: []\n'],
    ['an empty list', 'resources: [] # none\n', ['a'], [], 'resources: [a] # none\n'],
    ['a key without a value', 'resources:\npatches: []\n', ['a'], [], 'resources:\n- a\npatches: []\n'],
    ['no key', 'kind: Kustomization', ['a', 'b'], [], 'kind: Kustomization\nresources:\n- a\n- b\n'],
    ['an empty file', '', ['a'], [], 'resources:\n- a\n'],
    ['a flow list', 'resources: ["a", b]\n', ['c'], ['b'], 'resources: ["a", c]\n'],
  ]
  test.each(cases)('%s', (_, before, present, absent, after) => {
    expect(edit(before, present, absent)).toBe(after)
    expect(edit(after, present, absent)).toBe(after)
  })

  const refused: [name: string, text: string, line: number][] = [
    ['a list of something else', 'x: 1\nresources:\n- {a: b}\n', 2],
    ['no list', 'resources: a\n', 1],
    ['no mapping', '- a\n', 1],
    ['broken YAML', 'resources: [\n', 2],
    ['two items in a line', 'resources:\n- - a\n', 1],
    ['a flow list with comments', 'resources: [a, # why\n b]\n', 1],
  ]
  test.each(refused)('%s is refused with its line', (_, text, line) => {
    expect(() => edit(text, ['new'])).toThrow(
      expect.objectContaining({ name: 'UserError', place: having({ file: 'k.yaml', line }) }),
    )
  })

  test('any list gains and loses exactly what was asked, and keeps its comments', () => {
    const name = fc.stringMatching(/^[a-z]{1,4}\.yaml$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1 }),
        fc.uniqueArray(name),
        fc.uniqueArray(name),
        fc.constantFrom('', '  ', '    '),
        (before, present, absent, indent) => {
          const wanted = present.filter((item) => !absent.includes(item))
          const text = `# top\nresources:\n${before.map((item) => `${indent}# of ${item}\n${indent}- ${item}\n`).join('')}\n# end\n`
          const after = edit(text, wanted, absent)
          const kept = before.filter((item) => !absent.includes(item))
          expect(parse(after)).toEqual({ resources: [...kept, ...wanted.filter((item) => !before.includes(item))] })
          for (const line of text.split('\n').filter((l) => l.includes('#'))) expect(after).toContain(line)
        },
      ),
    )
  })
})
