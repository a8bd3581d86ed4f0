import { isAncestor } from '../git/history.ts'
import { isRefName } from '../git/refs.ts'
import { ApiError, notFound } from '../http.ts'
import { announcePush, changeRef, type RefChange } from '../pushes.ts'
import type { Repository } from '../repository.ts'
import { type InRepository, param, reading, type Route, type SignedCall, writing } from '../router.ts'
import { refView } from '../views/git.ts'

export const referenceRoutes: readonly Route[] = [
  reading('/git/ref/{ref...}', async (call) => {
    const name = `refs/${param(call, 'ref')}`
    const oid = call.repository.refs.get(name)
    if (oid === undefined) throw notFound()
    return { status: 200, body: await refView(call.links, call.repository, { name, oid }) }
  }),

  reading('/git/matching-refs/{ref...}', async (call) => {
    const { links, repository } = call
    // All of them at once: GitHub takes no `per_page` here, and ignores one.
    const found = repository.refs.list(`refs/${param(call, 'ref')}`)
    return { status: 200, body: await Promise.all(found.map((ref) => refView(links, repository, ref))) }
  }),

  writing('POST', '/git/refs', async (call) => {
    const { repository, body } = call
    const ref = body.string('ref')
    const oid = body.string('sha')
    if (!isRefName(ref)) throw new ApiError(422, `${ref} is not a valid ref name.`)
    await requireObject(repository, ref, oid)
    if (repository.refs.get(ref) !== undefined) throw new ApiError(422, 'Reference already exists')
    refuseBurnt(repository, ref, 'create')
    return { status: 201, body: await moveRef(call, { ref, oid, expected: null }, 'create') }
  }),

  writing('PATCH', '/git/refs/{ref...}', async (call) => {
    const { repository, body } = call
    const ref = `refs/${param(call, 'ref')}`
    const oid = body.string('sha')
    const before = repository.refs.get(ref)
    if (before === undefined) throw new ApiError(422, 'Reference does not exist')
    await requireObject(repository, ref, oid)
    refuseBurnt(repository, ref, 'update')
    if (body.boolean('force') !== true && !(await fastForward(repository, before, oid))) {
      throw new ApiError(422, 'Update is not a fast forward')
    }
    return { status: 200, body: await moveRef(call, { ref, oid, expected: before }, 'update') }
  }),

  writing('DELETE', '/git/refs/{ref...}', async (call) => {
    const { repository } = call
    const ref = `refs/${param(call, 'ref')}`
    if (repository.refs.get(ref) === undefined) throw new ApiError(422, 'Reference does not exist')
    if (repository.state.releases.some(({ immutable, tag }) => immutable && ref === `refs/tags/${tag}`)) {
      refuseBurnt(repository, ref, 'delete')
    }
    await moveRef(call, { ref, oid: null }, 'delete')
    return { status: 204 }
  }),
]

async function moveRef(call: InRepository<SignedCall>, change: RefChange, verb: string): Promise<object> {
  const { github, links, repository } = call
  const changed = await changeRef(github, repository, change)
  if ('refused' in changed) {
    throw new ApiError(422, changed.refused === 'stale' ? 'Reference already exists' : 'Reference update failed')
  }
  github.record(repository, `${verb} ${change.ref}`)
  await announcePush(github, repository, changed.push)
  return refView(links, repository, { name: change.ref, oid: changed.push.after })
}

async function requireObject(repository: Repository, ref: string, oid: string): Promise<void> {
  const object = await repository.objects.read(oid)
  if (object === undefined) throw new ApiError(422, 'Object does not exist')
  if (ref.startsWith('refs/heads/') && object.type !== 'commit') throw new ApiError(422, 'Reference update failed')
}

/** The tag of an immutable release does not move, and its name is never used again. */
function refuseBurnt(repository: Repository, ref: string, verb: 'create' | 'update' | 'delete'): void {
  if (!repository.state.burntTags.some((tag) => ref === `refs/tags/${tag}`)) return
  const what = { create: 'creations', update: 'updates', delete: 'deletions' }[verb]
  throw new ApiError(422, `Repository rule violations found\n\nCannot ${verb} ref due to ${what} being restricted.\n\n`)
}

async function fastForward(repository: Repository, from: string, to: string): Promise<boolean> {
  const [before, after] = await Promise.all([repository.objects.peel(from), repository.objects.peel(to)])
  return before !== undefined && after !== undefined && isAncestor(repository.objects, before, after)
}
