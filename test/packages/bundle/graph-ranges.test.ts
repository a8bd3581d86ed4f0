import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { channelNameFault } from '../../../packages/bundle/graph/channel-name.ts'
import { parseCheckerRange } from '../../../packages/bundle/graph/checker-range.ts'
import { olmChannel } from '../../../packages/bundle/graph/olm-channel.ts'
import { parseOlmRange, type VersionRange } from '../../../packages/bundle/graph/olm-range.ts'
import { compareSemVer, readSemVer, readTolerant } from '../../../packages/bundle/graph/semver.ts'
import { channelGraph, findCycle } from '../../../packages/bundle/graph/update-graph.ts'
import { unpack } from './graph-data.ts'

const Answer = v.nullable(v.array(v.boolean()))
const ranges = unpack(
  'graph/ranges',
  v.array(v.object({ range: v.string(), versions: v.array(v.string()), checker: Answer, olm: Answer })),
)

describe.each([
  ['checker', parseCheckerRange],
  ['olm', parseOlmRange],
] as const)('the range dialect of the %s', (dialect, parse) => {
  it('holds what the original holds, and refuses what it refuses', () => {
    const wrong = ranges.filter(({ range, versions, [dialect]: expected }) => {
      return JSON.stringify(members(parse(range), versions)) !== JSON.stringify(expected)
    })
    expect(wrong).toEqual([])
    expect(ranges).toHaveLength(2000)
  })
})

it('the dialects differ for candidates: OLM’s are ordinary versions below their release', () => {
  const candidate = readSemVer('1.2.0-rc.1')
  if (candidate === null) throw new Error('it is a version')
  expect(parseOlmRange('>=1.0.0 <1.2.0')?.(candidate)).toBe(true)
  expect(parseCheckerRange('>=1.0.0 <1.2.0')?.(candidate)).toBe(false)
})

function members(range: VersionRange | null, versions: readonly string[]): boolean[] | null {
  return range === null
    ? null
    : versions.flatMap((text) => {
        const version = readSemVer(text)
        return version === null ? [] : [range(version)]
      })
}

describe('a version', () => {
  const identifier = fc.oneof(fc.nat().map(String), fc.stringMatching(/^[a-z-][0-9a-z-]{0,4}$/))
  const version = fc
    .tuple(fc.bigInt({ min: 0n, max: 2n ** 64n }), fc.nat(), fc.nat(), fc.array(identifier, { maxLength: 3 }))
    .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre.length === 0 ? '' : `-${pre.join('.')}`}`)

  it('is read as it is written, with numbers of any size', () => {
    fc.assert(
      fc.property(version, (text) => {
        const { major, minor, patch, prerelease } = readSemVer(text) ?? expect.fail(text)
        expect(`${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`).toBe(text)
        expect(readTolerant(` v${text} `)).toEqual(readSemVer(text))
      }),
    )
  })

  it('is ordered: each against itself, both ways round, and over a third', () => {
    fc.assert(
      fc.property(version, version, version, (...texts) => {
        const [a, b, c] = texts.map((text) => readSemVer(text) ?? expect.fail(text))
        if (a === undefined || b === undefined || c === undefined) return
        expect(compareSemVer(a, a)).toBe(0)
        expect(Math.sign(compareSemVer(a, b)) + Math.sign(compareSemVer(b, a))).toBe(0)
        if (compareSemVer(a, b) <= 0 && compareSemVer(b, c) <= 0) expect(compareSemVer(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it.each([
    ['1.16', '1.16.0'],
    ['v1', '1.0.0'],
    ['01.02.03', '1.2.3'],
    ['1.2.03-rc.1', '1.2.3-rc.1'],
  ])('%s is read tolerantly as %s', (given, meant) => {
    expect(readTolerant(given)).toEqual(readSemVer(meant))
  })

  it.each(['1.2-rc', '', 'x', '1.2.3.4', '1.2.3-01'])('“%s” is none, even tolerantly', (text) => {
    expect(readTolerant(text)).toBeNull()
  })
})

describe('a channel as OLM sees it', () => {
  const bundle = (version: string, replaces: string | null, more: { skips?: string[]; skipRange?: string } = {}) => ({
    directory: version,
    name: `op.v${version}`,
    version,
    package: 'op',
    channels: ['alpha'],
    defaultChannel: null,
    replaces: replaces === null ? null : `op.v${replaces}`,
    skips: [],
    skipRange: null,
    minKubeVersion: null,
    openshiftVersions: null,
    ...more,
  })
  const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name)

  it('has one head where each bundle is replaced or skipped by name; a range does not count', () => {
    const fork = [bundle('1.0.0', null), bundle('1.0.1', '1.0.0'), bundle('1.1.0', '1.0.0')]
    expect(names(olmChannel('alpha', fork).heads)).toEqual(['op.v1.0.1', 'op.v1.1.0'])
    const ranged = [...fork.slice(0, 2), bundle('1.1.0', '1.0.0', { skipRange: '>=1.0.0 <1.1.0' })]
    expect(names(olmChannel('alpha', ranged).heads)).toEqual(['op.v1.0.1', 'op.v1.1.0'])
    const skipped = [...fork.slice(0, 2), bundle('1.1.0', '1.0.0', { skips: ['op.v1.0.1'] })]
    expect(names(olmChannel('alpha', skipped).heads)).toEqual(['op.v1.1.0'])
  })

  it('strands those from whom no way leads to the newest, by any of the three', () => {
    const fork = [bundle('1.0.0', null), bundle('1.0.1', '1.0.0'), bundle('1.1.0', '1.0.0')]
    expect(names(olmChannel('alpha', fork).stranded)).toEqual(['op.v1.0.1'])
    const ranged = [...fork.slice(0, 2), bundle('1.1.0', null, { skipRange: '<1.1.0' })]
    expect(olmChannel('alpha', ranged).stranded).toEqual([])
  })

  it('has a cycle where an update leads back, which is found in a chain of any length', () => {
    const long = Array.from({ length: 3000 }, (_, index) =>
      bundle(`1.${index}.0`, index === 0 ? null : `1.${index - 1}.0`),
    )
    expect(findCycle(channelGraph('alpha', long, 'replaces-mode'))).toBeNull()
    const closed = [{ ...bundle('1.0.0', '1.2999.0') }, ...long.slice(1)]
    expect(findCycle(channelGraph('alpha', closed, 'replaces-mode'))).not.toBeNull()
  })
})

it.each([
  ['alpha', null],
  ['stable-1.16', null],
  ['', 'it is empty'],
  ['a b', 'letters'],
  ['alpha,beta', 'letters'],
  ['-a', 'begins'],
  ['a'.repeat(254), '253'],
])('the channel name “%s” is judged', (name, fault) => {
  if (fault === null) expect(channelNameFault(name)).toBeNull()
  else expect(channelNameFault(name)).toContain(fault)
})
