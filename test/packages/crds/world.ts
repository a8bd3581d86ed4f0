import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { RemoteFile, RemoteFiles, SyncOptions } from '../../../packages/crds/index.ts'
import { UserError, Workspace } from '../../../packages/plan/index.ts'

export const fixtures = join(import.meta.dirname, '../../fixtures/crds')

/** Repositories as values: `OWNER/REPO@REF` -> path -> text. */
export type Repositories = Record<string, Record<string, string | Buffer>>

/** A remote that answers from values and counts what it was asked. */
export class MemoryRemote implements RemoteFiles {
  readonly requests: string[] = []
  readonly #blobs = new Map<string, string | Buffer>()
  repositories: Repositories

  constructor(repositories: Repositories) {
    this.repositories = repositories
  }

  resolve(repository: string, ref: string): Promise<string> {
    this.requests.push(`resolve ${repository}@${ref}`)
    if (this.repositories[`${repository}@${ref}`] === undefined) {
      return Promise.reject(new UserError(`${repository} has no “${ref}”.`))
    }
    return Promise.resolve(sha1(JSON.stringify([ref, this.repositories[`${repository}@${ref}`]])))
  }

  list(repository: string, commit: string, directory: string): Promise<RemoteFile[]> {
    this.requests.push(`list ${repository} ${directory}`)
    return Promise.resolve(
      Object.entries(this.#tree(repository, commit))
        .filter(([file]) => directory === '' || file.startsWith(`${directory}/`))
        .map(([file, content]) => {
          this.#blobs.set(sha1(content), content)
          return { path: file, blob: sha1(content), mode: file.endsWith('link.yaml') ? '120000' : '100644' }
        }),
    )
  }

  read(repository: string, _commit: string, blobs: readonly string[]): Promise<Map<string, Buffer>> {
    this.requests.push(...blobs.map(() => `read ${repository}`))
    return Promise.resolve(new Map(blobs.map((blob) => [blob, Buffer.from(this.#blobs.get(blob) ?? '')])))
  }

  #tree(repository: string, commit: string): Record<string, string | Buffer> {
    for (const [name, files] of Object.entries(this.repositories)) {
      const [own, ref] = name.split('@')
      if (own === repository && sha1(JSON.stringify([ref, files])) === commit) return files
    }
    throw new Error(`nobody resolved ${repository} to ${commit}`)
  }
}

/** A checkout in a directory of its own, removed with the test. */
export async function checkout(files: Record<string, string | Buffer>): Promise<Workspace> {
  const root = await mkdtemp(join(tmpdir(), 'crds-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  return new Workspace(root)
}

/** All files of a checkout, by path. */
export async function contents(workspace: Workspace): Promise<Record<string, string>> {
  const paths = await workspace.list('')
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(workspace.root, path), 'utf8')] as const)),
  )
}

/** A directory of the fixtures, its files under `prefix`. */
export async function fixture(directory: string, prefix: string): Promise<Record<string, string>> {
  const names = await readdir(join(fixtures, directory))
  return Object.fromEntries(
    await Promise.all(
      names.map(
        async (name) => [`${prefix}/${name}`, await readFile(join(fixtures, directory, name), 'utf8')] as const,
      ),
    ),
  )
}

export function options(given: Partial<SyncOptions> & Pick<SyncOptions, 'sources'>): SyncOptions {
  return {
    destination: 'config/crd',
    include: [],
    exclude: [],
    prune: true,
    compatibility: 'error',
    kustomization: 'auto',
    lockFile: '',
    mode: 'sync',
    waivers: '',
    today: '2026-01-31',
    ...given,
  }
}

export interface CrdShape {
  readonly plural?: string
  readonly group?: string
  readonly kind?: string
  readonly scope?: string
  /** Versions, `!` after those that are not served, `*` after the storage version. */
  readonly versions?: string
  /** YAML of the schema in flow style. */
  readonly schema?: string
  readonly generator?: string
}

/** The YAML of a small definition. */
export function crd({
  plural = 'widgets',
  group = 'example.com',
  kind = 'Widget',
  scope = 'Namespaced',
  versions = 'v1*',
  schema = '{type: object}',
  generator = 'v0.14.0',
}: CrdShape = {}): string {
  const listed = versions.split(' ').map(
    (version) => `  - name: ${version.replace(/[!*]/g, '')}
    served: ${!version.includes('!')}
    storage: ${version.includes('*')}
    schema: {openAPIV3Schema: ${schema}}
`,
  )
  return `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  annotations:
    controller-gen.kubebuilder.io/version: ${generator}
  name: ${plural}.${group}
spec:
  group: ${group}
  names: {kind: ${kind}, listKind: ${kind}List, plural: ${plural}, singular: ${kind.toLowerCase()}}
  scope: ${scope}
  versions:
${listed.join('')}`
}

function sha1(text: string | Buffer): string {
  return createHash('sha1').update(text).digest('hex')
}

/** A text like this, anywhere in an expected value. */
export function like(pattern: RegExp): unknown {
  return expect.stringMatching(pattern)
}

/** An object with at least this, anywhere in an expected value. */
export function having(members: object): unknown {
  return expect.objectContaining(members)
}
