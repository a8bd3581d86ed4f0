import { describe, expect, test } from 'vitest'
import { anApp, bare, git, headOf, type Hub, type HubOptions } from './githubs.ts'

const PULLS = '/repos/acme/app/pulls'

/** acme/app with a pull request #1 from `topic`, which adds a file and changes another one. */
async function aPull(options: HubOptions = {}): Promise<Hub> {
  const hub = await anApp(options)
  await hub.github.commit('acme/app', 'topic', { message: 'feat: add\n\nWith a body.', files: { 'new.txt': 'new\n' } })
  await hub.ask('POST', PULLS, { title: 'Add a file', head: 'topic', base: 'main', body: 'Please' })
  return hub
}

async function log(hub: Hub, ref = 'main'): Promise<string[]> {
  return (await git(bare(hub, 'acme/app'), 'log', '--topo-order', '--format=%s|%an|%cn', ref)).split('\n')
}

describe('opening a pull request', () => {
  test('refuses a second one from the same branch, one without commits, and branches that are not there', async () => {
    const hub = await aPull()
    const open = (head: string, base = 'main') => hub.ask('POST', PULLS, { title: 'x', head, base })
    expect(await open('topic')).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: [{ message: 'A pull request already exists for acme:topic.' }] },
    })
    await hub.github.branch('acme/app', 'same', 'main')
    expect((await open('same')).get('errors.0.message')).toBe('No commits between main and same')
    expect((await open('nowhere')).get('errors.0')).toEqual({ resource: 'PullRequest', field: 'head', code: 'invalid' })
    expect((await open('topic', 'nowhere')).get('errors.0.field')).toBe('base')
    expect((await hub.ask('POST', PULLS, { head: 'topic', base: 'main' })).get('message')).toContain(
      '"title" wasn\'t supplied',
    )
  })

  test('does not know at once whether it can be merged', async () => {
    const hub = await anApp()
    await hub.github.commit('acme/app', 'topic', { message: 'x', files: { x: 'x' } })
    const created = await hub.ask('POST', PULLS, { title: 'x', head: 'topic', base: 'main' })
    expect(created.body).toMatchObject({ mergeable: null, mergeable_state: 'unknown', merge_commit_sha: null })
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({ mergeable: true, mergeable_state: 'clean' })
  })

  test('is found by its head with the owner, by its base and by its state', async () => {
    const hub = await aPull()
    const found = async (query: string): Promise<unknown> => (await hub.ask('GET', `${PULLS}?${query}`)).get('0.number')
    expect(await found('head=acme:topic&base=main')).toBe(1)
    expect(await found('head=other:topic')).toBeUndefined()
    expect(await found('state=closed')).toBeUndefined()
    await hub.ask('PATCH', `${PULLS}/1`, { state: 'closed' })
    expect(await found('state=closed')).toBe(1)
    expect(await found('state=all&base=elsewhere')).toBeUndefined()
  })

  test('follows its branch, and is closed with it', async () => {
    const hub = await aPull()
    const sha = await hub.github.commit('acme/app', 'topic', { message: 'fix: more', files: { 'new.txt': 'newer\n' } })
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({ head: { sha }, commits: 2, changed_files: 1 })
    expect(await git(bare(hub, 'acme/app'), 'rev-parse', 'refs/pull/1/head')).toBe(sha)
    await hub.ask('DELETE', '/repos/acme/app/git/refs/heads/topic')
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({ state: 'closed', merged: false })
  })

  test('is closed when its base goes away', async () => {
    const hub = await aPull()
    await hub.github.branch('acme/app', 'line', 'main')
    await hub.ask('PATCH', `${PULLS}/1`, { base: 'line' })
    expect((await hub.ask('PATCH', `${PULLS}/1`, { base: 'gone' })).status).toBe(422)
    await hub.ask('DELETE', '/repos/acme/app/git/refs/heads/line')
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({ state: 'closed', base: { ref: 'line' } })
  })

  test('shows the changed files with their patch', async () => {
    const hub = await aPull()
    await hub.github.commit('acme/app', 'topic', { message: 'x', files: { 'src/main.txt': 'one\n2\nthree\n' } })
    expect((await hub.ask('GET', `${PULLS}/1/files`)).body).toMatchObject([
      { filename: 'new.txt', status: 'added', additions: 1, deletions: 0, patch: '@@ -0,0 +1 @@\n+new' },
      {
        filename: 'src/main.txt',
        status: 'modified',
        additions: 1,
        deletions: 1,
        patch: '@@ -1,3 +1,3 @@\n one\n-two\n+2\n three',
      },
    ])
  })
})

