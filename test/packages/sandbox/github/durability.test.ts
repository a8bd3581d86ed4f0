import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aGitHub, anApp, type Answer, headOf, type Hub, temporaryDirectory } from './githubs.ts'

const APP = '/repos/acme/app'

/** A small release that looks before it writes, so that it can be started again at any point. */
async function release({ ask }: Pick<Hub, 'ask'>): Promise<void> {
  const there = async (path: string): Promise<Answer | undefined> => {
    const answer = await ask('GET', path)
    return answer.status === 200 ? answer : undefined
  }
  const base = (await ask('GET', `${APP}/git/ref/heads/main`)).text('object.sha')
  if ((await there(`${APP}/contents/VERSION`)) === undefined) {
    if ((await there(`${APP}/git/ref/heads/prepare`)) === undefined) {
      await ask('POST', `${APP}/git/refs`, { ref: 'refs/heads/prepare', sha: base })
    }
    if ((await there(`${APP}/contents/VERSION?ref=prepare`)) === undefined) {
      const tree = await ask('POST', `${APP}/git/trees`, {
        base_tree: base,
        tree: [{ path: 'VERSION', mode: '100644', type: 'blob', content: '1.0.0\n' }],
      })
      const made = { message: 'chore: 1.0.0', tree: tree.text('sha'), parents: [base] }
      const commit = await ask('POST', `${APP}/git/commits`, made)
      await ask('PATCH', `${APP}/git/refs/heads/prepare`, { sha: commit.text('sha') })
    }
    const open = await ask('GET', `${APP}/pulls?head=acme:prepare`)
    const pull =
      open.get('0.number') === undefined
        ? (await ask('POST', `${APP}/pulls`, { title: 'Release 1.0.0', head: 'prepare', base: 'main' })).get('number')
        : open.get('0.number')
    await ask('PUT', `${APP}/pulls/${String(pull)}/merge`, { merge_method: 'squash' })
  }
  if ((await there(`${APP}/releases/tags/v1.0.0`)) === undefined) {
    const drafts = await ask('GET', `${APP}/releases`)
    const draft =
      drafts.get('0.id') === undefined
        ? await ask('POST', `${APP}/releases`, { tag_name: 'v1.0.0', draft: true, generate_release_notes: true })
        : undefined
    const id = String(draft?.get('id') ?? drafts.get('0.id'))
    await ask('PATCH', `${APP}/releases/${id}`, { draft: false })
  }
}

/** Branch, tree, commit, branch moved, pull request, merge, draft, publication. */
const WRITES = 8

