import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anApp, aGitHub, bare, git, headOf, type Hub, temporaryDirectory } from './githubs.ts'

/** A clone by the real git, at a URL with a token. */
async function clone(hub: Hub, fullName = 'acme/app'): Promise<string> {
  const directory = await temporaryDirectory()
  await git(directory, 'clone', '--quiet', hub.remote(fullName), 'clone')
  return join(directory, 'clone')
}

async function commitTo(work: string, message: string): Promise<void> {
  await appendFile(join(work, 'README.md'), `${message}\n`)
  await git(work, 'commit', '--quiet', '-am', message)
}

describe('git over HTTP', () => {
  test('clones without a token, with .git and without', async () => {
    const hub = await anApp()
    const directory = await temporaryDirectory()
    await git(directory, 'clone', '--quiet', `${hub.url}/acme/app`, 'plain')
    await git(directory, 'clone', '--quiet', '--depth=1', `${hub.url}/acme/app.git`, 'shallow')
    expect(await git(join(directory, 'plain'), 'log', '--format=%s %an')).toBe('feat: begin maintainer')
    expect(await git(join(directory, 'shallow'), 'ls-files')).toBe('README.md\nsrc/main.txt')
  })

  test('counts a push as one write for each reference and sees it in the API at once', async () => {
    const hub = await anApp()
    const work = await clone(hub)
    await commitTo(work, 'fix: one')
    await git(work, 'tag', '-am', 'release', 'v1.0.0')
    await git(work, 'push', '--quiet', 'origin', 'main', 'v1.0.0')
    expect(hub.ledger.subjects).toEqual([
      'github acme/app push refs/heads/main',
      'github acme/app push refs/tags/v1.0.0',
    ])
    expect(await headOf(hub, 'main')).toBe(await git(work, 'rev-parse', 'HEAD'))
    expect((await hub.ask('GET', '/repos/acme/app/tags')).get('0.commit.sha')).toBe(await headOf(hub, 'main'))
    await git(work, 'push', '--quiet', 'origin', 'main')
    expect(hub.ledger.writes).toBe(2)
  })

  test('refuses a push that is no fast-forward, unless it is forced', async () => {
    const hub = await anApp()
    const [first, second] = [await clone(hub), await clone(hub)]
    await commitTo(first, 'fix: one')
    await git(first, 'push', '--quiet', 'origin', 'main')
    await commitTo(second, 'fix: two')
    await expect(git(second, 'push', '--quiet', 'origin', 'main')).rejects.toThrow('[rejected]')
    await git(second, 'push', '--quiet', '--force', 'origin', 'main')
    expect(await headOf(hub, 'main')).toBe(await git(second, 'rev-parse', 'HEAD'))
  })

  test('sees in a clone what was committed through the API', async () => {
    const hub = await anApp()
    const work = await clone(hub)
    await hub.github.commit('acme/app', 'topic', { message: 'feat: more', files: { 'a/b/c.txt': 'deep\n' } })
    await git(work, 'fetch', '--quiet')
    expect(await git(work, 'show', 'origin/topic:a/b/c.txt')).toBe('deep')
  })

  test('asks for a token before a push and turns away who may not write', async () => {
    const hub = await aGitHub({ tokens: { 'a-token': 'stranger', other: 'owner' } })
    await hub.github.createRepository('acme/app', { files: { a: 'a' }, collaborators: ['owner'] })
    const work = await clone(hub)
    await git(work, 'commit', '--quiet', '--allow-empty', '-m', 'x')
    await expect(git(work, 'push', `${hub.url}/acme/app`, 'main')).rejects.toThrow('could not read Username')
    await expect(git(work, 'push', hub.remote('acme/app'), 'main')).rejects.toThrow('403')
    await expect(git(work, 'push', hub.remote('acme/app').replace('a-token', 'wrong'), 'main')).rejects.toThrow()
    await git(work, 'push', '--quiet', hub.remote('acme/app').replace('a-token', 'other'), 'main')
    expect(hub.ledger.writes).toBe(1)
  })

  test('hides a private repository from strangers', async () => {
    const hub = await aGitHub({ tokens: { 'a-token': 'stranger', other: 'owner' } })
    await hub.github.createRepository('acme/secret', { files: { a: 'a' }, private: true, collaborators: ['owner'] })
    await expect(clone(hub, 'acme/secret')).rejects.toThrow('not found')
    expect((await hub.ask('GET', '/repos/acme/secret')).status).toBe(404)
    const allowed = await hub.ask('GET', '/repos/acme/secret', undefined, { authorization: 'token other' })
    expect(allowed.status).toBe(200)
  })

  test('refuses to push to the references of pull requests and to the tag of an immutable release', async () => {
    const hub = await anApp()
    hub.github.setImmutableReleases('acme/app', true)
    await hub.github.release('acme/app', { tag: 'v1.0.0' })
    const work = await clone(hub)
    await commitTo(work, 'fix: one')
    await expect(git(work, 'push', 'origin', 'HEAD:refs/pull/1/head')).rejects.toThrow('deny updating a hidden ref')
    await expect(git(work, 'push', '-f', 'origin', 'HEAD:refs/tags/v1.0.0')).rejects.toThrow(
      'deny updating a hidden ref',
    )
    expect(hub.ledger.writes).toBe(0)
  })

  test('leaves repositories in which git finds nothing wrong', async () => {
    const hub = await anApp()
    await hub.ask('POST', '/repos/acme/app/forks')
    const work = await clone(hub, 'release-manager/app')
    await commitTo(work, 'fix: one')
    await git(work, 'push', '--quiet', 'origin', 'main')
    await hub.ask('POST', '/repos/acme/app/pulls', { title: 'One', head: 'release-manager:main', base: 'main' })
    await hub.ask('PUT', '/repos/acme/app/pulls/1/merge')
    await hub.github.tag('acme/app', 'v1.0.0', { message: 'one' })
    for (const repository of ['acme/app', 'release-manager/app']) {
      expect(await git(bare(hub, repository), 'fsck', '--strict', '--full', '--no-dangling')).toBe('')
    }
  })
})

