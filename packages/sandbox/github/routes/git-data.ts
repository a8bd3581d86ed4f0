import { commitDate } from '../git/history.ts'
import { DIRECTORY, isObjectType, type ObjectType, type Signature } from '../git/object.ts'
import { editTree, isTreePath, listTree, type TreeEdit } from '../git/tree.ts'
import { ApiError, type Fields, notFound, validationFailed } from '../http.ts'
import { userSignature, webFlow } from '../identity.ts'
import type { Repository } from '../repository.ts'
import { type InRepository, param, reading, type Route, writing } from '../router.ts'
import { gitCommitView } from '../views/commit.ts'
import { tagView } from '../views/git.ts'

export const gitDataRoutes: readonly Route[] = [
  writing('POST', '/git/tags', async ({ github, links, repository, body, login }) => {
    const object = body.string('object')
    const type = objectType(body.string('type'))
    if ((await repository.objects.read(object))?.type !== type) throw missing('object')
    const tagger = signature(body.fields('tagger'), github.ledger.now()) ?? userSignature(login, github.ledger.now())
    const message = withNewline(body.string('message'))
    const tag = { object, type, name: body.string('tag'), tagger, message }
    const sha = repository.objects.writeTag(tag)
    github.record(repository, `create tag object ${tag.name}`)
    return { status: 201, body: tagView(links, repository, sha, tag) }
  }),

  reading('/git/tags/{sha}', async (call) => {
    const sha = param(call, 'sha')
    const tag = await call.repository.objects.tag(sha)
    if (tag === undefined) throw notFound()
    return { status: 200, body: tagView(call.links, call.repository, sha, tag) }
  }),

  writing('POST', '/git/commits', async ({ github, links, repository, body, login }) => {
    const { objects } = repository
    const tree = body.string('tree')
    if ((await objects.tree(tree)) === undefined) throw new ApiError(422, 'Tree SHA does not exist')
    const parents = body.strings('parents') ?? []
    for (const parent of parents) {
      if ((await objects.commit(parent)) === undefined) {
        throw new ApiError(422, 'Parent SHA does not exist or is not a commit object')
      }
    }
    const now = await commitDate(objects, parents, github.ledger.now())
    const given = signature(body.fields('author'), now)
    // Without a named author GitHub signs the commit as its own.
    const committer = signature(body.fields('committer'), now) ?? given ?? webFlow(now)
    const author = given ?? userSignature(login, now)
    const sha = objects.writeCommit({ tree, parents, author, committer, message: body.string('message') })
    github.record(repository, 'create commit object')
    const commit = await objects.commit(sha)
    if (commit === undefined) throw notFound()
    return { status: 201, body: gitCommitView(links, repository, sha, commit) }
  }),

  reading('/git/commits/{sha}', async (call) => {
    const sha = param(call, 'sha')
    const commit = await call.repository.objects.commit(sha)
    if (commit === undefined) throw notFound()
    return { status: 200, body: gitCommitView(call.links, call.repository, sha, commit) }
  }),

  reading('/git/trees/{tree...}', async (call) => {
    const sha = await treeOf(call.repository, param(call, 'tree'))
    if (sha === undefined) throw notFound()
    return { status: 200, body: await treeView(call, sha, (call.request.query.get('recursive') ?? '') !== '') }
  }),

  writing('POST', '/git/trees', async (call) => {
    const { github, repository, body } = call
    const base = body.optionalString('base_tree')
    const start = base === undefined ? undefined : await treeOf(repository, base)
    if (base !== undefined && start === undefined) throw new ApiError(422, 'Base tree SHA does not exist')
    const items = body.list('tree')
    if (items === undefined) throw new ApiError(422, 'Invalid request.\n\n"tree" wasn\'t supplied.')
    const edits: TreeEdit[] = []
    for (const item of items) edits.push(await treeEdit(repository, item))
    const sha = await editTree(repository.objects, start, edits)
    github.record(repository, 'create tree object')
    return { status: 201, body: await treeView(call, sha, false) }
  }),

  writing('POST', '/git/blobs', async ({ github, links, repository, body }) => {
    const encoding = body.optionalString('encoding') === 'base64' ? 'base64' : 'utf8'
    const sha = repository.objects.write('blob', Buffer.from(body.string('content'), encoding))
    github.record(repository, 'create blob object')
    return { status: 201, body: { sha, url: links.api(`/repos/${repository.fullName}/git/blobs/${sha}`) } }
  }),

  reading('/git/blobs/{sha}', async (call) => {
    const { links, repository } = call
    const sha = param(call, 'sha')
    const blob = await repository.objects.blob(sha)
    if (blob === undefined) throw notFound()
    const url = links.api(`/repos/${repository.fullName}/git/blobs/${sha}`)
    const node_id = `B_${repository.state.id}_${sha}`
    return { status: 200, body: { sha, node_id, size: blob.length, url, content: base64(blob), encoding: 'base64' } }
  }),
]

