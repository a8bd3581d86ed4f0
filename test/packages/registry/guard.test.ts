import fc from 'fast-check'
import semver from 'semver'
import { describe, expect, test } from 'vitest'
import { judge, type Move } from '../../../packages/registry/guard.ts'
import { kindOf, versionOf } from '../../../packages/registry/version-tag.ts'

const OLD = `sha256:${'1'.repeat(64)}`
const NEW = `sha256:${'2'.repeat(64)}`

const known = (text: string): Move['versions']['after'] => {
  const version = versionOf(text)
  return version && { version, evidence: `tag ${text}` }
}

const stable = (before: string | null, after: string | null, more: Partial<Move> = {}): Move => ({
  tag: 'stable',
  kind: 'channel',
  before: OLD,
  after: NEW,
  versions: { before: before === null ? null : known(before), after: after === null ? null : known(after) },
  ...more,
})

const version = (before: string | null): Move => ({
  tag: 'v1.2.0',
  kind: 'version',
  before,
  after: NEW,
  versions: { before: null, after: null },
})

describe('kinds of tags', () => {
  test.each([
    ['v1.2.0', 'version'],
    ['1.2.0', 'version'],
    ['v1.2.0-rc.1', 'version'],
    ['v0.0.0-dev', 'version'],
    ['stable', 'channel'],
    ['dev', 'other'],
    ['1.2', 'other'],
    ['v1', 'other'],
    ['vv0.14.1', 'other'],
    ['v.0.0.7', 'other'],
    ['sha-0a1b2c3', 'other'],
  ])('%s is of kind %s', (tag, kind) => {
    expect(kindOf(tag, ['stable'])).toBe(kind)
  })
})

describe('a version tag', () => {
  test('is made once', () => {
    expect(judge(version(null), 'strict')).toEqual({ kind: 'moves' })
  })

  test('that points there already is left alone, guarded or not', () => {
    expect(judge(version(NEW), 'strict')).toEqual({ kind: 'same' })
    expect(judge(version(NEW), 'off')).toEqual({ kind: 'same' })
  })

  test('never moves, and the refusal shows both digests', () => {
    const verdict = judge(version(OLD), 'strict')
    expect(verdict.kind === 'refused' && verdict.why).toBe(
      `v1.2.0 is a version and is published as ${OLD}; it was asked to become ${NEW}.`,
    )
  })

  test('moves when the guard is off', () => {
    expect(judge(version(OLD), 'off')).toEqual({ kind: 'moves' })
  })
})

describe('a channel tag', () => {
  test('goes forward', () => {
    expect(judge(stable('v1.1.0', 'v1.2.0'), 'strict')).toEqual({ kind: 'moves' })
    expect(judge(stable('v1.2.0-rc.1', 'v1.2.0'), 'strict')).toEqual({ kind: 'moves' })
    expect(judge(stable(null, 'v1.2.0', { before: null }), 'strict')).toEqual({ kind: 'moves' })
  })

  test.each([
    ['v1.3.0', 'v1.2.1', 'shows 1.3.0 (tag v1.3.0) and was asked to go back to 1.2.1'],
    ['v1.2.0', '1.2.0', 'shows 1.2.0 already, as another image'],
    ['v1.2.0', 'v1.3.0-rc.1', 'is a pre-release'],
    ['v1.2.0', null, 'no version tag points at'],
    [null, 'v1.2.0', 'whether 1.2.0 is newer cannot be told'],
  ])('does not go from %s to %s', (before, after, why) => {
    const verdict = judge(stable(before, after), 'strict')
    expect(verdict.kind === 'refused' && verdict.why).toContain(why)
    expect(judge(stable(before, after), 'off')).toEqual({ kind: 'moves' })
  })

  test('does not start at a pre-release', () => {
    expect(judge(stable(null, 'v1.0.0-rc.1', { before: null }), 'strict')).toMatchObject({ kind: 'refused' })
  })

  test('rises through any sequence of requests', () => {
    const part = fc.nat(3)
    const versions = fc
      .tuple(part, part, part, fc.option(fc.constantFrom('rc.1', 'beta.2')))
      .map(([major, minor, patch, pre]) => `v${major}.${minor}.${patch}${pre === null ? '' : `-${pre}`}`)
    fc.assert(
      fc.property(fc.array(versions, { minLength: 1, maxLength: 20 }), (asked) => {
        let shown: string | null = null
        for (const next of asked) {
          const verdict = judge(stable(shown, next, shown === null ? { before: null } : {}), 'strict')
          if (verdict.kind !== 'moves') continue
          if (shown !== null) expect(semver.gt(next, shown)).toBe(true)
          expect(semver.prerelease(next)).toBeNull()
          shown = next
        }
        // Nothing that could have been shown was withheld.
        const releases = asked.filter((text) => semver.prerelease(text) === null).sort(semver.rcompare)
        expect(shown && semver.parse(shown)?.version).toBe(
          releases[0] === undefined ? null : semver.parse(releases[0])?.version,
        )
      }),
    )
  })
})
