import { describe, expect, it } from 'vitest'
import {
  autoMerge,
  branchHead,
  commitFiles,
  createTag,
  findRelease,
  floatTag,
  FollowedPull,
  listFiles,
  planFork,
  planRelease,
  tagCommit,
  waitUntilMerged,
  wantedDigest,
} from '../../../packages/github/index.ts'
import { apply, type Change, UserError } from '../../../packages/plan/index.ts'
import { aWorld, NAME, OPERATOR, type Scene } from './worlds.ts'

const head = async ({ world }: Scene): Promise<string> => (await world.github.resolve(NAME, 'main')) ?? ''
const made = (change: Change | null): Change[] => (change === null ? [] : [change])
const refusal = async (run: Promise<unknown>): Promise<UserError> => {
  const error: unknown = await run.catch((thrown: unknown) => thrown)
  if (error instanceof UserError) return error
  throw new Error(`expected a UserError, found ${String(error)}`)
}

describe('a version tag', () => {
  it('is annotated, and there when it leads to the same commit', async () => {
    const scene = await aWorld()
    const wish = { tag: 'v1.0.0', commit: await head(scene), message: 'Release v1.0.0' }
    await apply(made(await createTag(scene.github, OPERATOR, wish, 'a test')))
    expect(await tagCommit(scene.github, OPERATOR, 'v1.0.0')).toBe(wish.commit)
    const ref = await fetch(`${scene.world.github.url}/api/v3/repos/${NAME}/git/ref/tags/v1.0.0`)
    expect(await ref.json()).toMatchObject({ object: { type: 'tag' } })
    expect(await createTag(scene.github, OPERATOR, wish, 'a test')).toBeNull()
  })

  it('never moves', async () => {
    const scene = await aWorld()
    const first = await head(scene)
    await scene.world.github.tag(NAME, 'v1.0.0', { message: 'x' })
    const second = await scene.world.github.commit(NAME, 'main', { message: 'more', files: { a: 'b' } })
    const error = await refusal(
      createTag(scene.github, OPERATOR, { tag: 'v1.0.0', commit: second, message: 'x' }, 'a test'),
    )
    expect(error.message).toBe(`Tag v1.0.0 of ${NAME} is on commit ${first}, not on ${second}.`)
  })

  it('that somebody else makes meanwhile is not overwritten', async () => {
    const scene = await aWorld()
    const change = await createTag(
      scene.github,
      OPERATOR,
      { tag: 'v1.0.0', commit: await head(scene), message: 'x' },
      'a test',
    )
    const other = await scene.world.github.commit(NAME, 'main', { message: 'more', files: { a: 'b' } })
    await scene.world.github.tag(NAME, 'v1.0.0')
    await expect(apply(made(change))).rejects.toThrow('was absent when this run planned')
    expect(await tagCommit(scene.github, OPERATOR, 'v1.0.0')).toBe(other)
  })

  it.each([
    [true, 'Releases are immutable here, so most likely one had this tag once: such a name is burnt for ever'],
    [false, 'A ruleset of the repository or the organization restricts it'],
  ])(
    'that GitHub does not take is burnt or restricted, as releases are immutable (%s) or not',
    async (immutable, advice) => {
      const scene = await aWorld()
      scene.world.github.setImmutableReleases(NAME, immutable)
      const wish = { tag: 'v1.0.0', commit: await head(scene), message: 'x', isNew: true }
      const change = await createTag(scene.github, OPERATOR, wish, 'a test')
      scene.world.faults.add({
        service: 'github',
        method: 'POST',
        path: /git\/refs$/,
        fault: {
          kind: 'status',
          status: 422,
          body: { message: 'Repository rule violations found\n\nCannot create ref due to creations being restricted.' },
        },
      })
      expect((await refusal(apply(made(change)))).advice).toContain(advice)
    },
  )

  it('that floats moves forward without a release', async () => {
    const scene = await aWorld()
    const first = await head(scene)
    await apply(made(await floatTag(scene.github, OPERATOR, 'v1', first, 'a test')))
    const second = await scene.world.github.commit(NAME, 'main', { message: 'more', files: { a: 'b' } })
    const move = await floatTag(scene.github, OPERATOR, 'v1', second, 'a test')
    expect(move).toMatchObject({ action: 'move', before: first, after: second })
    await apply(made(move))
    expect(await floatTag(scene.github, OPERATOR, 'v1', second, 'a test')).toBeNull()
    expect(await findRelease(scene.github, OPERATOR, 'v1')).toBeNull()
  })
})

describe('a release', () => {
  const wish = {
    tag: 'v1.0.0',
    name: 'v1.0.0',
    body: 'News.',
    prerelease: false,
    latest: true,
    until: 'published',
  } as const

  it('is a draft before it is published, and then left alone', async () => {
    const scene = await aWorld()
    await scene.world.github.tag(NAME, 'v1.0.0')
    const plan = await planRelease(scene.github, OPERATOR, wish, 'a test')
    expect(plan.changes.map(({ before, after }) => [before, after])).toEqual([
      [null, 'draft'],
      ['draft', 'published'],
    ])
    await apply(plan.changes)
    expect(plan.seen()).toMatchObject({ draft: false, body: 'News.', tag: 'v1.0.0' })
    expect((await planRelease(scene.github, OPERATOR, { ...wish, body: 'Other' }, 'a test')).changes).toEqual([])
  })

  it('works where releases are immutable', async () => {
    const scene = await aWorld()
    scene.world.github.setImmutableReleases(NAME, true)
    await scene.world.github.tag(NAME, 'v1.0.0')
    await apply((await planRelease(scene.github, OPERATOR, wish, 'a test')).changes)
    expect(await findRelease(scene.github, OPERATOR, 'v1.0.0')).toMatchObject({ draft: false })
  })

  it('whose commit changes workflows is refused by GitHub with a bare 404; the reason is told', async () => {
    const scene = await aWorld()
    const { changes } = await planRelease(scene.github, OPERATOR, wish, 'a test')
    scene.world.faults.add({
      service: 'github',
      method: 'POST',
      fault: { kind: 'status', status: 404, body: { message: 'Not Found' } },
    })
    expect((await refusal(apply(changes))).advice).toContain('.github/workflows')
  })
})

