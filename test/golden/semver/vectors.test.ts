import { describe, expect, it } from 'vitest'
import {
  compareVersions,
  decideVersion,
  isPrerelease,
  parseVersion,
  parts,
  readVersion,
  releaseOf,
  templateFromPrefix,
} from '../../../packages/versions/index.ts'
import vectors from './vectors.json' with { type: 'json' }

const version = (text: string) => parseVersion(text, 'vector')

describe('by the vectors of semver', () => {
  it.each(vectors.greater)('$greater is greater than $less', ({ greater, less }) => {
    expect(compareVersions(version(greater), version(less))).toBeGreaterThan(0)
    expect(compareVersions(version(less), version(greater))).toBeLessThan(0)
  })

  it.each(vectors.valid)('$version is valid', ({ version: text, ...numbers }) => {
    expect(readVersion(text)).toBe(text)
    expect(parts(version(text))).toMatchObject(numbers)
  })

  it.each(vectors.invalid)('$text is none: $why', ({ text }) => {
    expect(readVersion(text)).toBeNull()
  })

  const released = vectors.increments.filter(({ from }) => !isPrerelease(version(from)))
  it.each(released)('$from, $step: $to', async ({ from, step, to }) => {
    const bump = (['major', 'minor', 'patch'] as const).find((name) => name === step)
    const decision = await decideVersion(
      {
        version: null,
        bump: bump ?? 'auto',
        prereleaseId: 'rc',
        line: null,
        template: templateFromPrefix('v', 'x'),
        target: 'head',
      },
      {
        tags: () => Promise.resolve([`v${from}`]),
        commitOf: () => Promise.resolve('old'),
        contains: (head, commit) => Promise.resolve(head === 'head' || commit === 'old'),
        since: () => Promise.resolve([]),
      },
    )
    expect([bump, decision.version]).toEqual([step, to])
  })

  it.each(vectors.increments.filter(({ step }) => step === 'release'))('$from, $step: $to', ({ from, to }) => {
    expect(releaseOf(version(from))).toBe(to)
  })

  it('which are there', () => {
    expect(Object.values(vectors).map((list) => list.length)).toEqual([19, 21, 7, 16])
  })
})