describe('merging a pull request', () => {
  test('makes a merge commit with both parents', async () => {
    const hub = await aPull()
    const merged = await hub.ask('PUT', `${PULLS}/1/merge`, { sha: await headOf(hub, 'topic') })
    expect(merged.body).toMatchObject({ merged: true, sha: await headOf(hub, 'main') })
    expect(await log(hub)).toEqual([
      'Merge pull request #1 from acme/topic|release-manager|GitHub',
      'feat: add|maintainer|maintainer',
      'feat: begin|maintainer|maintainer',
    ])
    const [pull, commit] = [await hub.ask('GET', `${PULLS}/1`), await hub.ask('GET', '/repos/acme/app/commits/main')]
    expect(pull.body).toMatchObject({ merged: true, state: 'closed', merge_commit_sha: commit.get('sha') })
    expect(commit.body).toMatchObject({
      commit: { verification: { verified: true } },
      files: [{ filename: 'new.txt' }],
    })
    expect((await hub.ask('GET', `/repos/acme/app/commits/${commit.text('sha')}/pulls`)).get('0.number')).toBe(1)
  })

  test('squashes into one commit that keeps the message of a single one', async () => {
    const hub = await aPull()
    await hub.ask('PUT', `${PULLS}/1/merge`, { merge_method: 'squash' })
    expect(await git(bare(hub, 'acme/app'), 'log', '-1', '--format=%B|%an|%P', 'main')).toBe(
      `feat: add (#1)\n\nWith a body.|release-manager|${await git(bare(hub, 'acme/app'), 'rev-parse', 'main~1')}`,
    )
  })

  test('squashes several commits under the title, with a list', async () => {
    const hub = await aPull()
    await hub.github.commit('acme/app', 'topic', { message: 'fix: it', files: { 'new.txt': 'newer\n' } })
    await hub.ask('PUT', `${PULLS}/1/merge`, { merge_method: 'squash' })
    const message = await git(bare(hub, 'acme/app'), 'log', '-1', '--format=%B', 'main')
    expect(message).toBe('Add a file (#1)\n\n* feat: add\n\nWith a body.\n\n* fix: it')
  })

  test('rebases commit by commit, over files that both sides changed', async () => {
    const hub = await anApp()
    const lines = (from: string): string => `${from}\n${'same\n'.repeat(10)}end\n`
    await hub.github.commit('acme/app', 'main', { message: 'chore: base', files: { 'both.txt': lines('old') } })
    await hub.github.commit('acme/app', 'topic', {
      message: 'feat: end',
      files: { 'both.txt': lines('old').replace('end', 'END') },
    })
    await hub.github.commit('acme/app', 'topic', { message: 'feat: other', files: { other: 'x' } })
    await hub.github.commit('acme/app', 'main', { message: 'chore: start', files: { 'both.txt': lines('new') } })
    await hub.ask('POST', PULLS, { title: 'x', head: 'topic', base: 'main' })
    expect((await hub.ask('PUT', `${PULLS}/1/merge`, { merge_method: 'rebase' })).status).toBe(200)
    expect((await log(hub)).slice(0, 3)).toEqual([
      'feat: other|maintainer|GitHub',
      'feat: end|maintainer|GitHub',
      'chore: start|maintainer|maintainer',
    ])
    expect((await hub.github.readFile('acme/app', 'main', 'both.txt'))?.toString()).toBe(
      lines('new').replace('end', 'END'),
    )
  })

  test('gives the tree that git gives', async () => {
    const hub = await aPull()
    await hub.github.commit('acme/app', 'main', {
      message: 'y',
      files: { 'src/other.txt': 'y' },
      deletions: ['README.md'],
    })
    await git(bare(hub, 'acme/app'), 'branch', 'expected', 'main')
    const tree = await git(bare(hub, 'acme/app'), 'merge-tree', '--write-tree', 'main', 'topic')
    await hub.ask('PUT', `${PULLS}/1/merge`)
    expect(await git(bare(hub, 'acme/app'), 'rev-parse', 'main^{tree}')).toBe(tree)
  })

  test('is refused on a conflict, by every method', async () => {
    const hub = await anApp()
    await hub.github.commit('acme/app', 'topic', {
      message: 'theirs',
      files: { 'src/main.txt': 'one\nTHEIRS\nthree\n' },
    })
    await hub.github.commit('acme/app', 'main', { message: 'ours', files: { 'src/main.txt': 'one\nOURS\nthree\n' } })
    await hub.ask('POST', PULLS, { title: 'x', head: 'topic', base: 'main' })
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({ mergeable: false, mergeable_state: 'dirty' })
    for (const merge_method of ['merge', 'squash', 'rebase']) {
      const refused = await hub.ask('PUT', `${PULLS}/1/merge`, { merge_method })
      expect(refused).toMatchObject({ status: 405, body: { message: 'Pull Request is not mergeable' } })
    }
    expect((await log(hub))[0]).toBe('ours|maintainer|maintainer')
  })

  test('is refused when the head is not what was seen, and a second time', async () => {
    const hub = await aPull()
    const seen = await headOf(hub, 'topic')
    await hub.github.commit('acme/app', 'topic', { message: 'sneak', files: { sneak: 'x' } })
    expect(await hub.ask('PUT', `${PULLS}/1/merge`, { sha: seen })).toMatchObject({
      status: 409,
      body: { message: 'Head branch was modified. Review and try the merge again.' },
    })
    expect((await hub.ask('PUT', `${PULLS}/1/merge`)).status).toBe(200)
    expect((await hub.ask('PUT', `${PULLS}/1/merge`)).status).toBe(405)
  })

  test('happens to one of two requests at once', async () => {
    const hub = await aPull()
    await hub.github.commit('acme/app', 'second', { message: 'second', files: { second: 'x' } })
    await hub.ask('POST', PULLS, { title: 'Second', head: 'second', base: 'main' })
    const answers = await Promise.all([1, 1, 2].map((number) => hub.ask('PUT', `${PULLS}/${number}/merge`)))
    const merged = answers.filter(({ status }) => status === 200).length
    expect(hub.ledger.subjects.filter((subject) => subject.includes('merge'))).toHaveLength(merged)
    const merges = (await log(hub)).filter((line) => line.startsWith('Merge pull request'))
    expect(new Set(merges).size).toBe(merges.length)
    expect(merges).toHaveLength(merged)
    expect((await hub.ask('GET', `${PULLS}/1`)).get('merged')).toBe(true)
  })

  test('counts as done when its commits are pushed to the base by hand', async () => {
    const hub = await aPull()
    await hub.ask('PATCH', '/repos/acme/app/git/refs/heads/main', { sha: await headOf(hub, 'topic') })
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({ merged: true, state: 'closed' })
  })

  test('is not for those who may not write', async () => {
    const hub = await anApp({ tokens: { 'a-token': 'stranger' } })
    await hub.github.createRepository('acme/closed', { files: { a: 'a' }, collaborators: ['somebody'] })
    await hub.github.commit('acme/closed', 'topic', { message: 'x', files: { x: 'x' } })
    const opened = await hub.ask('POST', '/repos/acme/closed/pulls', { title: 'x', head: 'topic', base: 'main' })
    expect(opened.status).toBe(201)
    expect(await hub.ask('PUT', '/repos/acme/closed/pulls/1/merge')).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    })
  })
})

