import { describe, expect, test } from 'vitest'
import { anApp, headOf, type Hub } from './githubs.ts'

const APP = '/repos/acme/app'

async function tagOf(hub: Hub, name: string): Promise<string | undefined> {
  return hub.github.resolve('acme/app', `refs/tags/${name}`)
}

/** Opens and merges a pull request of somebody; gives its number. */
async function mergeWork(hub: Hub, author: string, title: string): Promise<number> {
  const branch = title.replaceAll(/\W/g, '-')
  await hub.github.commit('acme/app', branch, { message: title, files: { [branch]: title } })
  const number = await hub.github.pullRequest('acme/app', { title, head: branch, author })
  await hub.github.mergePullRequest('acme/app', number, { counted: true })
  return number
}

describe('a release', () => {
  test('makes its tag when it is published, not as a draft', async () => {
    const hub = await anApp()
    const draft = await hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.0.0', draft: true, name: 'One' })
    expect(draft.body).toMatchObject({ draft: true, published_at: null, tag_name: 'v1.0.0' })
    expect(await tagOf(hub, 'v1.0.0')).toBeUndefined()
    expect((await hub.ask('GET', `${APP}/releases/tags/v1.0.0`)).status).toBe(404)
    expect((await hub.ask('GET', `${APP}/releases`)).get('0.draft')).toBe(true)
    expect((await hub.ask('GET', `${APP}/releases`, undefined, { authorization: '' })).body).toEqual([])

    const published = await hub.ask('PATCH', `${APP}/releases/${String(draft.get('id'))}`, { draft: false })
    expect(published.body).toMatchObject({
      draft: false,
      name: 'One',
      html_url: `${hub.url}/acme/app/releases/tag/v1.0.0`,
    })
    expect(await tagOf(hub, 'v1.0.0')).toBe(await headOf(hub, 'main'))
    expect(hub.ledger.subjects).toEqual([
      'github acme/app create draft release v1.0.0',
      'github acme/app update release v1.0.0',
    ])
  })

  test('takes the tag that is there, wherever its target says', async () => {
    const hub = await anApp()
    const old = await headOf(hub, 'main')
    await hub.github.tag('acme/app', 'v1.0.0', { message: 'annotated' })
    await hub.github.commit('acme/app', 'main', { message: 'later', files: { later: 'x' } })
    expect((await hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.0.0', target_commitish: 'main' })).status).toBe(
      201,
    )
    expect(await tagOf(hub, 'v1.0.0')).toBe(old)
  })

  test.each([
    ['a tag that is released already', { tag_name: 'v1.0.0' }, { code: 'already_exists', field: 'tag_name' }],
    ['a name that is no tag', { tag_name: 'v 1' }, { code: 'custom', message: 'tag_name is not a valid tag' }],
    [
      'a target that is not there',
      { tag_name: 'v2.0.0', target_commitish: 'nowhere' },
      { code: 'invalid', field: 'target_commitish' },
    ],
  ])('is refused for %s', async (_what, body, error) => {
    const hub = await anApp()
    await hub.github.release('acme/app', { tag: 'v1.0.0' })
    const refused = await hub.ask('POST', `${APP}/releases`, body)
    expect(refused).toMatchObject({ status: 422, body: { message: 'Validation Failed' } })
    expect(refused.get('errors')).toContainEqual(expect.objectContaining(error))
    expect(hub.ledger.writes).toBe(0)
  })

  test('is made once, however many ask at once', async () => {
    const hub = await anApp()
    const ask = () => hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.0.0' })
    const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422, 422, 422])
    expect((await hub.ask('GET', `${APP}/releases`)).get('1')).toBeUndefined()
  })

  test('is the latest when it is published, unless it is a prerelease or says no', async () => {
    const hub = await anApp()
    const latest = async (): Promise<unknown> => (await hub.ask('GET', `${APP}/releases/latest`)).get('tag_name')
    expect((await hub.ask('GET', `${APP}/releases/latest`)).status).toBe(404)
    await hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.4.0' })
    await hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.5.0-rc.1', prerelease: true })
    await hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.3.9', make_latest: 'false' })
    expect(await latest()).toBe('v1.4.0')
    const hotfix = await hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.3.10' })
    expect(await latest()).toBe('v1.3.10')
    await hub.ask('DELETE', `${APP}/releases/${String(hotfix.get('id'))}`)
    expect(await tagOf(hub, 'v1.3.10')).toBeDefined()
    expect((await hub.ask('POST', `${APP}/releases`, { tag_name: 'v9', make_latest: 'maybe' })).status).toBe(422)
  })
})

