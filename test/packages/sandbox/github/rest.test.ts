import { describe, expect, test } from 'vitest'
import { anApp, aGitHub, bare, git, headOf } from './githubs.ts'

const APP = '/repos/acme/app'

describe('the REST API', () => {
  test('cuts lists into pages and links them', async () => {
    const hub = await anApp()
    for (let index = 1; index <= 5; index += 1) await hub.github.tag('acme/app', `v1.0.${index}`)
    const page = async (query: string) => hub.ask('GET', `${APP}/tags?${query}`)
    const names = (answer: Awaited<ReturnType<typeof page>>) => [answer.get('0.name'), answer.get('1.name')]
    const first = await page('per_page=2')
    expect(names(first)).toEqual(['v1.0.5', 'v1.0.4'])
    const url = `${hub.url}/api/v3${APP}/tags?per_page=2&page=`
    expect(first.headers.get('link')).toBe(`<${url}2>; rel="next", <${url}3>; rel="last"`)
    const last = await page('per_page=2&page=3')
    expect(names(last)).toEqual(['v1.0.1', undefined])
    expect(last.headers.get('link')).toBe(`<${url}2>; rel="prev", <${url}1>; rel="first"`)
    expect((await page('per_page=100')).headers.get('link')).toBeNull()
    expect((await page('per_page=2&page=9')).body).toEqual([])
  })

  test('answers 304 to who has it already, without counting the request', async () => {
    const hub = await anApp()
    const first = await hub.ask('GET', APP)
    const etag = first.headers.get('etag') ?? ''
    const again = await hub.ask('GET', APP, undefined, { 'if-none-match': etag })
    expect([again.status, again.body]).toEqual([304, undefined])
    expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'))
    await hub.ask('POST', `${APP}/issues`, { title: 'x' })
    expect((await hub.ask('GET', APP, undefined, { 'if-none-match': etag })).status).toBe(200)
  })

  test('tells the rate limit with every answer', async () => {
    const hub = await anApp()
    expect((await hub.ask('GET', APP)).headers.get('x-ratelimit-limit')).toBe('5000')
    const limit = await hub.ask('GET', '/rate_limit')
    expect(limit.get('rate')).toEqual({
      limit: 5000,
      used: 1,
      remaining: 4999,
      reset: Date.parse('2024-01-15T11:00:00Z') / 1000,
    })
  })

  test.each([
    ['a path that is not there', 'GET', '/repos/acme/app/nonsense', undefined, 404, 'Not Found'],
    ['a repository that is not there', 'GET', '/repos/acme/gone', undefined, 404, 'Not Found'],
    ['a broken escape', 'GET', '/repos/acme/%E0%A4%A', undefined, 404, 'Not Found'],
    ['a missing field', 'POST', `${APP}/git/refs`, { ref: 'refs/heads/x' }, 422, '"sha" wasn\'t supplied'],
    ['a field of another type', 'POST', `${APP}/git/refs`, { ref: 1, sha: 'x' }, 422, 'is not a string'],
    ['a body that is no object', 'POST', `${APP}/git/refs`, [], 400, 'Body should be a JSON object'],
  ])("answers %s in GitHub's words", async (_what, method, path, body, status, message) => {
    const hub = await anApp()
    const answer = await hub.ask(method, path, body)
    expect(answer.status).toBe(status)
    expect(answer.text('message')).toContain(message)
    expect(answer.get('status')).toBe(String(status))
    expect(hub.ledger.writes).toBe(0)
  })

  test('knows no address with a broken escape outside the API either', async () => {
    const hub = await anApp()
    for (const path of [
      '/acme/%E0%A4%A.git/info/refs',
      '/acme/app/raw/main/%E0',
      '/_codeload/acme/app/legacy.zip/%E0',
      '/x',
    ]) {
      expect((await fetch(`${hub.url}${path}`)).status).toBe(404)
    }
  })

  test('wants a token for writing and knows a wrong one', async () => {
    const hub = await anApp({ tokens: { 'a-token': 'somebody' } })
    const post = (headers: Record<string, string>) => hub.ask('POST', `${APP}/issues`, { title: 'x' }, headers)
    expect(await post({ authorization: '' })).toMatchObject({
      status: 401,
      body: { message: 'Requires authentication' },
    })
    expect(await post({ authorization: 'Bearer wrong' })).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    })
    expect(await post({ authorization: 'token a-token' })).toMatchObject({
      status: 201,
      body: { user: { login: 'somebody' } },
    })
    expect((await hub.ask('GET', APP, undefined, { authorization: '' })).status).toBe(200)
  })

  test('finds a repository whatever the case of its name, and has no two that differ in case', async () => {
    const hub = await anApp()
    expect((await hub.ask('GET', '/repos/ACME/App')).get('full_name')).toBe('acme/app')
    await expect(hub.github.createRepository('Acme/APP')).rejects.toThrow('already')
    await expect(hub.github.createRepository('../up')).rejects.toThrow('not the full name')
  })
})

