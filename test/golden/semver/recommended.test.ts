import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeCommits, readVersion, strongestBump } from '../../../packages/versions/index.ts'
import ranges from './recommended.json' with { type: 'json' }

type Range = (typeof ranges)[number]

const readme = readFileSync(new URL('../../../packages/versions/README.md', import.meta.url), 'utf8')

const ours = ({ from, messages }: Range, breaksEarly?: 'major'): string =>
  strongestBump(judgeCommits(messages, readVersion(from.slice(1)), breaksEarly)) ?? 'patch'

/** Where we differ on purpose, by the first message: theirs, ours, and the words of packages/versions/README.md. */
const EXPLAINED = new Map([
  ['FEAT: types are not case sensitive', ['patch', 'minor', 'a type in capitals']],
  ['fix: a\n\nbreaking change: has to be upper case', ['major', 'patch', '`breaking change:` in small letters']],
  ['feat: a > revert: feat: a\n\nRefs:', ['minor', 'patch', '`revert:` with `Refs:` to an unreleased commit']],
  ['feat: a (#12) > Revert', ['minor', 'patch', 'the revert button of a pull request']],
  ['Add the quota check (#7)', ['patch', 'minor', 'a squashed pull request whose title follows no convention']],
  ['fix: one thing (#7)', ['patch', 'major', '`!` in a listed commit of a squashed pull request']],
])

describe('beside conventional-recommended-bump', () => {
  const real = ranges.filter(({ repository }) => repository !== 'cases')
  it.each(real)('$repository $to is the same step', (range) => {
    // Before 1.0.0 a breaking change is major only when asked for; the peer's preset knows no such time unless told.
    expect(ours(range, 'major')).toBe(range.recommended)
    const young = range.from.startsWith('v0.') && range.recommended === 'major'
    expect(ours(range)).toBe(young ? 'minor' : range.recommended)
  })

  it.each(ranges.filter(({ repository }) => repository === 'cases'))('case $to is the same, or explained', (range) => {
    const text = range.messages.map(({ message }) => message).join(' > ')
    const difference = [...EXPLAINED].find(([begin]) => text.startsWith(begin))?.[1]
    const [theirs, mine, words] = difference ?? [range.recommended, range.recommended, '']
    expect([range.recommended, ours(range)]).toEqual([theirs, mine])
    expect(readme).toContain(words)
  })

  it('is told of every release and every case that is recorded', () => {
    expect([real.length, ranges.length - real.length]).toEqual([75, 23])
  })
})