describe('a commit of files', () => {
  const files = new Map([
    ['README.md', Buffer.from('Better\n')],
    ['new.txt', Buffer.from('new\n')],
  ])
  const plan = async (scene: Scene, before: string) =>
    commitFiles(
      scene.github,
      OPERATOR,
      { branch: 'main', files, message: 'docs: better\n\nBody.', before },
      'a test',
      () => undefined,
    )

  it('writes all of them at once, and knows them again', async () => {
    const scene = await aWorld()
    const before = (await (await plan(scene, '')).probe()) ?? ''
    const change = await plan(scene, before)
    await apply([change])
    expect(await change.probe()).toBe(wantedDigest(files))
    expect([...(await listFiles(scene.github, OPERATOR, await head(scene))).keys()]).toEqual(['README.md', 'new.txt'])
    const answer = await fetch(`${scene.world.github.url}/api/v3/repos/${NAME}/commits/main`)
    expect(await answer.json()).toMatchObject({ commit: { message: 'docs: better\n\nBody.' } })
  })

  it('on files that somebody else changed is refused before anything is written', async () => {
    const scene = await aWorld()
    const change = await plan(scene, (await (await plan(scene, '')).probe()) ?? '')
    const other = await scene.world.github.commit(NAME, 'main', { message: 'x', files: { 'README.md': 'Mine\n' } })
    await expect(apply([change])).rejects.toThrow(UserError)
    expect(await head(scene)).toBe(other)
  })

  it('depends on the content alone, not on the order of the paths', () => {
    expect(wantedDigest(new Map([...files].reverse()))).toBe(wantedDigest(files))
    expect(wantedDigest(new Map([['README.md', null]]))).not.toBe(
      wantedDigest(new Map([['README.md', Buffer.from('')]])),
    )
  })
})

describe('a pull request', () => {
  /** A pull request from `update` with one changed file. */
  const opened = async (scene: Scene, content = 'Better\n'): Promise<FollowedPull> => {
    await scene.world.github.commit(NAME, 'update', { message: 'docs: better', files: { 'README.md': content } })
    await scene.world.github.pullRequest(NAME, { title: 'Better', head: 'update' })
    return FollowedPull.find(scene.github, {
      repository: OPERATOR,
      base: 'main',
      headOwner: OPERATOR.owner,
      branch: 'update',
    })
  }

  it('that conflicts is not merged, and says so', async () => {
    const scene = await aWorld()
    const pull = await opened(scene)
    await scene.world.github.commit(NAME, 'main', { message: 'x', files: { 'README.md': 'Mine\n' } })
    expect((await refusal(apply(made(await autoMerge(scene.github, pull, 'squash', 'a test'))))).message).toContain(
      'conflicts with main',
    )
  })

  it('with a failed check that is not required is not merged behind anybody’s back', async () => {
    const scene = await aWorld()
    const pull = await opened(scene)
    await scene.world.github.setChecks(NAME, 'failure')
    const error = await refusal(apply(made(await autoMerge(scene.github, pull, 'squash', 'a test'))))
    expect(error.advice).toContain('Make the checks that matter required')
    expect((await pull.look())?.state).toBe('open')
  })

  it('is waited for, rarely and for so long', async () => {
    const scene = await aWorld()
    const pull = await opened(scene)
    const now = (): number => scene.waits.reduce((sum, wait) => sum + wait, 0)
    await expect(waitUntilMerged(scene.github, pull, { timeoutMs: 60_000, now })).rejects.toThrow(
      'was not merged within 1 min.',
    )
    expect(now()).toBeLessThanOrEqual(60_000)
    expect(scene.waits.length).toBeLessThan(8)
  })

  it('is known as merged by the commit that did it', async () => {
    const scene = await aWorld()
    const pull = await opened(scene)
    const mergeCommit = await scene.world.github.mergePullRequest(NAME, 1, { method: 'squash' })
    expect(await waitUntilMerged(scene.github, pull, { timeoutMs: 0, now: () => 0 })).toMatchObject({ mergeCommit })
    expect(scene.waits).toEqual([])
  })

  it('that is closed is not waited for', async () => {
    const scene = await aWorld()
    const pull = await opened(scene)
    await fetch(`${scene.world.github.url}/api/v3/repos/${NAME}/pulls/1`, {
      method: 'PATCH',
      headers: { authorization: 'token x' },
      body: '{"state":"closed"}',
    })
    expect((await refusal(waitUntilMerged(scene.github, pull, { timeoutMs: 1, now: () => 0 }))).message).toContain(
      'was closed without being merged',
    )
  })
})

describe('a fork', () => {
  it('is made once, and another repository of its name is not taken for it', async () => {
    const scene = await aWorld()
    const plan = await planFork(scene.github, OPERATOR, 'release-manager', 'a test')
    await apply(made(plan.change))
    expect(await branchHead(scene.github, plan.fork, 'main')).toBe(await head(scene))
    expect((await planFork(scene.github, OPERATOR, 'release-manager', 'a test')).change).toBeNull()
    await scene.world.github.createRepository('somebody/codeflare-operator', { files: { a: 'b' } })
    expect((await refusal(planFork(scene.github, OPERATOR, 'somebody', 'a test'))).message).toContain('not a fork of')
  })
})