describe('references', () => {
  test('are created once, moved forward, forced back and deleted', async () => {
    const hub = await anApp()
    const old = await headOf(hub, 'main')
    const sha = await hub.github.commit('acme/app', 'next', { message: 'x', files: { x: 'x' } })
    const create = () => hub.ask('POST', `${APP}/git/refs`, { ref: 'refs/heads/a/b', sha: old })
    const move = (body: object, ref = 'heads/a/b') => hub.ask('PATCH', `${APP}/git/refs/${ref}`, body)
    expect((await create()).body).toMatchObject({ ref: 'refs/heads/a/b', object: { type: 'commit', sha: old } })
    expect(await create()).toMatchObject({ status: 422, body: { message: 'Reference already exists' } })
    expect((await move({ sha })).get('object.sha')).toBe(sha)
    expect(await move({ sha: old })).toMatchObject({ status: 422, body: { message: 'Update is not a fast forward' } })
    expect((await move({ sha: old, force: true })).status).toBe(200)
    expect(await move({ sha: old }, 'heads/gone')).toMatchObject({
      status: 422,
      body: { message: 'Reference does not exist' },
    })
    expect((await move({ sha: 'f'.repeat(40) })).get('message')).toBe('Object does not exist')
    expect((await hub.ask('DELETE', `${APP}/git/refs/heads/a/b`)).status).toBe(204)
    expect((await hub.ask('DELETE', `${APP}/git/refs/heads/a/b`)).status).toBe(422)
    expect((await hub.ask('POST', `${APP}/git/refs`, { ref: 'refs/heads/a', sha: old })).status).toBe(201)
  })

  test('cannot be where another one needs a directory, and must be named like references', async () => {
    const hub = await anApp()
    const sha = await headOf(hub, 'main')
    const create = async (ref: string) => (await hub.ask('POST', `${APP}/git/refs`, { ref, sha })).get('message')
    expect(await create('refs/heads/main/sub')).toBe('Reference update failed')
    for (const ref of ['main', 'refs/heads/../../../x', 'refs/heads/a b', 'refs/tags/']) {
      expect(await create(ref)).toBe(`${ref} is not a valid ref name.`)
    }
    expect(hub.ledger.writes).toBe(0)
  })

  test('are found by the beginning of their name', async () => {
    const hub = await anApp()
    for (const tag of ['v1.0.0', 'v1.0.1', 'v2.0.0']) await hub.github.tag('acme/app', tag, { message: tag })
    const found = await hub.ask('GET', `${APP}/git/matching-refs/tags/v1`)
    expect(found.body).toMatchObject([
      { ref: 'refs/tags/v1.0.0', object: { type: 'tag' } },
      { ref: 'refs/tags/v1.0.1' },
    ])
    expect((await hub.ask('GET', `${APP}/git/matching-refs/heads/none`)).body).toEqual([])
    expect((await hub.ask('GET', `${APP}/git/ref/tags/v1`)).status).toBe(404)
  })

  test('that are protected say so, with the checks they require', async () => {
    const hub = await anApp()
    hub.github.protectBranch('acme/app', 'main', { requiredChecks: ['ci'] })
    await hub.github.branch('acme/app', 'release/1.0', 'main')
    expect((await hub.ask('GET', `${APP}/branches?protected=true`)).body).toMatchObject([
      { name: 'main', protected: true },
    ])
    expect((await hub.ask('GET', `${APP}/branches/main`)).get('protection.required_status_checks.contexts')).toEqual([
      'ci',
    ])
    expect((await hub.ask('GET', `${APP}/branches/release%2F1.0`)).get('protected')).toBe(false)
    expect(await hub.ask('GET', `${APP}/branches/gone`)).toMatchObject({
      status: 404,
      body: { message: 'Branch not found' },
    })
  })
})

