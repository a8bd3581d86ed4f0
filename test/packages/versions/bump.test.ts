import { describe, expect, it } from 'vitest'
import { type Commit, judgeCommits, readMessage, strongestBump, versionOf } from '../../../packages/versions/index.ts'

const RELEASED = versionOf(1, 3, 0)

/** Commits oldest first, with hashes that begin with their position: 1…, 2…, 3…. */
const commits = (...messages: string[]): Commit[] =>
  messages.map((message, index) => ({ sha: String(index + 1).repeat(40), message, parents: 1 }))

const judged = (...messages: string[]) =>
  judgeCommits(commits(...messages), RELEASED).map(({ bump, because }) => `${bump}: ${because}`)

describe('what one commit asks for', () => {
  it.each([
    ['feat: read the lock file', 'minor: feat'],
    ['feat(raycluster)!: drop v1alpha1', 'major: breaking'],
    ['refactor!: drop support for Node 6', 'major: breaking'],
    ['FEAT: shout', 'minor: feat'],
    ['fix: close the file', 'patch: fix'],
    ['perf: read once', 'patch: perf'],
    ['docs: spell it right', 'patch: docs'],
    ['chore(deps): bump ray to v1.1.0', 'patch: chore'],
    ['Update the README', 'patch: follows no convention'],
    ['feat:no space after the colon', 'patch: follows no convention'],
    ['Revert "something long released"', 'patch: revert'],
    ['revert: let us never again speak of the noodle incident\n\nRefs: 676104e, a215868', 'patch: revert'],
  ])('%j', (message, expected) => {
    expect(judged(message)).toEqual([expected])
  })

  // Examples of conventionalcommits.org v1.0.0.
  it.each([
    'feat: allow provided config object to extend other configs\n\nBREAKING CHANGE: `extends` key in config file is now used for extending other config files',
    'feat!: send an email to the customer when a product is shipped',
    'feat(api)!: send an email to the customer when a product is shipped',
    'chore!: drop support for Node 6\n\nBREAKING CHANGE: use JavaScript features not available in Node 6.',
    'fix: a\n\nReviewed-by: Z\nBREAKING-CHANGE: b',
  ])('%j breaks', (message) => {
    expect(judged(message)).toEqual(['major: breaking'])
  })

  it.each([
    'fix: note that breaking changes are not expected',
    'fix: a\n\nbreaking change: lower case is no footer',
    'fix: a\n\nThis is no BREAKING CHANGE: it stands within a line.',
    'fix: a\n\nBREAKING CHANGES are listed elsewhere',
  ])('%j does not break', (message) => {
    expect(judged(message)).toEqual(['patch: fix'])
  })

  it('breaks only the minor number before 1.0.0, and before the first release', () => {
    for (const previous of [versionOf(0, 7, 2), null]) {
      const [commit] = judgeCommits(commits('feat!: rename the flag'), previous)
      expect(commit).toMatchObject({ bump: 'minor', because: 'breaking, before 1.0.0' })
    }
  })

  it('keeps the words of the break and the number of the pull request', () => {
    expect(
      readMessage(
        'feat(sdk)!: new cluster API (#417)\n\nBREAKING CHANGE: Cluster.up() is gone.\n\nSigned-off-by: A <a@example.com>',
      ),
    ).toEqual({
      type: 'feat',
      scope: 'sdk',
      subject: 'new cluster API (#417)',
      breaking: 'Cluster.up() is gone.',
      reverts: [],
      pullRequest: 417,
    })
  })
})

describe('a squashed pull request', () => {
  it('counts by its title', () => {
    expect(judged('fix: one thing (#7)\n\n* feat: begin\n\n* wip')).toEqual(['patch: fix'])
  })

  it('counts by the strongest of its commits when the title follows no convention', () => {
    expect(judged('Add the quota check (#7)\n\n* fix: typo\n\n* feat: check quotas')).toEqual(['minor: feat'])
    expect(readMessage('Add the quota check (#7)\n\n* feat: check quotas').subject).toBe('Add the quota check (#7)')
  })

  it('breaks when any of its commits breaks', () => {
    expect(judged('fix: one thing (#7)\n\n* refactor!: drop the flag')).toEqual(['major: breaking'])
  })
})

