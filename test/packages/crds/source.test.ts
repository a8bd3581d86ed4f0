import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches } from '../../../packages/crds/document/names.ts'
import { readSource } from '../../../packages/crds/sync/read-source.ts'
import { collectDefinitions, parseSource, showSource } from '../../../packages/crds/sync/source.ts'
import { checkout, crd, like, MemoryRemote } from './world.ts'

describe('a source', () => {
  test.each([
    ['o/r@v1.2.0:config/crd', { kind: 'remote', repository: 'o/r', ref: 'v1.2.0', path: 'config/crd' }],
    ['o/r.x@release/1.4:a/./b/', { kind: 'remote', repository: 'o/r.x', ref: 'release/1.4', path: 'a/b' }],
    ['o/r@main:.', { kind: 'remote', repository: 'o/r', ref: 'main', path: '' }],
    ['./config/crd/', { kind: 'local', path: 'config/crd' }],
    ['.', { kind: 'local', path: '' }],
  ])('%s', (text, source) => {
    expect(parseSource(text)).toEqual(source)
    expect(parseSource(showSource(parseSource(text)))).toEqual(source)
  })

  test.each([
    ['config/crd', /“config\/crd” in|the ref is missing/, /@v1\.2\.0/],
    ['o/r:config', /the ref is missing/, /“o\/r@v1\.2\.0:config”/],
    ['o/r@v1', /the path is missing/, /“o\/r@v1:config\/crd\/bases”/],
    ['o/r@v 1:x', /“v 1” is not a ref/, /tag, a branch or a commit/],
    ['o/r@a..b:x', /“a\.\.b” is not a ref/, /./],
    ['o/r@v1:../x', /leaves the repository/, /without “\.\.”/],
    ['o/r@v1:/x', /leaves the repository/, /./],
    ['./a/../../b', /leaves the repository/, /./],
    ['https://github.com/o/r', /“https” is not a repository/, /\.\//],
    ['o/r/x@v1:y', /“o\/r\/x” is not a repository/, /./],
  ])('%s is refused with a correction', (text, message, advice) => {
    expect(() => parseSource(text)).toThrow(
      expect.objectContaining({
        name: 'UserError',
        message: like(message),
        advice: like(advice),
      }),
    )
  })

  test('no text makes the parser do anything but answer or refuse', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          const source = parseSource(text)
          expect(source.path.split('/')).not.toContain('..')
        } catch (error) {
          expect(error).toMatchObject({ name: 'UserError' })
        }
      }),
    )
  })

  test('a directory gives the files directly in it, a file gives itself', async () => {
    const remote = new MemoryRemote({
      'o/r@v1': {
        'crd/a.yaml': crd(),
        'crd/patches/a.yaml': crd(),
        'crd/link.yaml': '../other.yaml',
        'crd/README.md': 'CustomResourceDefinition',
        'other.yaml': crd({ plural: 'gadgets' }),
      },
    })
    const workspace = await checkout({})
    const { files: inDirectory } = await readSource(parseSource('o/r@v1:crd'), workspace, remote)
    expect(inDirectory.map(({ path }) => path)).toEqual(['crd/a.yaml'])
    const { files: alone } = await readSource(parseSource('o/r@v1:other.yaml'), workspace, remote)
    expect(alone.map(({ path }) => path)).toEqual(['other.yaml'])
  })

  test('a path with nothing, and one with no CRD, are refused; the directory that was meant is named', async () => {
    const remote = new MemoryRemote({
      'o/r@v1': { 'config/crd/kustomization.yaml': 'a: 1', 'config/crd/bases/a.yaml': crd() },
    })
    const workspace = await checkout({ 'docs/a.yaml': 'a: 1' })
    await expect(readSource(parseSource('o/r@v1:config/crds'), workspace, remote)).rejects.toThrow(/nothing at/)
    await expect(readSource(parseSource('o/r@v1:config/crd'), workspace, remote)).rejects.toMatchObject({
      name: 'UserError',
      advice: 'There are YAML files in “config/crd/bases”: is it that one?',
    })
    await expect(readSource(parseSource('./docs'), workspace, remote)).rejects.toThrow(/no CRD in “\.\/docs”/)
    await expect(readSource(parseSource('./none'), workspace, remote)).rejects.toThrow(/nothing at “\.\/none”/)
  })

  test('one CRD in two places is refused, both named', async () => {
    const workspace = await checkout({ 'a/a.yaml': crd(), 'b/b.yaml': crd() })
    const remote = new MemoryRemote({})
    const read = await Promise.all(['./a', './b'].map((text) => readSource(parseSource(text), workspace, remote)))
    expect(() => collectDefinitions(read.flatMap(({ files }) => files))).toThrow(
      'CRD “widgets.example.com” comes from two places: ./a/a.yaml and ./b/b.yaml.',
    )
  })
})

test('globs match as the same regular expression does, in linear time', () => {
  const glob = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?') })
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.') })
  fc.assert(
    fc.property(glob, name, (pattern, text) => {
      const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')
      expect(matches(pattern, text)).toBe(new RegExp(`^${source}$`).test(text))
    }),
  )
  expect(matches(`${'*a'.repeat(5000)}b`, 'a'.repeat(20_000))).toBe(false)
})
