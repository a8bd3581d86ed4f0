import { normalize } from 'node:path/posix'
import type { Change } from './change.ts'
import { fileChange, type Files } from './files.ts'

/**
 * The files of a commit that nobody checked out, with edits on top that stay in memory until they are proposed: a change
 * that is applied here shows in `edits` and is seen by whoever reads next, and nothing else in the world is touched.
 */
export class Draft implements Files {
  /** What was edited, by path; null for a file that was removed. */
  readonly edits = new Map<string, Buffer | null>()
  readonly #paths: ReadonlySet<string>
  readonly #fetch: (path: string) => Promise<Buffer>
  readonly #fetched = new Map<string, Promise<Buffer>>()

  /**
   * @param paths every file that the commit has.
   * @param fetch reads one of them; it is asked once for each.
   */
  constructor(paths: Iterable<string>, fetch: (path: string) => Promise<Buffer>) {
    this.#paths = new Set(paths)
    this.#fetch = fetch
  }

  async read(given: string): Promise<Buffer | null> {
    const path = normalize(given)
    const edited = this.edits.get(path)
    if (edited !== undefined) return edited
    if (!this.#paths.has(path)) return null
    const fetched = this.#fetched.get(path) ?? this.#fetch(path)
    this.#fetched.set(path, fetched)
    return fetched
  }

  async list(directory: string): Promise<string[]> {
    const at = normalize(`${directory}/`)
    const below = (path: string) => at === './' || path.startsWith(at)
    const there = [...this.#paths].filter((path) => this.edits.get(path) !== null)
    const made = [...this.edits].flatMap(([path, content]) => (content === null ? [] : [path]))
    return [...new Set([...there, ...made])].filter(below).sort()
  }

  change(path: string, content: Buffer | string | null, reason: string): Promise<Change | null> {
    return fileChange(path, content, reason, {
      read: () => this.read(path),
      write: (wanted) => void this.edits.set(normalize(path), wanted),
    })
  }
}
