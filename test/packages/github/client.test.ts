import { describe, expect, it } from 'vitest'
import {
  branchHead,
  createBranch,
  getRepository,
  GitHub,
  orAbsent,
  RequestRefused,
  RequestUnanswered,
} from '../../../packages/github/index.ts'
import { apply, ServiceError } from '../../../packages/plan/index.ts'
import type { Fault } from '../../../packages/sandbox/index.ts'
import { aWorld, NAME, OPERATOR } from './worlds.ts'

const lost: Fault = { kind: 'reset', when: 'after' }

describe('a read', () => {
  it.each<[string, Fault]>([
    ['500', { kind: 'status', status: 500 }],
    ['502 with a page', { kind: 'status', status: 502, body: '<html>' }],
    ['reset', { kind: 'reset', when: 'before' }],
    ['lost', lost],
    ['cut off', { kind: 'truncate' }],
    ['cut off before its first byte', { kind: 'truncate', bytes: 0 }],
  ])('is repeated when its answer is %s, waiting longer each time', async (_, fault) => {
    const { world, github, waits } = await aWorld()
    world.faults.add({ service: 'github', times: 3, fault })
    expect((await getRepository(github, OPERATOR)).defaultBranch).toBe('main')
    expect(world.faults.hits).toBe(3)
    const bounds = [1000, 2000, 4000]
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(bounds[index] ?? Number.NaN)
      expect(wait).toBeLessThanOrEqual((bounds[index] ?? Number.NaN) * 1.5)
    }
    expect(waits).toHaveLength(3)
  })

  it('is given up after four attempts, saying what was asked and that nothing is lost', async () => {
    const { world, github } = await aWorld()
    world.faults.add({ service: 'github', times: Infinity, fault: { kind: 'status', status: 503 } })
    await expect(getRepository(github, OPERATOR)).rejects.toMatchObject({
      message: `GitHub did not answer GET /repos/${NAME}: status 503.`,
      advice: 'Nothing is lost: run again, and what was done is found done. If it stays so, see githubstatus.com.',
    })
    expect(world.requests.all).toHaveLength(4)
  })

  it('that takes too long counts as unanswered', async () => {
    const hang = Promise.withResolvers<void>()
    const { world, github } = await aWorld({ timeoutMs: 5 })
    world.faults.add({ service: 'github', times: Infinity, fault: { kind: 'delay', wait: () => hang.promise } })
    await expect(getRepository(github, OPERATOR)).rejects.toThrow(`GET /repos/${NAME}: no answer in time.`)
    hang.resolve()
  })

  it('ends with the run', async () => {
    const cancelled = new AbortController()
    const { world, github } = await aWorld({
      signal: cancelled.signal,
      sleep: async () => cancelled.abort(new Error('Cancelled (SIGINT).')),
    })
    world.faults.add({ service: 'github', times: Infinity, fault: { kind: 'status', status: 500 } })
    await expect(getRepository(github, OPERATOR)).rejects.toThrow()
    expect(world.requests.all.length).toBeLessThanOrEqual(1)
  })

  it('that was answered before is asked with If-None-Match, so that it costs nothing', async () => {
    const { world, github } = await aWorld()
    const first = await getRepository(github, OPERATOR)
    expect(await getRepository(github, OPERATOR)).toEqual(first)
    expect(world.requests.all.map(({ status }) => status)).toEqual([200, 304])
  })

  it('sees what changed since it was answered before', async () => {
    const { world, github } = await aWorld()
    const before = await branchHead(github, OPERATOR, 'main')
    const after = await world.github.commit(NAME, 'main', { message: 'more', files: { a: 'b' } })
    expect(await branchHead(github, OPERATOR, 'main')).toBe(after)
    expect(before).not.toBe(after)
  })
})

