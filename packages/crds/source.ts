import { posix } from 'node:path'
import pLimit from 'p-limit'
import { UserError, type Workspace } from '../plan/index.ts'
import { type Definition, mayHoldDefinitions, readDefinitions, type ReadFile } from './definition.ts'

/** Where CRDs come from: a path of a repository at a ref, or of this checkout. */
export type Source =
  | { readonly kind: 'remote'; readonly repository: string; readonly ref: string; readonly path: string }
  | { readonly kind: 'local'; readonly path: string }

/** What this package asks of whoever reads other repositories; each answer is for one commit and never changes. */
export interface RemoteFiles {
  /** The commit that a branch, tag or commit names. @throws UserError where there is no such repository or ref. */
  resolve(repository: string, ref: string): Promise<string>
  /** The files below a directory (empty: the root), with paths from the repository's root; none where there is no such directory. */
  list(repository: string, commit: string, directory: string): Promise<readonly RemoteFile[]>
  read(repository: string, blob: string): Promise<Buffer>
}

export interface RemoteFile {
  readonly path: string
  /** Git's name for its bytes. */
  readonly blob: string
  /** As git writes it: `100644`, `120000` for a symbolic link. */
  readonly mode: string
}

/** Where exactly a definition was read. */
export interface Origin {
  readonly source: Source
  /** From the root of the repository or checkout. */
  readonly path: string
  /** The commit that the ref named; null for a local source. */
  readonly commit: string | null
  /** Git's name for the file's bytes; null for a local source. */
  readonly blob: string | null
}

/** One file of a source, read. */
export interface SourceFile extends ReadFile {
  readonly origin: Origin
}

/** A definition with what may be copied of its file. */
export interface SourcedDefinition {
  readonly definition: Definition
  readonly origin: Origin
  /** Its document, byte for byte; the whole file where the file holds only it. */
  readonly text: string
}

const FORMS = 'OWNER/REPO@REF:PATH or ./local/path'

/** How many files are asked for at once. */
const AT_ONCE = 8

/**
 * Parses one line of the input `sources`.
 *
 * @throws UserError saying which part is missing or wrong.
 */
export function parseSource(text: string): Source {
  if (text.startsWith('./') || text === '.') return { kind: 'local', path: cleanPath(text, text) }
  const [, repository = '', at = '', ref = '', colon = '', path = ''] =
    /^([^@:]*)(@?)([^:]*)(:?)(.*)$/s.exec(text) ?? []
  if (!/^[A-Za-z0-9][\w.-]*\/[\w.-]+$/.test(repository)) {
    throw wrong(
      text,
      `“${repository}” is not a repository`,
      'Write OWNER/REPO, or start a path of this checkout with ./',
    )
  }
  if (at === '' || ref === '')
    throw wrong(
      text,
      'the ref is missing',
      `Add a tag: “${repository}@v1.2.0:${path || 'config/crd/bases'}”; or write “./${repository}” for this checkout.`,
    )
  if (/[\s~^?*[\\]|\.\.|@\{|^[-/]|\/$/.test(ref))
    throw wrong(text, `“${ref}” is not a ref`, 'Give a tag, a branch or a commit.')
  if (colon === '' || path === '')
    throw wrong(text, 'the path is missing', `Add it: “${repository}@${ref}:config/crd/bases”.`)
  return { kind: 'remote', repository, ref, path: cleanPath(path, text) }
}

/** The source as the workflow wrote it. */
export function showSource(source: Source): string {
  return source.kind === 'local' ? `./${source.path}` : `${source.repository}@${source.ref}:${source.path || '.'}`
}

/**
 * Reads the files of one source: the file it names, or those directly in the directory it names (as `kubectl apply -f`
 * does: kubebuilder keeps patches, which are no definitions, in a directory below).
 *
 * @throws UserError where there is nothing at the path, or no CRD in it.
 */
export async function readSource(
  source: Source,
  workspace: Workspace,
  remote: RemoteFiles,
): Promise<readonly SourceFile[]> {
  const { commit, all } =
    source.kind === 'remote' ? await listRemote(source, remote) : await listLocal(source.path, workspace)
  const directly = all.filter(
    ({ path }) => path === source.path || posix.dirname(path) === (source.path === '' ? '.' : source.path),
  )
  const candidates = directly.filter(({ path }) => mayHoldDefinitions(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
  const files = await pLimit(AT_ONCE).map(candidates, async (file): Promise<SourceFile> => {
    const { path, blob } = file
    return { ...readDefinitions(await file.read(), path), origin: { source, path, commit, blob } }
  })
  if (!files.some((file) => file.documents.some((document) => document.definition !== undefined))) {
    throw nothingFound(
      source,
      all.map(({ path }) => path),
    )
  }
  return files
}

/** All definitions of all sources, by name. @throws UserError when two places define the same CRD. */
export function collectDefinitions(files: readonly SourceFile[]): ReadonlyMap<string, SourcedDefinition> {
  const found = new Map<string, SourcedDefinition>()
  for (const { documents, origin } of files) {
    for (const { definition, text } of documents) {
      if (definition === undefined) continue
      const other = found.get(definition.name)
      if (other !== undefined) {
        throw new UserError(
          `CRD “${definition.name}” comes from two places: ${showOrigin(other.origin)} and ${showOrigin(origin)}.`,
          { advice: 'Name one of them in “sources”: narrow a path, or leave one source out.' },
        )
      }
      found.set(definition.name, { definition, origin, text })
    }
  }
  return found
}

/** An origin as a person says it: repository, ref and file. */
export function showOrigin({ source, path }: Origin): string {
  return source.kind === 'local' ? `./${path}` : `${source.repository}@${source.ref}:${path}`
}

interface Listed {
  readonly path: string
  readonly blob: string | null
  read(): Promise<Buffer>
}

interface Listing {
  readonly commit: string | null
  readonly all: readonly Listed[]
}

async function listRemote(
  { repository, ref, path }: Source & { kind: 'remote' },
  remote: RemoteFiles,
): Promise<Listing> {
  const commit = await remote.resolve(repository, ref)
  const directory = mayHoldDefinitions(path) ? posix.dirname(path) : path
  const listed = await remote.list(repository, commit, directory === '.' ? '' : directory)
  // Symbolic links and submodules hold no definitions of their own.
  const files = listed.filter(({ mode }) => mode.startsWith('100'))
  return { commit, all: files.map((file) => ({ ...file, read: () => remote.read(repository, file.blob) })) }
}

async function listLocal(path: string, workspace: Workspace): Promise<Listing> {
  const below = await workspace.list(path, 'sources')
  const isFile = below.length === 0 && path !== '' && (await workspace.read(path, 'sources')) !== null
  const read = async (file: string): Promise<Buffer> => (await workspace.read(file, 'sources')) ?? Buffer.alloc(0)
  return {
    commit: null,
    all: (isFile ? [path] : below).map((file) => ({ path: file, blob: null, read: () => read(file) })),
  }
}

function nothingFound(source: Source, paths: readonly string[]): UserError {
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

function cleanPath(path: string, text: string): string {
  const clean = posix.normalize(path).replace(/\/+$/, '')
  if (clean.startsWith('..') || clean.startsWith('/') || clean.includes('\\') || clean.includes('\0')) {
    throw wrong(
      text,
      `the path “${path}” leaves the repository`,
      'Give a path from the root, without “..” and “/” in front.',
    )
  }
  return clean === '.' ? '' : clean
}

function wrong(text: string, what: string, advice: string): UserError {
  return new UserError(`Input “sources”: in “${text}” ${what}; expected ${FORMS}.`, { advice })
}
