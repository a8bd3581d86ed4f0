import { posix } from 'node:path'
import { UserError } from '../../plan/index.ts'
import type { Definition, ReadFile } from '../document/definition.ts'

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
  /** The bytes of files of a commit, by their blobs. */
  read(repository: string, commit: string, blobs: readonly string[]): Promise<ReadonlyMap<string, Buffer>>
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