describe('a rate limit', () => {
  const header = (headers: Record<string, string>, status = 403, body: object = { message: 'no' }): Fault => ({
    kind: 'status',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

  it.each<[string, Fault, number]>([
    ['Retry-After in seconds', { kind: 'status', status: 429, retryAfter: 7 }, 7000],
    [
      'Retry-After as a date',
      header({ date: 'Mon, 15 Jan 2024 10:00:00 GMT', 'retry-after': 'Mon, 15 Jan 2024 10:00:30 GMT' }),
      30_000,
    ],
    [
      'an exhausted hour',
      header({
        date: 'Mon, 15 Jan 2024 10:00:00 GMT',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1705312860',
      }),
      61_000,
    ],
    [
      'the words of a secondary limit',
      header({}, 403, { message: 'You have exceeded a secondary rate limit.' }),
      60_000,
    ],
    ['429 alone', { kind: 'status', status: 429 }, 60_000],
  ])('told by %s is waited out, also by a write', async (_, fault, wait) => {
    const { world, github, waits, told } = await aWorld()
    const head = await branchHead(github, OPERATOR, 'main')
    world.faults.add({ service: 'github', method: 'POST', fault })
    await apply([createBranch(github, OPERATOR, 'release-1.2', head ?? '', 'a test')])
    expect(waits).toEqual([wait])
    expect(told).toEqual([`GitHub’s rate limit: waiting ${wait / 1000} s before POST /repos/${NAME}/git/refs.`])
    expect(await branchHead(github, OPERATOR, 'release-1.2')).toBe(head)
  })

  it('in a GraphQL answer is waited out too', async () => {
    const { world, github, waits } = await aWorld()
    world.faults.add({
      service: 'github',
      path: /graphql/,
      fault: header({}, 200, { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }),
    })
    const data = await github.graphql('viewer', 'query { viewer { login } }', {})
    expect(data).toEqual({ viewer: { login: 'release-manager' } })
    expect(waits).toEqual([60_000])
  })

  it('that lasts longer than a run should stand still ends it, saying for how long', async () => {
    const { world, github, waits } = await aWorld()
    world.faults.add({ service: 'github', fault: { kind: 'status', status: 429, retryAfter: 3000 } })
    const error: unknown = await getRepository(github, OPERATOR).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ServiceError)
    expect(error).toMatchObject({
      message: `GitHub’s rate limit is used up (GET /repos/${NAME}); it is free again in 50 min.`,
    })
    expect(waits).toEqual([])
  })

  it('on creating content is kept by ourselves: at most 80 writes a minute, one at a time', async () => {
    const { github, waits } = await aWorld()
    const head = (await branchHead(github, OPERATOR, 'main')) ?? ''
    const { owner, repo } = OPERATOR
    const branches = Array.from({ length: 81 }, (_, index) => `refs/heads/b${index}`)
    await Promise.all(
      branches.map((ref) => github.request('POST /repos/{owner}/{repo}/git/refs', { owner, repo, ref, sha: head })),
    )
    expect(waits).toHaveLength(1)
    expect(waits[0]).toBeGreaterThan(50_000)
  })
})

describe('a write', () => {
  it.each<[string, Fault, number]>([
    ['lost after it happened', lost, 1],
    ['lost before it happened', { kind: 'reset', when: 'before' }, 2],
    ['a 500', { kind: 'status', status: 500 }, 2],
  ])('whose answer is %s is looked up before it is made again', async (_, fault, attempts) => {
    const { world, github } = await aWorld()
    const head = await branchHead(github, OPERATOR, 'main')
    world.faults.add({ service: 'github', method: 'POST', fault })
    await apply([createBranch(github, OPERATOR, 'release-1.2', head ?? '', 'a test')])
    expect(world.requests.all.filter(({ method }) => method === 'POST')).toHaveLength(attempts)
    expect(world.ledger.writes).toBe(1)
  })

  it('by itself is never repeated', async () => {
    const { world, github } = await aWorld()
    world.faults.add({ service: 'github', method: 'POST', fault: lost })
    const { owner, repo } = OPERATOR
    const sha = (await branchHead(github, OPERATOR, 'main')) ?? ''
    const write = github.request('POST /repos/{owner}/{repo}/git/refs', { owner, repo, ref: 'refs/heads/x', sha })
    await expect(write).rejects.toThrow(RequestUnanswered)
    expect(world.requests.all.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})

describe('a refusal', () => {
  const refused = async (
    status: number,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<RequestRefused> => {
    const { world, github } = await aWorld()
    world.faults.add({
      service: 'github',
      fault: { kind: 'status', status, body, headers: { 'content-type': 'application/json', ...headers } },
    })
    const { owner, repo } = OPERATOR
    const error: unknown = await github
      .request('POST /repos/{owner}/{repo}/pulls', { owner, repo, title: 't', head: 'h', base: 'b' })
      .catch((thrown: unknown) => thrown)
    if (error instanceof RequestRefused) return error
    throw new Error(`expected a RequestRefused, found ${String(error)}`)
  }

  it('of the token says what may be wrong with it', async () => {
    const { message, advice } = await refused(401, { message: 'Bad credentials' })
    expect(message).toBe(`GitHub does not accept the token (POST /repos/${NAME}/pulls: Bad credentials).`)
    expect(advice).toContain('expired')
  })

  it('for want of a permission names it, by the path or as GitHub says it', async () => {
    const body = { message: 'Resource not accessible by integration' }
    expect((await refused(403, body)).advice).toContain('“pull-requests: write”')
    const accepted = { 'x-accepted-github-permissions': 'pull_requests=write,contents=read; issues=write' }
    expect((await refused(403, body, accepted)).advice).toContain('“pull-requests: write” and “contents: read”')
  })

  it('of a path that is not there says that it may be hidden', async () => {
    expect(await refused(404, { message: 'Not Found' })).toMatchObject({
      message: `GitHub finds nothing at POST /repos/${NAME}/pulls.`,
      advice:
        'It does not exist, or the token may not see it: that needs the permission “pull-requests: write” on this repository.',
    })
  })

  it('of values repeats each of GitHub’s reasons', async () => {
    const body = {
      message: 'Validation Failed',
      errors: [
        { resource: 'PullRequest', field: 'head', code: 'invalid' },
        { message: 'No commits between b and h' },
        'odd',
      ],
    }
    expect((await refused(422, body)).message).toBe(
      `GitHub refuses POST /repos/${NAME}/pulls (422): Validation Failed; head: invalid; No commits between b and h; odd.`,
    )
  })

  it('in GraphQL is one too', async () => {
    const { github } = await aWorld()
    const query = 'query ($owner: String!) { repository(owner: $owner, name: "none") { id } }'
    await expect(github.graphql('repository', query, { owner: 'nobody' })).rejects.toMatchObject({ status: 404 })
  })

  it('never shows the token', async () => {
    const { world } = await aWorld()
    const github = new GitHub({ token: 'ghs_very_secret', environment: world.environment() })
    const error: unknown = await getRepository(github, { owner: 'no', repo: 'where' }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(RequestRefused)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('very_secret')
    expect(String(error)).not.toContain('very_secret')
  })
})

describe('absence', () => {
  it('is null where it is expected, and every other failure stays one', async () => {
    const { world, github } = await aWorld()
    const { owner, repo } = OPERATOR
    const ask = () =>
      orAbsent(github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: 'heads/none' }))
    expect(await ask()).toBeNull()
    world.faults.add({ service: 'github', fault: { kind: 'status', status: 401 } })
    await expect(ask()).rejects.toThrow(RequestRefused)
  })
})