describe('a GitHub in a directory', () => {
  test('ends in the same state whichever write it crashes after', async () => {
    const clean = await anApp()
    await release(clean)
    const expected = await clean.github.snapshot()
    expect(clean.ledger.writes).toBe(WRITES)

    for (let afterWrite = 1; afterWrite <= WRITES; afterWrite += 1) {
      const directory = await temporaryDirectory()
      const hub = await anApp({ directory, crash: { afterWrite, act: () => undefined } })
      await expect(release(hub)).rejects.toThrow('fetch failed')
      await hub.close()
      const reopened = await aGitHub({ directory })
      expect(reopened.ledger.writes).toBe(afterWrite)
      await release(reopened)
      expect(await reopened.github.snapshot()).toEqual(expected)
    }
  })

  test('goes on with its numbers where it was', async () => {
    const directory = await temporaryDirectory()
    const hub = await anApp({ directory })
    await hub.ask('POST', `${APP}/issues`, { title: 'one' })
    await hub.ask('POST', `${APP}/forks`)
    const before = await hub.ask('GET', APP)
    await hub.close()

    const reopened = await aGitHub({ directory })
    expect(reopened.github.repositories()).toEqual(['acme/app', 'release-manager/app'])
    expect((await reopened.ask('GET', APP)).get('id')).toBe(before.get('id'))
    const second = await reopened.ask('POST', `${APP}/issues`, { title: 'two' })
    expect(second.body).toMatchObject({ number: 2 })
    expect(second.get('id')).not.toBe((await reopened.ask('GET', `${APP}/issues/1`)).get('id'))
    await reopened.github.createRepository('acme/third', { files: { a: 'a' } })
    expect((await reopened.ask('GET', '/repos/acme/third')).get('id')).toBe(3)
  })

  test('executes a run again that a crash interrupted', async () => {
    const directory = await temporaryDirectory()
    const hub = await anApp({ directory, crash: { afterWrite: 2, act: () => undefined } })
    hub.github.onDispatch('acme/app', 'release.yml', async () => {
      await hub.ask('POST', `${APP}/issues`, { title: 'never answered' })
      return 'success'
    })
    const start = { ref: 'main', return_run_details: true }
    const started = await hub.ask('POST', `${APP}/actions/workflows/release.yml/dispatches`, start)
    const run = `${APP}/actions/runs/${String(started.get('workflow_run_id'))}`
    await hub.ask('GET', run)
    await expect(hub.ask('GET', run)).rejects.toThrow('fetch failed')
    await hub.close()

    const reopened = await aGitHub({ directory })
    let executed = 0
    reopened.github.onDispatch('acme/app', 'release.yml', async () => {
      executed += 1
      return 'success'
    })
    expect((await reopened.ask('GET', run)).get('status')).toBe('in_progress')
    expect((await reopened.ask('GET', run)).body).toMatchObject({ status: 'completed', conclusion: 'success' })
    expect(executed).toBe(1)
  })

  test('does the same twice: the same ids and the same bytes', async () => {
    const heads: string[] = []
    for (let time = 0; time < 2; time += 1) {
      const hub = await anApp()
      await release(hub)
      heads.push(await headOf(hub, 'main'))
    }
    expect(heads[0]).toBe(heads[1])
  })

  test('keeps one readable file beside each repository, and no leftovers', async () => {
    const hub = await anApp()
    await release(hub)
    const folder = join(hub.directory, 'github', 'acme')
    expect((await readdir(folder)).sort()).toEqual(['app.git', 'app.json'])
    expect(await readFile(join(folder, 'app.json'), 'utf8')).toContain('"fullName": "acme/app"')
    const left = await readdir(join(folder, 'app.git'), { recursive: true })
    expect(left.filter((name) => /\.(?:tmp|lock)$/.test(name))).toEqual([])
  })

  test('has a snapshot of everything that people see, without ids, dates and hosts', async () => {
    const hub = await anApp()
    await release(hub)
    await hub.ask('POST', `${APP}/issues`, { title: 'Red', labels: ['nightly'], body: `see ${hub.url}/acme/app` })
    await hub.ask('POST', `${APP}/issues/2/comments`, { body: `again: ${hub.url}/x` })
    await hub.ask('POST', `${APP}/statuses/${await headOf(hub, 'main')}`, { state: 'success' })
    await hub.ask('POST', `${APP}/actions/workflows/none.yml/dispatches`, { ref: 'main' })
    const snapshot = await hub.github.snapshot()
    expect(snapshot['acme/app']).toMatchObject({
      refs: {
        'refs/heads/main': { kind: 'commit', history: ['chore: 1.0.0 (#1)', 'feat: begin'] },
        'refs/tags/v1.0.0': { kind: 'commit' },
      },
      releases: [{ tag: 'v1.0.0', latest: true, draft: false }],
      pulls: [{ number: 1, head: 'acme/app:prepare', merged: true }],
      issues: [{ title: 'Red', labels: ['nightly'], comments: [{ body: 'again: https://github.test/x' }] }],
      labels: ['nightly'],
      statuses: [{ context: 'default', state: 'success' }],
    })
    expect(JSON.stringify(snapshot)).not.toContain('127.0.0.1')
  })

  test('has a snapshot that tells two worlds apart', async () => {
    const [one, other] = [await anApp(), await anApp()]
    expect(await one.github.snapshot()).toEqual(await other.github.snapshot())
    await other.github.commit('acme/app', 'main', { message: 'feat: begin', files: {} })
    expect(await one.github.snapshot()).not.toEqual(await other.github.snapshot())
  })
})
