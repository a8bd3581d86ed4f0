import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../packages/plan/index.ts'
import {
  compareVersions,
  highest,
  isPrerelease,
  parsePrereleaseId,
  parseRelease,
  parseVersion,
  readVersion,
  releaseOf,
  suggestVersion,
  versionOf,
} from '../../../packages/versions/index.ts'

const failure = (run: () => unknown): UserError => {
  try {
    run()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const anyVersion = fc
  .tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.option(fc.tuple(fc.constantFrom('rc', 'alpha', 'odh'), fc.nat(20))))
  .map(([major, minor, patch, pre]) => versionOf(major, minor, patch, pre === null ? undefined : pre.join('.')))

describe('a version', () => {
  it('is taken with or without one v in front', () => {
    expect(parseVersion('1.4.0-rc.1', 'x')).toBe('1.4.0-rc.1')
    expect(parseVersion(' v1.4.0 ', 'x')).toBe('1.4.0')
  })

  // The first three were typed in real releases: Distributed Workloads for v0.2.0, SDK v0.14.1, a support matrix.
  it.each([
    ['v.0.0.7', 'v0.0.7', 'its beginning is neither a number nor one “v”'],
    ['vv0.14.1', 'v0.14.1', 'its beginning is neither a number nor one “v”'],
    ['1.2', '1.2.0', 'it has 2 numbers where three are expected'],
    ['v1', 'v1.0.0', 'it has 1 number where three are expected'],
    ['V1.2.3', 'v1.2.3', 'its beginning is neither a number nor one “v”'],
    ['01.2.3', '1.2.3', 'a number has a leading zero'],
    ['1.2.3rc1', '1.2.3-rc.1', 'what follows the three numbers is no pre-release (“-rc.1”)'],
    ['1.2.3-rc.01', '1.2.3-rc.1', 'what follows the three numbers is no pre-release (“-rc.1”)'],
  ])('spelled %s is refused, and %s is suggested', (given, right, why) => {
    const error = failure(() => parseVersion(given, 'Input “version”'))
    expect(error.message).toBe(`Input “version”: “${given}” is not a semantic version: ${why}.`)
    expect(error.advice).toBe(`Write “${right}”.`)
  })

  it.each(['', 'latest', '1.4.x', '1.2.3.4', 'stable', '1'.repeat(300)])(
    'spelled %j is refused without a guess',
    (given) => {
      expect(failure(() => parseVersion(given, 'Input “version”')).advice).toContain('MAJOR.MINOR.PATCH')
    },
  )

  it.each(['v0.0.0-dev', '0.0.0', '1.5.0-dev', '1.2.0+build.7'])('%s cannot be released', (given) => {
    expect(() => parseRelease(given, 'Input “version”')).toThrow(UserError)
  })

  it('reads back whatever it writes, and every suggestion is a version', () => {
    fc.assert(
      fc.property(
        anyVersion,
        (version) => readVersion(version) === version && parseVersion(`v${version}`, 'x') === version,
      ),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[vV.=-]{0,3}\d{0,3}[.]?\d{0,3}[.]?\d{0,3}[-.a-z0-9]{0,8}$/), (text) => {
        const right = suggestVersion(text)
        return right === null || (readVersion(right.replace(/^v/, '')) !== null && right !== text)
      }),
    )
  })

  it('is ordered by precedence: candidates before their release, numbers as numbers', () => {
    const ordered = ['1.4.0-rc.2', '1.4.0-rc.10', '1.4.0', '1.4.1', '1.10.0'].map((text) => parseVersion(text, 'x'))
    expect(ordered.toReversed().sort(compareVersions)).toEqual(ordered)
    expect(highest(ordered)).toBe('1.10.0')
    expect(highest([])).toBeNull()
  })

  it('knows the release that a candidate leads to', () => {
    const candidate = versionOf(1, 4, 0, 'rc.2')
    expect([isPrerelease(candidate), releaseOf(candidate), isPrerelease(releaseOf(candidate))]).toEqual([
      true,
      '1.4.0',
      false,
    ])
  })
})

describe('the word of candidates', () => {
  it('is one that can stand before a number', () => {
    expect(parsePrereleaseId('rc', 'x')).toBe('rc')
    for (const wrong of ['', '7', 'rc.1', 'r c', 'rç']) expect(() => parsePrereleaseId(wrong, 'x')).toThrow(UserError)
  })
})
