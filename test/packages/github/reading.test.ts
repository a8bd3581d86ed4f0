import { describe, expect, it } from 'vitest'
import {
  blobName,
  commitsSince,
  compare,
  listFiles,
  newestCommits,
  parseRepository,
  readBlob,
  RepositoryHistory,
  resolveCommit,
  runPlace,
  tagCommit,
} from '../../../packages/github/index.ts'
import { ServiceError, UserError } from '../../../packages/plan/index.ts'
import { aWorld, NAME, OPERATOR } from './worlds.ts'

const commit = (world: Awaited<ReturnType<typeof aWorld>>['world'], message: string, branch = 'main') =>
  world.github.commit(NAME, branch, { message, author: 'ada', files: { 'CHANGES.md': message } })

describe('the name of a repository', () => {
  it('is an owner and a name', () => {
    expect(parseRepository(' project-codeflare/codeflare-operator ', 'x')).toEqual(OPERATOR)
  })

  it.each(['', 'codeflare', 'a/b/c', '../b', 'a/..', 'https://github.com/a/b', 'a/b c', '-a/b'])(
    'is not %j',
    (text) => {
      expect(() => parseRepository(text, 'Input “repository”')).toThrow(UserError)
    },
  )
})

describe('where a run is', () => {
  const runner = {
    GITHUB_REPOSITORY: NAME,
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
  }

  it('is the repository that runs and its branch, unless another is named', () => {
    expect(runPlace(runner, '')).toEqual({
      repository: OPERATOR,
      trigger: { sha: runner.GITHUB_SHA, branch: 'main' },
      isTrial: false,
    })
    expect(runPlace(runner, NAME.toUpperCase()).trigger).not.toBeNull()
    expect(runPlace(runner, 'ray-project/kuberay').trigger).toBeNull()
  })

  it('has no branch when a tag was pushed, and no commit to keep for a pull request', () => {
    expect(runPlace({ ...runner, GITHUB_REF_TYPE: 'tag', GITHUB_REF: 'refs/tags/v1.4' }, '').trigger).toEqual({
      sha: runner.GITHUB_SHA,
      branch: null,
    })
    expect(runPlace({ ...runner, GITHUB_REF: 'refs/pull/7/merge' }, '')).toMatchObject({ trigger: null, isTrial: true })
  })

  it('has to be said on a laptop', () => {
    expect(() => runPlace({}, '')).toThrow('Input “repository” is missing')
  })
})

describe('commits', () => {
  it('are found by branch, tag and hash, or not', async () => {
    const { world, github } = await aWorld()
    const head = await commit(world, 'feat: a')
    await world.github.tag(NAME, 'v1.0.0', { message: 'annotated' })
    for (const name of ['main', 'v1.0.0', head]) expect(await resolveCommit(github, OPERATOR, name, 'x')).toBe(head)
    expect(await tagCommit(github, OPERATOR, 'v1.0.0')).toBe(head)
    expect(await tagCommit(github, OPERATOR, 'v1.0')).toBeNull()
    await expect(resolveCommit(github, OPERATOR, 'nowhere', 'Input “target”')).rejects.toThrow(
      `Input “target”: ${NAME} has no commit, branch or tag “nowhere”.`,
    )
  })

  it('of more than one page come whole, oldest first, and the first page only once', async () => {
    const { world, github } = await aWorld()
    const start = (await world.github.resolve(NAME, 'main')) ?? ''
    for (let number = 1; number <= 130; number += 1) await commit(world, `fix: number ${number}`)
    const head = (await world.github.resolve(NAME, 'main')) ?? ''
    const history = new RepositoryHistory(github, OPERATOR)
    world.requests.clear()
    expect(await history.contains(head, start)).toBe(true)
    expect(await history.contains(start, head)).toBe(false)
    const commits = await history.since(start, head)
    expect(commits.map(({ message }) => message)).toEqual(
      Array.from({ length: 130 }, (_, index) => `fix: number ${index + 1}`),
    )
    expect(commits[0]).toMatchObject({ author: 'ada', parents: 1 })
    expect(world.requests.all).toHaveLength(3)
    expect(await commitsSince(github, OPERATOR, start, head)).toEqual(commits)
    expect(await newestCommits(github, OPERATOR, head)).toEqual(commits.slice(30))
  })

  it('are compared as ancestor, descendant or neither', async () => {
    const { world, github } = await aWorld()
    const base = (await world.github.resolve(NAME, 'main')) ?? ''
    await world.github.branch(NAME, 'release-1.0', base)
    const [ahead, beside] = [await commit(world, 'a'), await commit(world, 'b', 'release-1.0')]
    const statuses = await Promise.all(
      [
        [base, base],
        [base, ahead],
        [ahead, base],
        [ahead, beside],
        [ahead, 'f'.repeat(40)],
      ].map(async ([from = '', to = '']) => (await compare(github, OPERATOR, from, to))?.status),
    )
    expect(statuses).toEqual(['identical', 'ahead', 'behind', 'diverged', undefined])
  })
})