describe('the git database', () => {
  test('builds what git builds', async () => {
    const hub = await anApp()
    const base = await headOf(hub, 'main')
    const blob = await hub.ask('POST', `${APP}/git/blobs`, {
      content: Buffer.from([0, 255, 10]).toString('base64'),
      encoding: 'base64',
    })
    const tree = await hub.ask('POST', `${APP}/git/trees`, {
      base_tree: base,
      tree: [
        { path: 'bin/run', mode: '100755', type: 'blob', content: '#!/bin/sh\n' },
        { path: 'data.bin', mode: '100644', type: 'blob', sha: blob.text('sha') },
        { path: 'link', mode: '120000', type: 'blob', content: 'bin/run' },
        { path: 'src/main.txt', mode: '100644', type: 'blob', sha: null },
      ],
    })
    const author = { name: 'Ada', email: 'ada@example.org', date: '2024-02-01T10:00:00Z' }
    const commit = { message: 'feat: x', tree: tree.text('sha'), parents: [base], author }
    const sha = (await hub.ask('POST', `${APP}/git/commits`, commit)).text('sha')
    const listed = await git(bare(hub, 'acme/app'), 'ls-tree', '-r', '--format=%(objectmode) %(path)', sha)
    expect(listed).toBe('100644 README.md\n100755 bin/run\n100644 data.bin\n120000 link')
    const raw = await git(bare(hub, 'acme/app'), 'log', '-1', '--format=%an %aI %cn', sha)
    expect(raw).toBe('Ada 2024-02-01T10:00:00+00:00 Ada')
    expect(await git(bare(hub, 'acme/app'), 'fsck', '--strict', '--no-dangling')).toBe('')
  })

  test('refuses objects that are not there and paths that git does not store', async () => {
    const hub = await anApp()
    const none = 'f'.repeat(40)
    const refused = async (what: string, body: object) =>
      (await hub.ask('POST', `${APP}/git/${what}`, body)).get('message')
    expect(await refused('commits', { message: 'x', tree: none })).toBe('Tree SHA does not exist')
    const tree = (await hub.ask('GET', `${APP}/git/trees/main`)).text('sha')
    expect(await refused('commits', { message: 'x', tree, parents: [none] })).toContain('Parent SHA does not exist')
    const entry = { path: 'a', mode: '100644', type: 'blob', sha: none }
    expect(await refused('trees', { tree: [entry] })).toBe(`tree.sha ${none} is not a valid blob`)
    expect(await refused('trees', { tree: [{ ...entry, path: '../a' }] })).toContain('malformed path')
    expect(await refused('trees', { tree: [{ ...entry, mode: '777' }] })).toBe('Must supply a valid tree.mode')
    expect(await refused('tags', { tag: 'v1', message: 'x', object: none, type: 'commit' })).toBe('Validation Failed')
    expect(hub.ledger.writes).toBe(0)
  })
})