/** Base64 in lines of 60 characters, as GitHub sends it. */
export function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{60}/g, '$&\n')
}

function objectType(type: string): ObjectType {
  if (!isObjectType(type)) throw validationFailed({ resource: 'Tag', code: 'invalid', field: 'type' })
  return type
}

function missing(field: string): ApiError {
  return validationFailed({ resource: 'Tag', code: 'missing', field })
}

function withNewline(message: string): string {
  return message.endsWith('\n') ? message : `${message}\n`
}

function signature(fields: Fields | undefined, now: Date): Signature | undefined {
  if (fields === undefined) return undefined
  const date = fields.optionalString('date')
  return { name: fields.string('name'), email: fields.string('email'), date: date === undefined ? now : new Date(date) }
}

/** The tree of a tree id, a commit id, a branch or a tag. */
async function treeOf(repository: Repository, name: string): Promise<string | undefined> {
  if ((await repository.objects.tree(name)) !== undefined) return name
  const commit = await repository.resolveCommit(name)
  return commit === undefined ? undefined : (await repository.objects.commit(commit))?.tree
}

async function treeView({ links, repository }: InRepository, sha: string, recursive: boolean): Promise<object> {
  const git = links.api(`/repos/${repository.fullName}/git`)
  const listed = await listTree(repository.objects, sha)
  const tree = []
  for (const { path, mode, oid } of listed) {
    if (!recursive && path.includes('/')) continue
    const type = mode === DIRECTORY ? 'tree' : mode === '160000' ? 'commit' : 'blob'
    const size = type === 'blob' ? { size: (await repository.objects.blob(oid))?.length ?? 0 } : {}
    tree.push({ path, mode: mode.padStart(6, '0'), type, sha: oid, ...size, url: `${git}/${type}s/${oid}` })
  }
  return { sha, url: `${git}/trees/${sha}`, tree, truncated: false }
}

const MODES: ReadonlySet<string> = new Set(['100644', '100755', '040000', '160000', '120000'])

async function treeEdit(repository: Repository, item: Fields): Promise<TreeEdit> {
  const path = item.string('path')
  const invalid = (message: string): ApiError => new ApiError(422, `tree.path ${message}`)
  if (!isTreePath(path)) throw invalid('contains a malformed path component')
  if (item.isNull('sha')) return { path, entry: undefined }
  const mode = item.string('mode')
  if (!MODES.has(mode)) throw new ApiError(422, 'Must supply a valid tree.mode')
  const content = item.optionalString('content')
  if (content !== undefined) {
    return { path, entry: { mode, oid: repository.objects.write('blob', Buffer.from(content)) } }
  }
  const oid = item.string('sha')
  if (mode !== '160000' && !(await repository.objects.has(oid)))
    throw new ApiError(422, `tree.sha ${oid} is not a valid blob`)
  return { path, entry: { mode: mode.replace(/^0/, ''), oid } }
}
