import { posix } from 'node:path'
import pLimit from 'p-limit'
import { UserError } from '../../plan/index.js'
import { mayHoldDefinitions, readDefinitions } from '../document/definition.js'
import { isKustomization, KUSTOMIZATIONS, readKustomization } from './kustomized.js'
import { parseSource, showSource } from './source.js'
/** Kustomizations that list kustomizations that list …: deeper than this it is a circle. */
const DEEPEST = 8
/** How many files are open at once. */
const AT_ONCE = 16
/**
 * Reads the files of one source: the file it names, or those directly in the directory it names (as `kubectl apply -f`
 * does: kubebuilder keeps patches, which are no definitions, in a directory below). Where it names a kustomization, or a
 * directory that holds no CRD itself but a kustomization, what that lists.
 *
 * @throws UserError where there is nothing at the path, or no CRD in it.
 */
export async function readSource(source, workspace, remote, depth = 0) {
  const tree = source.kind === 'remote' ? await openRemote(source, remote) : openLocal(workspace)
  const { path } = source
  const isFile = mayHoldDefinitions(path) || isKustomization(path)
  const all =
    isFile && source.kind === 'local' ? await here(path, workspace) : await tree.list(isFile ? directoryOf(path) : path)
  const directly = all.filter((file) => file.path === path || directoryOf(file.path) === path)
  const candidates = directly.filter((file) => mayHoldDefinitions(file.path) && !isKustomization(file.path))
  const files = isKustomization(path) ? [] : await readFiles(candidates, source, tree)
  if (hasDefinitions(files)) return { files, findings: [] }
  const kustomization = KUSTOMIZATIONS.map((name) => posix.join(path, name)).find((name) =>
    all.some((file) => file.path === name),
  )
  const start = isKustomization(path) && all.some((file) => file.path === path) ? path : kustomization
  if (start !== undefined) {
    const followed = await followKustomization(start, source, tree, workspace, remote, depth)
    if (hasDefinitions(followed.files)) return followed
  }
  throw nothingFound(
    source,
    all.map((file) => file.path),
  )
}
/** A file of this checkout; its directory may hold anything else. */
async function here(path, workspace) {
  return (await workspace.read(path, 'sources')) === null ? [] : [{ path, blob: null }]
}
/** Asks for each commit and each directory once, however many sources name them. */
export function remembering(remote) {
  const commits = new Map()
  const directories = new Map()
  const once = (known, key, ask) => {
    const asked = known.get(key) ?? ask()
    known.set(key, asked)
    return asked
  }
  return {
    resolve: (repository, ref) => once(commits, `${repository}@${ref}`, () => remote.resolve(repository, ref)),
    list: (repository, commit, directory) =>
      once(directories, `${repository}@${commit}:${directory}`, () => remote.list(repository, commit, directory)),
    read: (repository, commit, blobs) => remote.read(repository, commit, blobs),
  }
}
function hasDefinitions(files) {
  return files.some((file) => file.documents.some((document) => document.definition !== undefined))
}
async function readFiles(candidates, source, tree) {
  const sorted = candidates.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const contents = await tree.read(sorted)
  return sorted.map(({ path, blob }, index) => {
    const bytes = contents[index] ?? Buffer.alloc(0)
    return { ...readDefinitions(bytes, path), origin: { source, path, commit: tree.commit, blob } }
  })
}
async function followKustomization(start, source, tree, workspace, remote, depth) {
  if (depth > DEEPEST) throw circle(start)
  const all = await tree.list('')
  const byPath = new Map(all.map((file) => [file.path, file]))
  const wanted = new Map()
  const findings = []
  const others = []
  const open = [start]
  const seen = new Set()
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (seen.has(at)) continue
    seen.add(at)
    const file = byPath.get(at)
    const [bytes] = file === undefined ? [] : await tree.read([file])
    const { resources, elsewhere, transforms } = readKustomization(bytes ?? Buffer.alloc(0), at)
    if (transforms.length > 0) findings.push(transformed(at, source, transforms))
    for (const resource of resources) {
      const inner = KUSTOMIZATIONS.map((name) => posix.join(resource, name)).find((name) => byPath.has(name))
      const found = byPath.get(resource)
      if (found !== undefined) wanted.set(resource, found)
      else if (inner === undefined) throw notThere(resource, at, source)
      else open.push(inner)
    }
    for (const entry of elsewhere) {
      const more = await readSource(remoteBase(entry, at), workspace, remote, depth + 1)
      others.push(...more.files)
      findings.push(...more.findings)
    }
  }
  return { files: [...(await readFiles([...wanted.values()], source, tree)), ...others], findings }
}
/** A kustomization's resource in another repository: `https://github.com/OWNER/REPO//PATH?ref=REF` and its short forms. */
function remoteBase(entry, file) {
  const short = entry
    .replace(/^(?:git::)?(?:https?:\/\/|ssh:\/\/git@|git@)?/, '')
    .replace(/^github\.com:/, 'github.com/')
  const found =
    /^github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/{1,2}([^?]*))?\?(?:.*&)?(?:ref|version)=([^&]+)/.exec(short)
  const raw = /^raw\.githubusercontent\.com\/([\w.-]+)\/([\w.-]+)\/([^/]+)\/(.+)$/.exec(short)
  if (found !== null)
    return parseSource(
      `${found[1]}/${found[2]}@${found[4]}:${found[3] === undefined || found[3] === '' ? '.' : found[3]}`,
    )
  if (raw !== null) return parseSource(`${raw[1]}/${raw[2]}@${raw[3]}:${raw[4]}`)
  throw new UserError(`${file}: the resource “${entry}” is not a path of a GitHub repository at a ref.`, {
    file,
    advice: 'Name it as a source of its own, as OWNER/REPO@REF:PATH.',
  })
}
function transformed(file, source, transforms) {
  return {
    severity: 'warning',
    rule: 'kustomization-not-applied',
    message: `${file} in ${showSource(source)} has ${transforms.join(', ')}; CRDs are copied as their files are, without that.`,
    advice: 'Keep such patches in the kustomization of the destination, where your names and namespaces are known.',
  }
}
function notThere(resource, kustomization, source) {
  return new UserError(
    `sources: ${kustomization} in “${showSource(source)}” lists “${resource}”, which is not there.`,
    {
      advice: 'Have it corrected in the source, or name the directory of the CRDs instead of the kustomization.',
    },
  )
}
function circle(kustomization) {
  return new UserError(`sources: kustomizations list each other in a circle, back to ${kustomization}.`, {
    advice: 'Name the directory of the CRDs instead of the kustomization.',
  })
}
async function openRemote(source, remote) {
  const { repository, ref } = source
  const commit = await remote.resolve(repository, ref)
  return {
    commit,
    async list(directory) {
      const listed = await remote.list(repository, commit, directory)
      // Symbolic links and submodules hold no definitions of their own.
      return listed.filter(({ mode }) => mode.startsWith('100'))
    },
    async read(files) {
      if (files.length === 0) return []
      const found = await remote.read(
        repository,
        commit,
        files.flatMap(({ blob }) => blob ?? []),
      )
      return files.map(({ blob }) => found.get(blob ?? '') ?? Buffer.alloc(0))
    },
  }
}
function openLocal(workspace) {
  return {
    commit: null,
    async list(directory) {
      const below = await workspace.list(directory, 'sources')
      return below.map((path) => ({ path, blob: null }))
    },
    read: (files) =>
      pLimit(AT_ONCE).map(files, async ({ path }) => (await workspace.read(path, 'sources')) ?? Buffer.alloc(0)),
  }
}
/** The directory of a path; empty for the root. */
function directoryOf(path) {
  const directory = posix.dirname(path)
  return directory === '.' ? '' : directory
}
function nothingFound(source, paths) {
  const shown = showSource(source)
  if (paths.length === 0) {
    return new UserError(`sources: there is nothing at “${shown}”.`, {
      advice: 'Check the path against the repository at that ref; it is case-sensitive and starts at the root.',
    })
  }
  const inside = source.path === '' ? '' : `${source.path}/`
  const directories = new Set(
    paths.map((path) => posix.dirname(path)).filter((path) => path.startsWith(inside) && path !== source.path),
  )
  const below = [...directories].find((path) => paths.some((p) => posix.dirname(p) === path && mayHoldDefinitions(p)))
  return new UserError(`sources: no CRD in “${shown}” (${paths.length} files, directories below are not searched).`, {
    advice:
      below === undefined
        ? 'Point to the directory that holds the CRDs.'
        : `There are YAML files in “${below}”: is it that one?`,
  })
}