describe('commits and files', () => {
  test('compare over a merge and in both directions', async () => {
    const hub = await anApp()
    await hub.github.tag('acme/app', 'v1.0.0')
    await hub.github.branch('acme/app', 'line', 'main')
    for (const name of ['a', 'b'])
      await hub.github.commit('acme/app', 'main', { message: name, files: { [name]: name } })
    await hub.github.commit('acme/app', 'line', { message: 'fix', files: { fix: 'x' } })
    const compare = async (range: string) => hub.ask('GET', `${APP}/compare/${range}`)
    expect((await compare('v1.0.0...main')).body).toMatchObject({
      status: 'ahead',
      ahead_by: 2,
      behind_by: 0,
      commits: [{ commit: { message: 'a' } }, { commit: { message: 'b' } }],
      files: [{ filename: 'a' }, { filename: 'b' }],
    })
    expect((await compare('main...v1.0.0')).body).toMatchObject({ status: 'behind', behind_by: 2 })
    expect((await compare('line...main')).body).toMatchObject({ status: 'diverged', ahead_by: 2, behind_by: 1 })
    expect((await compare('main...main')).body).toMatchObject({ status: 'identical', commits: [] })
    expect((await compare('main...gone')).status).toBe(404)
    const second = await compare('v1.0.0...main?per_page=1&page=2')
    expect(second.body).toMatchObject({ total_commits: 2, commits: [{ commit: { message: 'b' } }] })
    expect(second.get('files')).toBeUndefined()
  })

  test('compare as git does, on histories with many merges', async () => {
    const hub = await anApp()
    const names = ['main', 'one', 'two', 'three']
    for (let step = 0; step < 24; step += 1) {
      const [into = '', from = ''] = [names[(step * 7) % 4], names[(step * 5 + 1) % 4]]
      await hub.github.commit('acme/app', into, { message: `${step}`, files: { [`${into}/${step}`]: 'x' } })
      if (step % 3 === 2 && into !== from && (await hub.github.resolve('acme/app', from)) !== undefined) {
        const merged = await hub.ask('POST', `${APP}/pulls`, { title: `${step}`, head: from, base: into })
        if (merged.status === 201) await hub.ask('PUT', `${APP}/pulls/${String(merged.get('number'))}/merge`)
      }
    }
    for (const base of names) {
      for (const head of names) {
        const answer = await hub.ask('GET', `${APP}/compare/${base}...${head}?per_page=100`)
        const count = await git(bare(hub, 'acme/app'), 'rev-list', '--left-right', '--count', `${base}...${head}`)
        expect(`${String(answer.get('behind_by'))}\t${String(answer.get('ahead_by'))}`).toBe(count)
        const bases = await git(bare(hub, 'acme/app'), 'merge-base', '--all', base, head)
        expect(bases.split('\n')).toContain(answer.get('merge_base_commit.sha'))
      }
    }
  })

  test('are listed by path', async () => {
    const hub = await anApp()
    await hub.github.commit('acme/app', 'main', { message: 'other', files: { other: 'x' } })
    await hub.github.commit('acme/app', 'main', { message: 'readme', files: { 'README.md': 'x' } })
    const listed = await hub.ask('GET', `${APP}/commits?path=README.md&sha=main`)
    expect(listed.body).toMatchObject([{ commit: { message: 'readme' } }, { commit: { message: 'feat: begin' } }])
    expect(listed.get('2')).toBeUndefined()
    await hub.github.createRepository('acme/empty')
    expect(await hub.ask('GET', '/repos/acme/empty/commits')).toMatchObject({
      status: 409,
      body: { message: 'Git Repository is empty.' },
    })
  })

  test('are found by branch, tag, id and as a bare id', async () => {
    const hub = await anApp()
    const sha = await headOf(hub, 'main')
    await hub.github.tag('acme/app', 'v1.0.0', { message: 'one' })
    await hub.github.branch('acme/app', 'release/1.0', 'main')
    for (const ref of ['main', 'v1.0.0', 'heads/main', 'tags/v1.0.0', sha, 'release/1.0', 'HEAD']) {
      expect((await hub.ask('GET', `${APP}/commits/${ref}`)).get('sha')).toBe(sha)
    }
    const plain = await hub.ask('GET', `${APP}/commits/v1.0.0`, undefined, { accept: 'application/vnd.github.sha' })
    expect(plain.body).toBe(sha)
    expect(await hub.ask('GET', `${APP}/commits/gone`)).toMatchObject({
      status: 422,
      body: { message: 'No commit found for SHA: gone' },
    })
  })

  test('are read as JSON, as a directory and raw', async () => {
    const hub = await anApp()
    await hub.github.commit('acme/app', 'main', { message: 'x', files: { 'docs/a file#1.md': 'ä\n' } })
    const file = await hub.ask('GET', `${APP}/contents/docs/${encodeURIComponent('a file#1.md')}?ref=main`)
    expect(Buffer.from(file.text('content'), 'base64').toString()).toBe('ä\n')
    expect(file.body).toMatchObject({ type: 'file', size: 3, path: 'docs/a file#1.md', encoding: 'base64' })
    expect((await hub.ask('GET', `${APP}/contents`)).body).toMatchObject([
      { name: 'README.md', type: 'file', size: 6 },
      { name: 'docs', type: 'dir', size: 0 },
      { name: 'src', type: 'dir' },
    ])
    const raw = await hub.ask('GET', `${APP}/contents/src/main.txt`, undefined, {
      accept: 'application/vnd.github.raw+json',
    })
    expect(raw.body).toBe('one\ntwo\nthree\n')
    expect(await (await fetch(file.text('download_url'))).text()).toBe('ä\n')
    expect((await hub.ask('GET', `${APP}/contents/gone`)).status).toBe(404)
    expect((await hub.ask('GET', `${APP}/contents?ref=gone`)).get('message')).toBe('No commit found for the ref gone')
  })

  test('come as an archive', async () => {
    const hub = await anApp()
    const sent = await hub.ask('GET', `${APP}/tarball/main`)
    const archive = await fetch(sent.headers.get('location') ?? '')
    const bytes = new Uint8Array(await archive.arrayBuffer())
    expect([archive.status, bytes[0], bytes[1]]).toEqual([200, 0x1f, 0x8b])
    expect((await hub.ask('GET', `${APP}/tarball/gone`)).status).toBe(404)
  })
})

