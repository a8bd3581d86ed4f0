import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../packages/plan/index.ts'
import { isRefName, TagTemplate, templateFromPrefix, versionOf } from '../../../packages/versions/index.ts'

const TEMPLATES = [
  'v{version}',
  'release-v{version}',
  '{version}',
  'cf{version}',
  'v{version}-odh',
  'v{version}-odh-{n}',
  'v{version}-rhoai',
  'sdk{version}-v1',
  'sdk/v{version}',
]

const anyVersion = fc
  .tuple(
    fc.nat(99),
    fc.nat(99),
    fc.nat(99),
    fc.option(fc.constantFrom('rc.1', 'rc.10', 'odh', 'odh-3', 'v1', '0.x-y.7')),
  )
  .map(([major, minor, patch, pre]) => versionOf(major, minor, patch, pre ?? undefined))

const read = (template: string, tag: string) => new TagTemplate(template, 'tag').parse(tag)

describe('a tag template', () => {
  it.each(TEMPLATES)('%s reads back every tag it writes', (text) => {
    const template = new TagTemplate(text, 'tag')
    fc.assert(
      fc.property(anyVersion, fc.nat(1000), (version, build) => {
        expect(template.parse(template.format(version, build))).toEqual({
          version,
          build: template.counts ? build : undefined,
        })
      }),
    )
  })

  it.each(TEMPLATES)('%s reads no tag that it would write otherwise', (text) => {
    const template = new TagTemplate(text, 'tag')
    fc.assert(
      fc.property(
        fc.stringMatching(/^(?:v|release-v|cf|sdk)?[v0-9.-]{0,12}(?:-odh)?(?:-\d{1,3})?(?:-rhoai)?$/),
        (tag) => {
          const found = template.parse(tag)
          return found === null || template.format(found.version, found.build) === tag
        },
      ),
    )
  })

  it('tells tags of downstream builds from releases', () => {
    expect(read('v{version}-odh-{n}', 'v1.2.0-odh-3')).toEqual({ version: '1.2.0', build: 3 })
    expect(read('v{version}-odh', 'v1.2.0-odh')).toEqual({ version: '1.2.0', build: undefined })
    expect(read('v{version}-odh-{n}', 'v1.2.0-odh')).toBeNull()
    expect(read('sdk{version}-v1', 'sdk0.14.1-v1')?.version).toBe('0.14.1')
  })

  it('does not guess what a misspelt tag means, but suggests it', () => {
    expect(read('v{version}', 'vv0.14.1')).toBeNull()
    expect(read('v{version}', 'v.0.0.7')).toBeNull()
    expect(new TagTemplate('v{version}', 'tag').suggest('vv0.14.1')).toBe('v0.14.1')
    expect(new TagTemplate('v{version}', 'tag').suggest('v.0.0.7')).toBe('v0.0.7')
    expect(new TagTemplate('v{version}', 'tag').suggest('nightly')).toBeNull()
    expect(new TagTemplate('v{version}', 'tag').suggest('v1.2.3')).toBeNull()
  })

  it.each([
    'v',
    'v{version}{n}',
    '{n}{version}',
    'v{version}-{n}-{n}',
    'v{version} {n}',
    'v1{version}',
    'v{version}2',
    '{versions}',
    '../{version}',
    'v{version}.lock',
  ])('%s is refused: its tags could not be read back, or git would not take them', (text) => {
    expect(() => new TagTemplate(text, 'manifest: tag')).toThrow(UserError)
  })

  it('comes from a prefix, or is given whole', () => {
    expect(templateFromPrefix('sdk/v', 'x').text).toBe('sdk/v{version}')
    expect(templateFromPrefix('', 'x').text).toBe('{version}')
    expect(templateFromPrefix('v{version}-odh', 'x').prefix).toBe('v')
  })
})

describe('names of tags and branches', () => {
  it.each(['v1.4.0', 'sdk/v1.0.0', 'release-1.4', 'ä'])('%s is one', (name) => expect(isRefName(name)).toBe(true))
  it.each([
    '',
    '@',
    '-x',
    'a b',
    'a..b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[',
    'a\\b',
    '/a',
    'a/',
    'a//b',
    '.a',
    'a/.b',
    'a.lock',
    'a.',
    'a@{1',
    'a\u0007',
  ])('%j is none', (name) => expect(isRefName(name)).toBe(false))
})
