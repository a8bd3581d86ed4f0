import type { SandboxResponse } from '../../exchange.ts'
import type { GitHub } from '../github.ts'
import { DIRECTORY, type TreeEntry } from '../git/object.ts'
import { git } from '../git/process.ts'
import { findEntry } from '../git/tree.ts'
import { ApiError, notFound } from '../http.ts'
import { type InRepository, reading, type Route } from '../router.ts'
import { base64 } from './git-data.ts'

export const contentRoutes: readonly Route[] = [
  reading('/contents', contents),
  reading('/contents/{path...}', contents),
  reading('/tarball', (call) => archive(call, 'tar.gz')),
  reading('/tarball/{ref...}', (call) => archive(call, 'tar.gz')),
  reading('/zipball', (call) => archive(call, 'zip')),
  reading('/zipball/{ref...}', (call) => archive(call, 'zip')),
]

async function contents(call: InRepository): Promise<SandboxResponse> {
  const { request, links, repository } = call
  const path = (call.params['path'] ?? '').replaceAll(/^\/+|\/+$/g, '')
  const ref = request.query.get('ref') ?? repository.state.defaultBranch
  const sha = await repository.resolveCommit(ref)
  if (sha === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`)
  const tree = (await repository.objects.commit(sha))?.tree
  const entry = tree === undefined ? undefined : await findEntry(repository.objects, tree, path)
  if (entry === undefined) throw notFound()

  if (entry.mode === DIRECTORY) {
    const entries = (await repository.objects.tree(entry.oid)) ?? []
    const body = []
    for (const child of entries) {
      body.push({
        ...describe(call, path === '' ? child.name : `${path}/${child.name}`, ref, child),
        size: await sizeOf(call, child),
      })
    }
    return { status: 200, body }
  }
  const blob = (await repository.objects.blob(entry.oid)) ?? Buffer.alloc(0)
  if (/\bapplication\/vnd\.github\.(?:v3\.)?raw\b/.test(request.headers.accept ?? '')) {
    return { status: 200, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }, body: blob }
  }
  const file = describe(call, path, ref, entry)
  if (entry.mode === '120000')
    return { status: 200, body: { ...file, size: blob.length, target: blob.toString('utf8') } }
  if (entry.mode === '160000') return { status: 200, body: { ...file, size: 0, submodule_git_url: links.origin } }
  return { status: 200, body: { ...file, size: blob.length, content: `${base64(blob)}\n`, encoding: 'base64' } }
}

async function sizeOf({ repository }: InRepository, entry: TreeEntry): Promise<number> {
  return (await repository.objects.blob(entry.oid))?.length ?? 0
}

function describe({ links, repository }: InRepository, path: string, ref: string, entry: TreeEntry) {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const url = links.api(`/repos/${repository.fullName}/contents/${encoded}?ref=${encodeURIComponent(ref)}`)
  const isTree = entry.mode === DIRECTORY
  const isFile = entry.mode.startsWith('100')
  const git_url = links.api(`/repos/${repository.fullName}/git/${isTree ? 'trees' : 'blobs'}/${entry.oid}`)
  const html_url = links.html(`/${repository.fullName}/${isTree ? 'tree' : 'blob'}/${ref}/${encoded}`)
  const types: Record<string, string> = { [DIRECTORY]: 'dir', '120000': 'symlink', '160000': 'submodule' }
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha: entry.oid,
    url,
    html_url,
    git_url,
    download_url: isFile ? links.html(`/${repository.fullName}/raw/${encodeURIComponent(ref)}/${encoded}`) : null,
    type: types[entry.mode] ?? 'file',
    _links: { self: url, git: git_url, html: html_url },
  }
}

/** GitHub sends to another host for an archive; here it is the same host, outside the API. */
async function archive(call: InRepository, format: 'tar.gz' | 'zip'): Promise<SandboxResponse> {
  const ref = call.params['ref'] ?? call.repository.state.defaultBranch
  if ((await call.repository.resolveCommit(ref)) === undefined) throw notFound()
  const location = call.links.html(`/_codeload/${call.repository.fullName}/legacy.${format}/${encodeURIComponent(ref)}`)
  return { status: 302, headers: { location } }
}

/** The bytes of a file at `/{owner}/{repo}/raw/{ref}/{path}`, or undefined for other paths. */
export async function rawFile(github: GitHub, path: string): Promise<SandboxResponse | undefined> {
  const [, fullName = '', ref = '', file = ''] = /^\/([^/]+\/[^/]+)\/raw\/([^/]+)\/(.+)$/.exec(path) ?? []
  const repository = github.find(fullName)
  const sha = await repository?.resolveCommit(decodeURIComponent(ref))
  const tree = sha === undefined ? undefined : (await repository?.objects.commit(sha))?.tree
  if (repository === undefined || repository.state.private || tree === undefined) return undefined
  const entry = await findEntry(repository.objects, tree, decodeURIComponent(file))
  const body = entry === undefined ? undefined : await repository.objects.blob(entry.oid)
  return body === undefined ? undefined : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body }
}

/** `/_codeload/{owner}/{repo}/legacy.tar.gz/{ref}`, or undefined for other paths. */
export async function codeload(github: GitHub, path: string): Promise<SandboxResponse | undefined> {
  const match = /^\/_codeload\/([^/]+\/[^/]+)\/legacy\.(tar\.gz|zip)\/(.+)$/.exec(path)
  const repository = github.find(match?.[1] ?? '')
  const sha = await repository?.resolveCommit(decodeURIComponent(match?.[3] ?? ''))
  if (repository === undefined || sha === undefined) return undefined
  const format = match?.[2] ?? 'zip'
  const prefix = `--prefix=${repository.owner}-${repository.name}-${sha.slice(0, 7)}/`
  const args = [`--git-dir=${repository.gitDirectory}`, 'archive', `--format=${format}`, prefix, sha]
  const { code, stdout, stderr } = await git(args)
  if (code !== 0) throw new Error(`git archive failed in ${repository.gitDirectory}: ${stderr.trim()}`)
  const type = format === 'zip' ? 'application/zip' : 'application/x-gzip'
  return { status: 200, headers: { 'content-type': type }, body: stdout }
}