describe('files', () => {
  it('are listed at a commit, all or below a directory, with their modes', async () => {
    const { world, github } = await aWorld()
    const head = await world.github.commit(NAME, 'main', {
      message: 'x',
      files: {
        'config/crd/a.yaml': 'a\n',
        'config/crd/deep/b.yaml': 'b\n',
        'config/crdx.yaml': 'no\n',
        'run.sh': 'sh\n',
      },
      executables: ['run.sh'],
    })
    expect([...(await listFiles(github, OPERATOR, head))].map(([path, { mode }]) => `${mode} ${path}`).sort()).toEqual([
      '100644 README.md',
      '100644 config/crd/a.yaml',
      '100644 config/crd/deep/b.yaml',
      '100644 config/crdx.yaml',
      '100755 run.sh',
    ])
    const below = await listFiles(github, OPERATOR, head, 'config/crd/')
    expect([...below.keys()]).toEqual(['config/crd/a.yaml', 'config/crd/deep/b.yaml'])
    expect((await readBlob(github, OPERATOR, below.get('config/crd/a.yaml')?.blob ?? '')).toString()).toBe('a\n')
    expect(below.get('config/crd/a.yaml')?.blob).toBe(blobName(Buffer.from('a\n')))
    expect(await listFiles(github, OPERATOR, head, 'config/none')).toEqual(new Map())
    expect(await listFiles(github, OPERATOR, head, 'README.md')).toEqual(new Map())
  })

  it('of a tree that GitHub cuts off are read directory by directory', async () => {
    const { world, github } = await aWorld()
    const head = await world.github.commit(NAME, 'main', {
      message: 'x',
      files: { 'a/b/c.yaml': 'c\n', 'a/d.yaml': 'd\n' },
    })
    const whole = await listFiles(github, OPERATOR, head)
    const body = { sha: head, url: 'u', truncated: true, tree: [] }
    world.faults.add({
      service: 'github',
      path: /recursive/,
      fault: { kind: 'status', status: 200, body, headers: { 'content-type': 'application/json' } },
    })
    // A map is equal to another whatever the order.
    expect(await listFiles(github, OPERATOR, head)).toEqual(whole)
    expect(world.faults.hits).toBe(1)
  })

  it('that arrive with other bytes than asked for are refused', async () => {
    const { world, github } = await aWorld()
    const body = { sha: 'a'.repeat(40), content: Buffer.from('evil').toString('base64'), encoding: 'base64' }
    world.faults.add({
      service: 'github',
      fault: { kind: 'status', status: 200, body, headers: { 'content-type': 'application/json' } },
    })
    await expect(readBlob(github, OPERATOR, 'a'.repeat(40))).rejects.toThrow(ServiceError)
  })
})
