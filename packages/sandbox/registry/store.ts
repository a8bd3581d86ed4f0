import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readIfThere, readState, writeAtomic, writeState } from '../durable.ts'
import { digestOf } from './digest.ts'
import type { Artifact } from './images.ts'
import { parseManifest } from './manifest-content.ts'

/** What a repository knows of one of its manifests: enough to serve it and to list it as a referrer. */
interface StoredManifest {
  readonly mediaType: string
  readonly size: number
  readonly subject?: string
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}

/** One repository, as its state file holds it. */
export interface RepositoryState {
  readonly tags: Record<string, string>
  readonly manifests: Record<string, StoredManifest>
  readonly blobs: Record<string, number>
}

/** The content of one registry on disk: bytes by digest, shared; what belongs to a repository in its state file. */
export class Store {
  readonly #directory: string
  readonly #repositories = new Map<string, RepositoryState>()

  constructor(directory: string) {
    this.#directory = directory
    mkdirSync(join(directory, 'repositories'), { recursive: true })
    for (const folder of readdirSync(join(directory, 'repositories'))) {
      this.#repositories.set(folder.replaceAll('@', '/'), readState(this.#stateFile(folder), emptyRepository()))
    }
  }

  /** The names of all repositories, in order. */
  names(): string[] {
    return [...this.#repositories.keys()].sort()
  }

  repository(name: string): RepositoryState | undefined {
    return this.#repositories.get(name)
  }

  /** Changes a repository's state (created on its first change) and makes the change durable. */
  change(name: string, edit: (state: RepositoryState) => void): void {
    const state = this.#repositories.get(name) ?? emptyRepository()
    edit(state)
    this.#repositories.set(name, state)
    writeState(this.#stateFile(name.replaceAll('/', '@')), state)
  }

  /** Bytes by digest, whatever repository they belong to. */
  content(digest: string): Buffer | undefined {
    return readIfThere(this.#contentFile(digest))
  }

  /** Puts bytes under their digest; the caller has verified it. */
  putContent(digest: string, bytes: Uint8Array): void {
    const file = this.#contentFile(digest)
    // Written in one step, so what stands under a digest is what belongs there.
    if (!existsSync(file)) writeAtomic(file, bytes)
  }

  putBlob(name: string, digest: string, bytes: Uint8Array): void {
    this.putContent(digest, bytes)
    this.change(name, ({ blobs }) => {
      blobs[digest] = bytes.length
    })
  }

  /** Stores a manifest and points the tags at it, in one durable step. */
  putManifest(name: string, digest: string, mediaType: string, bytes: Buffer, tags: readonly string[]): void {
    this.putContent(digest, bytes)
    this.change(name, (state) => {
      state.manifests[digest] = describeManifest(mediaType, bytes)
      for (const tag of tags) state.tags[tag] = digest
    })
  }

  /** Puts an artifact with all it needs; nothing is recorded as a write: this is how a world is furnished. */
  seed(name: string, artifact: Artifact, tags: readonly string[]): void {
    const manifests = [...withDescendants(artifact)]
    for (const { digest, bytes, blobs } of manifests) {
      this.putContent(digest, bytes)
      for (const blob of blobs) this.putContent(digestOf(blob), blob)
    }
    this.change(name, (state) => {
      for (const { digest, mediaType, bytes, blobs } of manifests) {
        state.manifests[digest] = describeManifest(mediaType, bytes)
        for (const blob of blobs) state.blobs[digestOf(blob)] = blob.length
      }
      for (const tag of tags) state.tags[tag] = artifact.digest
    })
  }

  #contentFile(digest: string): string {
    return join(this.#directory, 'content', ...digest.split(':', 2))
  }

  #stateFile(folder: string): string {
    return join(this.#directory, 'repositories', folder, 'state.json')
  }
}

function emptyRepository(): RepositoryState {
  return { tags: {}, manifests: {}, blobs: {} }
}

function describeManifest(mediaType: string, bytes: Buffer): StoredManifest {
  const content = parseManifest(bytes)
  if (typeof content === 'string') throw new TypeError(content)
  const artifactType = content.artifactType ?? content.config?.mediaType
  return {
    mediaType,
    size: bytes.length,
    ...(content.subject === undefined ? {} : { subject: content.subject.digest }),
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(content.annotations === undefined ? {} : { annotations: content.annotations }),
  }
}

function* withDescendants(artifact: Artifact): Generator<Artifact> {
  for (const manifest of artifact.manifests) yield* withDescendants(manifest)
  yield artifact
}
