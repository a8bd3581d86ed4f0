import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readIfThere } from '../../durable.ts'

/** Why a reference was not changed. */
export type RefRefusal =
  /** It does not point at what the caller expected. */
  | 'stale'
  /** A name that is a directory of another reference's name, or the other way round. */
  | 'conflict'

export interface Ref {
  readonly name: string
  readonly oid: string
}

/**
 * The references of one bare repository, kept loose, changed with git's own protocol (an exclusive `.lock` file, then a
 * rename), so that a `git push` at the same moment cannot be overwritten unseen.
 */
export class RefStore {
  readonly #gitDirectory: string
  #refs: Map<string, string> | undefined

  constructor(gitDirectory: string) {
    this.#gitDirectory = gitDirectory
  }

  get(name: string): string | undefined {
    return this.#loaded().get(name)
  }

  /** The references whose full name starts with the prefix, sorted by name as git sorts them. */
  list(prefix: string): Ref[] {
    return [...this.#loaded()]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, oid]) => ({ name, oid }))
      .sort((left, right) => (left.name < right.name ? -1 : 1))
  }

  /** Moves a reference. `expected`: where it must be now, `null` for nowhere; without it the last writer wins. */
  update(name: string, oid: string, expected?: string | null): RefRefusal | undefined {
    return this.#locked(name, (lock, path) => {
      if (expected !== undefined && (this.#read(name) ?? null) !== expected) return 'stale'
      const file = openSync(lock, 'r+')
      writeSync(file, `${oid}\n`)
      closeSync(file)
      try {
        renameSync(lock, path)
      } catch {
        return 'conflict'
      }
      this.#loaded().set(name, oid)
      return undefined
    })
  }

  delete(name: string): RefRefusal | undefined {
    return this.#locked(name, (_lock, path) => {
      rmSync(path, { force: true })
      this.#loaded().delete(name)
      return undefined
    })
  }

  /** Reads everything again: after another process (a push) changed references. */
  reload(): void {
    this.#refs = undefined
  }

  #locked(name: string, change: (lock: string, path: string) => RefRefusal | undefined): RefRefusal | undefined {
    const path = join(this.#gitDirectory, name)
    const lock = `${path}.lock`
    try {
      mkdirSync(dirname(path), { recursive: true })
      closeSync(openSync(lock, 'wx'))
    } catch (error) {
      // The lock is held by a push (EEXIST of the lock itself): it will have moved the reference.
      const held = error instanceof Error && 'syscall' in error && error.syscall === 'open'
      return held ? 'stale' : 'conflict'
    }
    try {
      return change(lock, path)
    } finally {
      rmSync(lock, { force: true })
      this.#prune(dirname(name))
    }
  }

  /** Empty directories would stand in the way of a reference of their name. */
  #prune(name: string): void {
    for (let at = name; at.split('/').length > 2; at = dirname(at)) {
      try {
        rmdirSync(join(this.#gitDirectory, at))
      } catch {
        return
      }
    }
  }

  #read(name: string): string | undefined {
    return readIfThere(join(this.#gitDirectory, name))?.toString('latin1').trim()
  }

  #loaded(): Map<string, string> {
    if (this.#refs !== undefined) return this.#refs
    const refs = new Map<string, string>()
    const visit = (directory: string): void => {
      for (const entry of readdirSync(join(this.#gitDirectory, directory), { withFileTypes: true })) {
        const name = `${directory}/${entry.name}`
        if (entry.isDirectory()) visit(name)
        else if (!name.endsWith('.lock')) refs.set(name, this.#read(name) ?? '')
      }
    }
    visit('refs')
    this.#refs = refs
    return refs
  }
}

/** Whether git takes this as the full name of a reference (git-check-ref-format). */
export function isRefName(name: string): boolean {
  const parts = name.split('/')
  return (
    parts.length >= 3 &&
    parts[0] === 'refs' &&
    parts.every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock')) &&
    !name.endsWith('.') &&
    !name.includes('..') &&
    !name.includes('@{') &&
    !/[\p{Cc} ~^:?*[\\]/u.test(name)
  )
}
