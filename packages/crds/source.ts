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
  /** The files at or below a path, with paths from the repository's root; empty where there are none. */
  list(repository: string, commit: string, path: string): Promise<readonly { path: string; blob: string }[]>
  read(repository: string, commit: string, path: string): Promise<Buffer>
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
  const commit = source.kind === 'remote' ? await remote.resolve(source.repository, source.ref) : null
  const all =
    source.kind === 'remote'
      ? await remote.list(source.repository, commit ?? '', source.path)
      : (await listLocal(source.path, workspace)).map((path) => ({ path, blob: null }))
  const directly = all.filter(
    ({ path }) => path === source.path || posix.dirname(path) === (source.path === '' ? '.' : source.path),
  )
  const candidates = directly.filter(({ path }) => mayHoldDefinitions(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
  const limit = pLimit(AT_ONCE)
  const files = await limit.map(candidates, async ({ path, blob }): Promise<SourceFile> => {
    const bytes =
      source.kind === 'remote'
        ? await remote.read(source.repository, commit ?? '', path)
        : ((await workspace.read(path, 'sources')) ?? Buffer.alloc(0))
    return { ...readDefinitions(bytes, path), origin: { source, path, commit, blob } }
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

async function listLocal(path: string, workspace: Workspace): Promise<string[]> {
  const below = await workspace.list(path, 'sources')
  return below.length > 0 || path === '' ? below : (await workspace.read(path, 'sources')) === null ? [] : [path]
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
