import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { readIfThere } from '../../durable.ts'
import { BatchReader } from './batch.ts'
import {
  type Commit,
  decodeCommit,
  decodeTag,
  decodeTree,
  encodeCommit,
  encodeTag,
  encodeTree,
  frameObject,
  type GitObject,
  type ObjectType,
  parseFrame,
  type Tag,
  type TreeEntry,
} from './object.ts'

/** Enough for the histories of a release train; beyond it the oldest half is read from disk again. */
const CACHED_OBJECTS = 20_000

/**
 * The objects of one bare repository. Written loose and by hand, because a git process for each would make a
 * crash sweep over hundreds of worlds take hours. The calls are synchronous where they can be: a rename is the only
 * moment at which an object comes to be, and no other request runs in between.
 */
export class ObjectStore {
  readonly gitDirectory: string
  readonly #batch: BatchReader
  readonly #commits = new Map<string, Commit>()
  readonly #trees = new Map<string, readonly TreeEntry[]>()
  #directories: string[] | undefined

  constructor(gitDirectory: string) {
    this.gitDirectory = gitDirectory
    this.#batch = new BatchReader(gitDirectory)
  }

  /** The object, or undefined when there is none of that id (or the id is none). */
  async read(oid: string): Promise<GitObject | undefined> {
    if (!/^[0-9a-f]{40}$/.test(oid)) return undefined
    for (const directory of this.#objectDirectories()) {
      const bytes = readIfThere(loosePath(directory, oid))
      if (bytes !== undefined) return parseFrame(inflateSync(bytes))
    }
    return this.#hasPacks() ? this.#batch.read(oid) : undefined
  }

  async has(oid: string): Promise<boolean> {
    return this.#objectDirectories().some((directory) => existsSync(loosePath(directory, oid)))
      ? true
      : (await this.read(oid)) !== undefined
  }

  async commit(oid: string): Promise<Commit | undefined> {
    const cached = this.#commits.get(oid)
    if (cached !== undefined) return cached
    const object = await this.read(oid)
    if (object?.type !== 'commit') return undefined
    return remember(this.#commits, oid, decodeCommit(object.data))
  }

  async tree(oid: string): Promise<readonly TreeEntry[] | undefined> {
    const cached = this.#trees.get(oid)
    if (cached !== undefined) return cached
    const object = await this.read(oid)
    if (object?.type !== 'tree') return undefined
    return remember(this.#trees, oid, decodeTree(object.data))
  }

  async tag(oid: string): Promise<Tag | undefined> {
    const object = await this.read(oid)
    return object?.type === 'tag' ? decodeTag(object.data) : undefined
  }

  async blob(oid: string): Promise<Buffer | undefined> {
    const object = await this.read(oid)
    return object?.type === 'blob' ? object.data : undefined
  }

  /** The commit that an object is or, through annotated tags, points at. */
  async peel(oid: string): Promise<string | undefined> {
    const object = await this.read(oid)
    if (object?.type === 'commit') return oid
    return object?.type === 'tag' ? this.peel(decodeTag(object.data).object) : undefined
  }

  write(type: ObjectType, data: Uint8Array): string {
    const { oid, bytes } = frameObject(type, data)
    const path = loosePath(join(this.gitDirectory, 'objects'), oid)
    if (existsSync(path)) return oid
    // Two writers of one object write the same bytes, so the temporary name may be fixed.
    const temporary = `${path}.tmp`
    const deflated = deflateSync(bytes, { level: 1 })
    try {
      writeFileSync(temporary, deflated)
    } catch {
      mkdirSync(join(this.gitDirectory, 'objects', oid.slice(0, 2)), { recursive: true })
      writeFileSync(temporary, deflated)
    }
    renameSync(temporary, path)
    return oid
  }

  writeTree(entries: readonly TreeEntry[]): string {
    return this.write('tree', encodeTree(entries))
  }

  writeCommit(commit: Commit): string {
    return this.write('commit', encodeCommit(commit))
  }

  writeTag(tag: Tag): string {
    return this.write('tag', encodeTag(tag))
  }

  close(): void {
    this.#batch.close()
  }

  /** This repository's objects, then those that it borrows from (a fork borrows its parent's). */
  #objectDirectories(): readonly string[] {
    if (this.#directories !== undefined) return this.#directories
    const found: string[] = []
    const visit = (directory: string): void => {
      if (found.includes(directory)) return
      found.push(directory)
      const alternates = readIfThere(join(directory, 'info', 'alternates'))?.toString('utf8') ?? ''
      for (const line of alternates.split('\n')) if (line !== '') visit(resolve(directory, line))
    }
    visit(join(this.gitDirectory, 'objects'))
    this.#directories = found
    return found
  }

  #hasPacks(): boolean {
    return this.#objectDirectories().some((directory) => {
      const packs = join(directory, 'pack')
      return existsSync(packs) && readdirSync(packs).some((name) => name.endsWith('.pack'))
    })
  }
}

function loosePath(objects: string, oid: string): string {
  return join(objects, oid.slice(0, 2), oid.slice(2))
}

function remember<T>(cache: Map<string, T>, oid: string, value: T): T {
  if (cache.size >= CACHED_OBJECTS) {
    for (const key of [...cache.keys()].slice(0, CACHED_OBJECTS / 2)) cache.delete(key)
  }
  cache.set(oid, value)
  return value
}
