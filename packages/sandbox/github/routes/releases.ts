import type { SandboxResponse } from '../../exchange.ts'
import { ApiError, type Fields, notFound, paginate } from '../http.ts'
import { generateNotes } from '../notes.ts'
import { announcePush } from '../pushes.ts'
import {
  createRelease,
  deleteRelease,
  latestRelease,
  listReleases,
  type MakeLatest,
  type ReleaseChange,
  type ReleaseWish,
  updateRelease,
} from '../releases.ts'
import { type InRepository, param, reading, type Route, writing } from '../router.ts'
import type { ReleaseState } from '../state.ts'
import { mayWrite } from '../views/repository.ts'
import { releaseView } from '../views/release.ts'

export const releaseRoutes: readonly Route[] = [
  reading('/releases', async (call) => {
    const { request, links, repository } = call
    const visible = listReleases(repository).filter((release) => !release.draft || seesDrafts(call))
    const { items, headers } = paginate(request, links.origin, visible)
    return { status: 200, headers, body: items.map((release) => releaseView(links, repository, release)) }
  }),

  reading('/releases/latest', async ({ links, repository }) => {
    const latest = latestRelease(repository)
    if (latest === undefined) throw notFound()
    return { status: 200, body: releaseView(links, repository, latest) }
  }),

  reading('/releases/tags/{tag...}', async (call) => {
    const tag = param(call, 'tag')
    const found = call.repository.state.releases.find((release) => !release.draft && release.tag === tag)
    if (found === undefined) throw notFound()
    return { status: 200, body: releaseView(call.links, call.repository, found) }
  }),

  writing('POST', '/releases/generate-notes', async ({ links, repository, body }) => {
    const notes = await notesFor({ links, repository }, body, body.string('tag_name'))
    return { status: 200, body: notes }
  }),

  writing('POST', '/releases', async (call) => {
    const { github, repository, body, login } = call
    const tag = body.string('tag_name')
    const wish = releaseWish(body)
    if (body.boolean('generate_release_notes') === true) {
      const notes = await notesFor(call, body, tag)
      const text = [wish.body ?? '', notes.body].filter((part) => part !== '').join('\n\n')
      const generated = { ...wish, tag, author: login, name: wish.name ?? notes.name, body: text }
      return answer(call, await createRelease(github, repository, generated), 201)
    }
    return answer(call, await createRelease(github, repository, { ...wish, tag, author: login }), 201)
  }),

  reading('/releases/{id}', async (call) => {
    const release = releaseOf(call)
    if (release.draft && !seesDrafts(call)) throw notFound()
    return { status: 200, body: releaseView(call.links, call.repository, release) }
  }),

  writing('PATCH', '/releases/{id}', async (call) => {
    const { github, repository, body } = call
    return answer(call, await updateRelease(github, repository, releaseOf(call), releaseWish(body)), 200)
  }),

  writing('DELETE', '/releases/{id}', async (call) => {
    const release = releaseOf(call)
    deleteRelease(call.repository, release)
    call.github.record(call.repository, `delete release ${release.tag}`)
    return { status: 204 }
  }),

  reading('/releases/{id}/assets', async (call) => {
    releaseOf(call)
    return { status: 200, body: [] }
  }),

  reading('/immutable-releases', async ({ repository }) => {
    const enabled = repository.state.immutableReleases
    if (!enabled) throw notFound()
    return { status: 200, body: { enabled, enforced_by_owner: false } }
  }),
]

/** Records what was done, and announces the tag that publishing made. */
async function answer(call: InRepository, change: ReleaseChange, status: number): Promise<SandboxResponse> {
  const { github, links, repository } = call
  const { tag, draft } = change.release
  github.record(repository, `${status === 201 ? 'create' : 'update'} ${draft ? 'draft release' : 'release'} ${tag}`)
  if (change.push !== undefined) await announcePush(github, repository, change.push)
  const headers = status === 201 ? { location: releaseView(links, repository, change.release).url } : {}
  return { status, headers, body: releaseView(links, repository, change.release) }
}

function releaseWish(body: Fields): ReleaseWish {
  return {
    tag: body.optionalString('tag_name'),
    target: body.optionalString('target_commitish'),
    name: body.optionalString('name'),
    body: body.optionalString('body'),
    draft: body.boolean('draft'),
    prerelease: body.boolean('prerelease'),
    makeLatest: makeLatest(body.optionalString('make_latest')),
  }
}

function makeLatest(value: string | undefined): MakeLatest | undefined {
  if (value === undefined || value === 'true' || value === 'false' || value === 'legacy') return value
  throw new ApiError(422, `Invalid request.\n\n${value} is not a possible value of make_latest.`)
}

async function notesFor({ links, repository }: Pick<InRepository, 'links' | 'repository'>, body: Fields, tag: string) {
  const target = body.optionalString('target_commitish') ?? repository.state.defaultBranch
  const commit = (await repository.resolveCommit(`refs/tags/${tag}`)) ?? (await repository.resolveCommit(target))
  if (commit === undefined) throw new ApiError(422, `Invalid target_commitish parameter: ${target}`)
  const previousTag = body.optionalString('previous_tag_name')
  if (previousTag !== undefined && repository.refs.get(`refs/tags/${previousTag}`) === undefined) {
    throw new ApiError(422, 'Invalid previous_tag parameter')
  }
  return generateNotes(repository, links, { tag, commit, previousTag })
}

function releaseOf(call: InRepository): ReleaseState {
  const id = param(call, 'id')
  const found = call.repository.state.releases.find((release) => String(release.id) === id)
  if (found === undefined) throw notFound()
  return found
}

function seesDrafts({ login, repository }: InRepository): boolean {
  return login !== undefined && mayWrite(repository, login)
}