describe('a fork', () => {
  test('takes a commit, and its pull request brings it home', async () => {
    const hub = await anApp()
    const fork = await hub.ask('POST', '/repos/acme/app/forks')
    expect(fork).toMatchObject({
      status: 202,
      body: { full_name: 'release-manager/app', fork: true, parent: { full_name: 'acme/app' } },
    })
    expect((await hub.ask('POST', '/repos/acme/app/forks')).get('id')).toBe(fork.get('id'))
    expect(hub.ledger.subjects).toEqual(['github release-manager/app create fork'])

    await hub.github.commit('release-manager/app', 'topic', {
      message: 'feat: forked',
      files: { 'deep/er.txt': 'x\n' },
    })
    await hub.ask('POST', PULLS, { title: 'From afar', head: 'release-manager:topic', base: 'main' })
    await hub.github.commit('release-manager/app', 'topic', { message: 'feat: later', files: { 'deep/er.txt': 'y\n' } })
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({
      commits: 2,
      mergeable: true,
      head: { label: 'release-manager:topic', repo: { full_name: 'release-manager/app' } },
    })
    const compared = await hub.ask('GET', '/repos/acme/app/compare/main...release-manager:topic')
    expect(compared.body).toMatchObject({ status: 'ahead', ahead_by: 2 })
    expect((await hub.ask('PUT', `${PULLS}/1/merge`)).status).toBe(200)
    expect((await hub.github.readFile('acme/app', 'main', 'deep/er.txt'))?.toString()).toBe('y\n')
    expect(await git(bare(hub, 'acme/app'), 'fsck', '--strict', '--full')).toBe('')
  })
})

