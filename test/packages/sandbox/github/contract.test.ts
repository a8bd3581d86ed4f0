import { describe, expect, test } from 'vitest'
import { anApp, contract, headOf, type Hub } from './githubs.ts'

const APP = '/repos/acme/app'

/** Goes through every operation once, in an order in which each finds what it needs. */
async function tour(hub: Hub): Promise<void> {
  const { github } = hub
  github.onDispatch('acme/app', 'release.yml', async (run) => {
    run.log('released')
    return 'success'
  })
  const succeeds = async (method: string, path: string, body?: object): ReturnType<Hub['ask']> => {
    const answer = await hub.ask(method, path, body)
    expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(400)
    return answer
  }
  for (const path of [
    '/meta',
    '/rate_limit',
    '/user',
    '/users/octocat',
    APP,
    `${APP}/branches`,
    `${APP}/branches/main`,
    `${APP}/rules/branches/main`,
  ]) {
    await succeeds('GET', path)
  }
  await succeeds('GET', `${APP}/collaborators/release-manager/permission`)
  await succeeds('POST', `${APP}/forks`)
  await succeeds('GET', `${APP}/forks`)

  const head = await headOf(hub, 'main')
  await succeeds('GET', `${APP}/git/matching-refs/heads/`)
  await succeeds('POST', `${APP}/git/refs`, { ref: 'refs/heads/topic', sha: head })
  const blob = await succeeds('POST', `${APP}/git/blobs`, { content: 'aGk=', encoding: 'base64' })
  await succeeds('GET', `${APP}/git/blobs/${blob.text('sha')}`)
  const entry = { path: 'run.sh', mode: '100755', type: 'blob', sha: blob.text('sha') }
  const tree = await succeeds('POST', `${APP}/git/trees`, { base_tree: head, tree: [entry] })
  await succeeds('GET', `${APP}/git/trees/${tree.text('sha')}?recursive=1`)
  const made = { message: 'feat: run', tree: tree.text('sha'), parents: [head] }
  const sha = (await succeeds('POST', `${APP}/git/commits`, made)).text('sha')
  await succeeds('GET', `${APP}/git/commits/${sha}`)
  await succeeds('PATCH', `${APP}/git/refs/heads/topic`, { sha })
  const tag = await succeeds('POST', `${APP}/git/tags`, {
    tag: 'v0.1.0',
    message: 'first',
    object: head,
    type: 'commit',
  })
  await succeeds('GET', `${APP}/git/tags/${tag.text('sha')}`)
  await succeeds('POST', `${APP}/git/refs`, { ref: 'refs/tags/v0.1.0', sha: tag.text('sha') })
  await succeeds('GET', `${APP}/tags`)

  await succeeds('POST', `${APP}/statuses/${sha}`, { state: 'success', context: 'lint' })
  for (const what of ['', '/status', '/statuses', '/check-runs', '/pulls'])
    await succeeds('GET', `${APP}/commits/${sha}${what}`)
  await succeeds('GET', `${APP}/commits?path=README.md`)
  await succeeds('GET', `${APP}/compare/main...topic`)
  for (const path of ['contents', 'contents/README.md', 'contents/src', 'tarball/main', 'zipball/main']) {
    await succeeds('GET', `${APP}/${path}`)
  }

  await succeeds('POST', `${APP}/pulls`, { title: 'Run', head: 'topic', base: 'main' })
  for (const what of ['', '/1', '/1/files', '/1/commits', '/1/reviews']) await succeeds('GET', `${APP}/pulls${what}`)
  await succeeds('PATCH', `${APP}/pulls/1`, { body: 'better' })
  await succeeds('POST', `${APP}/pulls/1/requested_reviewers`, { reviewers: ['octocat'] })
  await succeeds('PUT', `${APP}/pulls/1/merge`, { merge_method: 'squash' })
  await succeeds('GET', `${APP}/pulls/1/merge`)
  await succeeds('DELETE', `${APP}/git/refs/heads/topic`)

  await succeeds('POST', `${APP}/labels`, { name: 'release', color: '00ff00' })
  await succeeds('POST', `${APP}/issues`, { title: 'Broken', labels: ['release', 'bug'] })
  await succeeds('POST', `${APP}/issues/2/labels`, { labels: ['nightly'] })
  const comment = await succeeds('POST', `${APP}/issues/2/comments`, { body: 'again' })
  await succeeds('GET', `${APP}/issues/comments/${String(comment.get('id'))}`)
  await succeeds('PATCH', `${APP}/issues/comments/${String(comment.get('id'))}`, { body: 'and again' })
  await succeeds('PATCH', `${APP}/issues/2`, { state: 'closed' })
  await succeeds('GET', `${APP}/assignees/release-manager`)
  for (const path of ['labels', 'labels/bug', 'issues', 'issues/2', 'issues/2/comments', 'issues/2/labels']) {
    await succeeds('GET', `${APP}/${path}`)
  }

  await succeeds('POST', `${APP}/releases/generate-notes`, { tag_name: 'v0.2.0' })
  const release = await succeeds('POST', `${APP}/releases`, { tag_name: 'v0.2.0', generate_release_notes: true })
  const releases = `${APP}/releases/${String(release.get('id'))}`
  for (const path of [
    `${APP}/releases`,
    `${APP}/releases/latest`,
    `${APP}/releases/tags/v0.2.0`,
    releases,
    `${releases}/assets`,
  ]) {
    await succeeds('GET', path)
  }
  await succeeds('PATCH', releases, { body: 'notes' })
  await succeeds('DELETE', releases)
  github.setImmutableReleases('acme/app', true)
  await succeeds('GET', `${APP}/immutable-releases`)

  const workflow = `${APP}/actions/workflows/release.yml`
  const started = await succeeds('POST', `${workflow}/dispatches`, { ref: 'main', return_run_details: true })
  const run = `${APP}/actions/runs/${String(started.get('workflow_run_id'))}`
  for (const path of [`${APP}/actions/workflows`, workflow, `${workflow}/runs`, `${APP}/actions/runs`, run, run]) {
    await succeeds('GET', path)
  }
  const jobs = await succeeds('GET', `${run}/jobs`)
  await succeeds('GET', `${APP}/actions/jobs/${String(jobs.get('jobs.0.id'))}/logs`)
  const second = await succeeds('POST', `${workflow}/dispatches`, { ref: 'main', return_run_details: true })
  await succeeds('POST', `${APP}/actions/runs/${String(second.get('workflow_run_id'))}/cancel`)
  await succeeds('POST', `${APP}/dispatches`, { event_type: 'released', client_payload: { version: '1' } })
}

describe('GitHub as its OpenAPI description has it', () => {
  test('is answered by every operation', async () => {
    await tour(await anApp())
    expect(contract.operations.filter((operation) => !contract.seen.has(operation))).toEqual([])
  })

  test('is what the checker insists on', async () => {
    const hub = await anApp()
    const request = {
      service: 'github',
      method: 'GET',
      path: '/api/v3/repos/acme/app',
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.alloc(0),
    }
    const { body } = await hub.ask('GET', APP)
    const check = (status: number, wrong: object) => () =>
      contract.check(request, { status, body: Object.assign({}, body, wrong) })
    expect(check(200, {})).not.toThrow()
    expect(check(200, { full_name: undefined })).toThrow("must have required property 'full_name'")
    expect(check(200, { owner: null })).toThrow('owner')
    expect(check(201, {})).toThrow('GitHub describes 200')
    expect(check(404, {})).toThrow("must have required property 'message'")
  })
})