describe('an immutable release', () => {
  async function anImmutableRelease(): Promise<{ hub: Hub; url: string }> {
    const hub = await anApp()
    hub.github.setImmutableReleases('acme/app', true)
    const release = await hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.0.0', body: 'notes' })
    expect(release.get('immutable')).toBe(true)
    return { hub, url: `${APP}/releases/${String(release.get('id'))}` }
  }

  test('keeps its tag; only title and notes can be edited', async () => {
    const { hub, url } = await anImmutableRelease()
    expect((await hub.ask('PATCH', url, { body: 'better', name: 'One' })).body).toMatchObject({
      body: 'better',
      name: 'One',
    })
    expect((await hub.ask('PATCH', url, { tag_name: 'v1.0.1' })).status).toBe(422)
    await hub.github.commit('acme/app', 'main', { message: 'later', files: { later: 'x' } })
    const sha = await headOf(hub, 'main')
    const moved = await hub.ask('PATCH', `${APP}/git/refs/tags/v1.0.0`, { sha, force: true })
    expect(moved.get('message')).toContain('Repository rule violations found')
    expect((await hub.ask('DELETE', `${APP}/git/refs/tags/v1.0.0`)).status).toBe(422)
  })

  test('burns its tag for ever', async () => {
    const { hub, url } = await anImmutableRelease()
    const sha = await headOf(hub, 'main')
    await hub.ask('DELETE', url)
    expect((await hub.ask('DELETE', `${APP}/git/refs/tags/v1.0.0`)).status).toBe(204)
    const again = await hub.ask('POST', `${APP}/releases`, { tag_name: 'v1.0.0' })
    expect(again.status).toBe(422)
    expect(again.get('errors')).toContainEqual(
      expect.objectContaining({ message: 'tag_name was used by an immutable release' }),
    )
    expect((await hub.ask('POST', `${APP}/git/refs`, { ref: 'refs/tags/v1.0.0', sha })).status).toBe(422)
    expect(await tagOf(hub, 'v1.0.0')).toBeUndefined()
  })
})

describe('generated notes', () => {
  test('list the merged pull requests since the previous release, and who contributed first', async () => {
    const hub = await anApp()
    await mergeWork(hub, 'ada', 'feat: one')
    await hub.github.release('acme/app', { tag: 'v1.0.0' })
    await mergeWork(hub, 'ada', 'fix: two')
    await mergeWork(hub, 'bob', 'feat: three')
    await mergeWork(hub, 'bob', 'feat: four')
    const notes = await hub.ask('POST', `${APP}/releases/generate-notes`, { tag_name: 'v1.1.0' })
    const at = `${hub.url}/acme/app`
    expect(notes.get('name')).toBe('v1.1.0')
    expect(notes.text('body')).toBe(
      [
        "## What's Changed",
        `* fix: two by @ada in ${at}/pull/2`,
        `* feat: three by @bob in ${at}/pull/3`,
        `* feat: four by @bob in ${at}/pull/4`,
        '',
        '## New Contributors',
        `* @bob made their first contribution in ${at}/pull/3`,
        '',
        `**Full Changelog**: ${at}/compare/v1.0.0...v1.1.0`,
      ].join('\n'),
    )
  })

  test('go back to the release of the line, or to the tag that is asked for', async () => {
    const hub = await anApp()
    await hub.github.release('acme/app', { tag: 'v1.0.0' })
    await hub.github.branch('acme/app', 'release-1.0', 'main')
    await mergeWork(hub, 'ada', 'feat: new')
    await hub.github.release('acme/app', { tag: 'v1.1.0' })
    const of = async (body: object): Promise<string> =>
      (await hub.ask('POST', `${APP}/releases/generate-notes`, body)).text('body')
    expect(await of({ tag_name: 'v1.0.1', target_commitish: 'release-1.0' })).toBe(
      `**Full Changelog**: ${hub.url}/acme/app/compare/v1.0.0...v1.0.1`,
    )
    expect(await of({ tag_name: 'v1.1.0', previous_tag_name: 'v1.0.0' })).toContain('feat: new by @ada')
    const wrong = await hub.ask('POST', `${APP}/releases/generate-notes`, { tag_name: 'v2', previous_tag_name: 'gone' })
    expect(wrong.status).toBe(422)
  })

  test('of a first release point at its commits', async () => {
    const hub = await anApp()
    const release = await hub.ask('POST', `${APP}/releases`, {
      tag_name: 'v1.0.0',
      generate_release_notes: true,
      body: 'Matrix',
    })
    expect(release.body).toMatchObject({
      name: 'v1.0.0',
      body: `Matrix\n\n**Full Changelog**: ${hub.url}/acme/app/commits/v1.0.0`,
    })
  })
})