describe('issues', () => {
  test('share numbers with pull requests, and take labels that were not there', async () => {
    const hub = await aGitHub()
    await hub.github.createRepository('acme/app', { files: { a: 'a' } })
    await hub.github.commit('acme/app', 'topic', { message: 'x', files: { x: 'x' } })
    await hub.github.pullRequest('acme/app', { title: 'PR', head: 'topic' })
    const issue = await hub.ask('POST', `${APP}/issues`, {
      title: 'Nightly is red',
      labels: ['nightly'],
      assignees: ['ada'],
    })
    expect(issue.body).toMatchObject({
      number: 2,
      labels: [{ name: 'nightly', color: 'ededed' }],
      assignee: { login: 'ada' },
    })
    const found = async (query: string) => (await hub.ask('GET', `${APP}/issues?${query}`)).get('0.number')
    expect([await found('labels=nightly'), await found('labels=nightly,other'), await found('state=closed')]).toEqual([
      2,
      undefined,
      undefined,
    ])
    expect((await hub.ask('POST', `${APP}/issues/1/labels`, { labels: ['release'] })).get('0.name')).toBe('release')
    expect((await hub.ask('GET', `${APP}/pulls/1`)).get('labels.0.name')).toBe('release')
    expect((await hub.ask('POST', `${APP}/labels`, { name: 'NIGHTLY' })).get('errors.0.code')).toBe('already_exists')

    await hub.github.createRepository('acme/closed', { files: { a: 'a' }, collaborators: ['ada'] })
    const assignable = async (login: string) => (await hub.ask('GET', `/repos/acme/closed/assignees/${login}`)).status
    expect([await assignable('ada'), await assignable('mallory')]).toEqual([204, 404])

    const closed = await hub.ask('PATCH', `${APP}/issues/2`, { state: 'closed', state_reason: 'not_planned' })
    expect(closed.body).toMatchObject({ state: 'closed', state_reason: 'not_planned' })
    expect(closed.get('closed_at')).not.toBeNull()
    const reopened = await hub.ask('PATCH', `${APP}/issues/2`, { state: 'open' })
    expect(reopened.body).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null })
  })
})