describe('checks and auto-merge', () => {
  const enable = (hub: Hub, id: string) =>
    hub.graphql(
      'mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id, mergeMethod: SQUASH}) { pullRequest { autoMergeRequest { mergeMethod } } } }',
      { id },
    )

  test('merges when the required checks succeed, and not before', async () => {
    const hub = await aPull()
    hub.github.protectBranch('acme/app', 'main', { requiredChecks: ['ci'] })
    await hub.github.setChecks('acme/app', 'pending')
    const pull = await hub.ask('GET', `${PULLS}/1`)
    expect(pull.body).toMatchObject({ mergeable: true, mergeable_state: 'blocked' })
    expect((await hub.ask('PUT', `${PULLS}/1/merge`)).get('message')).toBe('Required status check "ci" is in progress.')

    expect((await enable(hub, pull.text('node_id'))).get('data.enablePullRequestAutoMerge.pullRequest')).toEqual({
      autoMergeRequest: { mergeMethod: 'SQUASH' },
    })
    expect((await hub.ask('GET', `${PULLS}/1`)).get('auto_merge.merge_method')).toBe('squash')
    await hub.github.setChecks('acme/app', 'failure')
    expect((await hub.ask('GET', `${PULLS}/1`)).get('state')).toBe('open')
    await hub.github.setChecks('acme/app', 'success')
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({
      merged: true,
      merged_by: { login: 'release-manager' },
    })
    expect((await log(hub))[0]).toBe('feat: add (#1)|release-manager|GitHub')
  })

  test('refuses auto-merge for what can be merged at once, or has only optional checks', async () => {
    const hub = await aPull()
    const id = (await hub.ask('GET', `${PULLS}/1`)).text('node_id')
    expect((await enable(hub, id)).body).toMatchObject({
      data: { enablePullRequestAutoMerge: null },
      errors: [{ type: 'UNPROCESSABLE', message: 'Pull request Pull request is in clean status' }],
    })
    await hub.github.setChecks('acme/app', 'pending')
    expect((await enable(hub, id)).get('errors.0.message')).toBe('Pull request Pull request is in unstable status')
  })

  test('waits for a posted status, too', async () => {
    const hub = await aPull()
    hub.github.protectBranch('acme/app', 'main', { requiredChecks: ['e2e'] })
    const pull = await hub.ask('GET', `${PULLS}/1`)
    expect((await hub.ask('PUT', `${PULLS}/1/merge`)).get('message')).toBe('Required status check "e2e" is expected.')
    await enable(hub, pull.text('node_id'))
    const status = { state: 'success', context: 'e2e' }
    await hub.ask('POST', `/repos/acme/app/statuses/${pull.text('head.sha')}`, status)
    expect((await hub.ask('GET', `${PULLS}/1`)).get('merged')).toBe(true)
  })

  test('can be turned off again', async () => {
    const hub = await aPull()
    hub.github.protectBranch('acme/app', 'main', { requiredChecks: ['ci'] })
    await hub.github.setChecks('acme/app', 'pending')
    const id = (await hub.ask('GET', `${PULLS}/1`)).text('node_id')
    const disable = () =>
      hub.graphql(
        'mutation($id: ID!) { disablePullRequestAutoMerge(input: {pullRequestId: $id}) { actor { login } } }',
        { id },
      )
    expect((await disable()).get('errors.0.type')).toBe('UNPROCESSABLE')
    await enable(hub, id)
    expect((await disable()).get('errors')).toBeUndefined()
    await hub.github.setChecks('acme/app', 'success')
    expect((await hub.ask('GET', `${PULLS}/1`)).body).toMatchObject({ state: 'open', auto_merge: null })
  })

  test('are told for each commit', async () => {
    const hub = await aPull()
    const sha = await headOf(hub, 'topic')
    await hub.github.setChecks('acme/app', 'failure', sha)
    const runs = async (ref: string): Promise<unknown> =>
      (await hub.ask('GET', `/repos/acme/app/commits/${ref}/check-runs`)).get('check_runs.0.conclusion')
    expect(await runs('topic')).toBe('failure')
    expect(await runs('main')).toBe('success')
    expect((await hub.ask('GET', `${PULLS}/1`)).get('mergeable_state')).toBe('unstable')
  })

  test('a draft is not merged until it is ready', async () => {
    const hub = await anApp()
    await hub.github.commit('acme/app', 'topic', { message: 'x', files: { x: 'x' } })
    const draft = await hub.ask('POST', PULLS, { title: 'x', head: 'topic', base: 'main', draft: true })
    expect((await hub.ask('PUT', `${PULLS}/1/merge`)).get('message')).toBe('Pull Request is still a draft')
    const ready =
      'mutation Ready($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }'
    await hub.graphql(ready, { id: draft.text('node_id') })
    expect((await hub.ask('PUT', `${PULLS}/1/merge`)).status).toBe(200)
  })
})