describe('merges', () => {
  it('count nothing, their commits count', () => {
    const merge: Commit = { sha: 'f'.repeat(40), message: 'Merge pull request #7 from a/b\n\nfeat: quotas', parents: 2 }
    expect(judgeCommits([...commits('feat: quotas'), merge], RELEASED).map(({ bump }) => bump)).toEqual(['minor', null])
  })
})

describe('the pull request that a merge brought', () => {
  const commit = (sha: string, message: string, ...parentShas: string[]): Commit => ({
    sha,
    message,
    parents: parentShas.length,
    parentShas,
  })
  const pulls = (...list: Commit[]) =>
    Object.fromEntries(judgeCommits(list, RELEASED).map(({ sha, pullRequest }) => [sha, pullRequest]))

  it('is that of its commits, and of no others', () => {
    expect(
      pulls(
        commit('a', 'fix: on main', 'released'),
        commit('b', 'feat: begin', 'released'),
        commit('c', 'feat: go on (#5)', 'b'),
        commit('d', "Merge branch 'main' into quotas", 'c', 'a'),
        commit('m', 'Merge pull request #7 from ada/quotas\n\nQuotas', 'a', 'd'),
        commit('e', 'fix: after', 'm'),
      ),
    ).toEqual({ a: null, b: 7, c: 5, d: 7, m: null, e: null })
  })

  it('is found behind the merge of a branch into another', () => {
    expect(
      pulls(
        commit('b', 'feat: begin', 'released'),
        commit('m', 'Merge pull request #7 from ada/quotas', 'released', 'b'),
        commit('c', 'fix: on develop', 'm'),
        commit('d', "Merge branch 'develop'", 'released', 'c'),
      ),
    ).toEqual({ b: 7, m: null, c: null, d: null })
  })
})

describe('a revert', () => {
  it.each([
    ["git's spelling", `Revert "feat: quotas"\n\nThis reverts commit ${'1'.repeat(40)}.`],
    [
      'the spelling of the button on a pull request',
      'Revert "feat: quotas (#12)" (#13)\n\nReverts project-codeflare/mcad#12',
    ],
    ['the type revert with a footer', `revert: feat: quotas\n\nRefs: ${'1'.repeat(7)}`],
    ['the first line alone', 'Revert "feat: quotas (#12)"'],
  ])('in %s cancels what is not released yet', (_, message) => {
    expect(judged('feat: quotas (#12)', message)).toEqual([
      'null: reverted by 2222222',
      'null: reverts unreleased work',
    ])
    expect(
      strongestBump(
        judgeCommits(
          commits(
            'fix: a',
            'feat: quotas (#12)',
            message.replaceAll('1'.repeat(40), '2'.repeat(40)).replace('1111111', '2222222'),
          ),
          RELEASED,
        ),
      ),
    ).toBe('patch')
  })

  it('of a revert brings the change back', () => {
    const [one, two] = ['1'.repeat(40), '2'.repeat(40)]
    expect(
      judged(
        'feat: quotas',
        `Revert "feat: quotas"\n\nThis reverts commit ${one}.`,
        `Revert "Revert "feat: quotas""\n\nThis reverts commit ${two}.`,
      ),
    ).toEqual(['minor: feat', 'null: reverted by 3333333', 'null: reverts unreleased work'])
  })

  it('of work that is partly released is a change of its own', () => {
    expect(judged('feat: quotas', `revert: both\n\nRefs: ${'1'.repeat(7)}, ${'a'.repeat(7)}`)).toEqual([
      'null: reverted by 2222222',
      'patch: revert',
    ])
  })
})

describe('all commits together', () => {
  it('ask for the strongest bump among them, or for none', () => {
    expect(strongestBump(judgeCommits(commits('fix: a', 'feat: b', 'docs: c'), RELEASED))).toBe('minor')
    expect(strongestBump([])).toBeNull()
  })
})

describe('hostile messages', () => {
  it.each([
    ['a'.repeat(200_000)],
    ['#'.repeat(100_000)],
    [`feat: ${'('.repeat(100_000)}`],
    [`x\n\n${'a-'.repeat(60_000)}`],
    ['* '.repeat(60_000)],
    [''],
    ['\n\n'],
    ['!: '],
  ])('are read in linear time (%#)', (message) => {
    const start = performance.now()
    readMessage(message)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