describe('what reacts to a push', () => {
  test('is told of every way in which a reference moves, before the answer', async () => {
    const hub = await anApp()
    const seen: string[] = []
    hub.github.onPush('acme/app', async ({ ref, after }) => {
      seen.push(ref)
      expect(await hub.github.resolve('acme/app', ref)).toBe(after === '0'.repeat(40) ? undefined : after)
    })
    const work = await clone(hub)
    await commitTo(work, 'fix: one')
    await git(work, 'push', '--quiet', 'origin', 'main', 'main:topic')
    await hub.ask('DELETE', '/repos/acme/app/git/refs/heads/topic')
    await hub.github.commit('acme/app', 'main', { message: 'fix: two', files: { x: 'x' } })
    await hub.ask('POST', '/repos/acme/app/releases', { tag_name: 'v1.0.0' })
    expect(seen).toEqual([
      'refs/heads/main',
      'refs/heads/topic',
      'refs/heads/topic',
      'refs/heads/main',
      'refs/tags/v1.0.0',
    ])
    seen.splice(0)
    await hub.github.replayPushes()
    expect(seen).toEqual(['refs/heads/main'])
  })

  test('may push itself', async () => {
    const hub = await anApp()
    hub.github.onPush('acme/app', async ({ ref, after }) => {
      if (ref === 'refs/heads/main')
        await hub.ask('POST', '/repos/acme/app/git/refs', { ref: 'refs/tags/ci', sha: after })
    })
    const work = await clone(hub)
    await commitTo(work, 'fix: one')
    await git(work, 'push', '--quiet', 'origin', 'main')
    expect(await hub.github.resolve('acme/app', 'ci')).toBe(await git(work, 'rev-parse', 'HEAD'))
  })
})

describe('an imported repository', () => {
  test('has the history, branches and tags of a clone, packed objects too, and leaves the clone alone', async () => {
    const hub = await aGitHub()
    const source = await temporaryDirectory()
    await git(source, 'init', '--quiet', '-b', 'trunk', '.')
    for (let index = 0; index < 30; index += 1) {
      await writeFile(join(source, 'file.txt'), `${index}\n`.repeat(100))
      await git(source, 'add', '.')
      await git(source, 'commit', '--quiet', '-m', `feat: ${index}`)
    }
    await git(source, 'tag', '-am', 'one', 'v1.0.0')
    await git(source, 'gc', '--quiet')
    const before = await git(source, 'for-each-ref')

    await hub.github.importRepository('acme/imported', source)
    expect(await git(bare(hub, 'acme/imported'), 'for-each-ref')).toBe(before)
    const page = await hub.ask('GET', '/repos/acme/imported/commits?per_page=100')
    expect(page.get('29.commit.message')).toBe('feat: 0')
    await hub.github.commit('acme/imported', 'trunk', { message: 'feat: here', files: { new: 'x' } })
    expect(await git(source, 'for-each-ref')).toBe(before)
    expect(await git(bare(hub, 'acme/imported'), 'fsck', '--strict')).toBe('')
    expect((await hub.ask('GET', '/repos/acme/imported')).get('default_branch')).toBe('trunk')
  })

  test('has the remote branches of a clone that it has checked out only one of', async () => {
    const hub = await anApp()
    await hub.github.branch('acme/app', 'release-1.4', 'main')
    const work = await clone(hub)
    await hub.github.importRepository('acme/copy', work)
    const branches = await hub.ask('GET', '/repos/acme/copy/branches')
    expect(branches.body).toMatchObject([{ name: 'main' }, { name: 'release-1.4' }])
  })
})
