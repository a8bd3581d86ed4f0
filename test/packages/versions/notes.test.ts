import { describe, expect, it } from 'vitest'
import { type Commit, cutNotes, judgeCommits, renderNotes, versionOf } from '../../../packages/versions/index.ts'

const place = { url: 'https://github.com/project-codeflare/instascale', tag: 'v0.4.0', previousTag: 'v0.3.1' }
const notes = (...commits: readonly Partial<Commit>[]) =>
  renderNotes(
    judgeCommits(
      commits.map((commit, index) => ({ sha: String(index + 1).repeat(40), message: 'x', parents: 1, ...commit })),
      versionOf(1, 0, 0),
    ),
    place,
  )

describe('release notes', () => {
  it('group what is new, with links and authors, breaking changes first', () => {
    expect(
      notes(
        { message: 'fix(controller): close the watch (#9)', author: 'ada' },
        {
          message: 'feat: machine pools (#10)\n\nBREAKING CHANGE: the field `scale`\nis gone.\n\nMore.',
          author: 'grace',
        },
        { message: 'feat: quotas', author: 'ada' },
        { message: 'Bump golang.org/x/net (#11)', author: 'dependabot[bot]' },
        { message: 'Tidy up' },
        { message: 'Merge pull request #10 from a/b', parents: 2 },
      ),
    ).toBe(`### Breaking changes

- machine pools ([#10](https://github.com/project-codeflare/instascale/pull/10)) by @grace
  the field \`scale\` is gone.

### Features

- quotas ([3333333](https://github.com/project-codeflare/instascale/commit/3333333333333333333333333333333333333333)) by @ada

### Fixes

- **controller:** close the watch ([#9](https://github.com/project-codeflare/instascale/pull/9)) by @ada

### Dependencies

- Bump golang.org/x/net ([#11](https://github.com/project-codeflare/instascale/pull/11)) by dependabot[bot]

### Other changes

- Tidy up ([5555555](https://github.com/project-codeflare/instascale/commit/5555555555555555555555555555555555555555))

**Full changelog**: https://github.com/project-codeflare/instascale/compare/v0.3.1...v0.4.0
`)
  })

  it('welcome whoever contributed for the first time', () => {
    expect(renderNotes([], place, [{ login: 'grace', pullRequest: 10 }])).toContain(
      '### First contributions\n\n- @grace with [#10](https://github.com/project-codeflare/instascale/pull/10)\n',
    )
  })

  it('say so when nothing is new, and link the whole history before the first release', () => {
    expect(renderNotes([], { ...place, previousTag: null })).toBe(
      'No changes.\n\n**Full changelog**: https://github.com/project-codeflare/instascale/commits/v0.4.0\n',
    )
  })

  it('leave out what was taken back before anybody had it', () => {
    const sha = 'ab'.repeat(20)
    expect(
      notes({ message: 'feat: oops', sha }, { message: `Revert "feat: oops"\n\nThis reverts commit ${sha}.` }),
    ).toContain('No changes.')
  })

  it('take the words of a commit as words: no HTML, nobody notified', () => {
    const text = notes({ message: 'fix: <img src=x> for @everyone & all' })
    expect(text).toContain('&lt;img src=x> for @\u200Beveryone &amp; all')
  })

  it('are cut at a whole line with a link to the rest', () => {
    const whole = Array.from({ length: 50 }, (_, index) => `- line ${index}`).join('\n')
    expect(cutNotes(whole, place, 1000)).toBe(whole)
    const cut = cutNotes(whole, place, 300)
    expect(cut.length).toBeLessThanOrEqual(300)
    const [kept = '', note = ''] = cut.split('\n\n*Cut here')
    expect(whole.startsWith(`${kept}\n`)).toBe(true)
    expect(note).toContain('compare/v0.3.1...v0.4.0')
  })
})
