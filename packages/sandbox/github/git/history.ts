import type { Commit } from './object.ts'
import type { ObjectStore } from './store.ts'

/** Where two commits stand to each other. */
export interface Comparison {
  /** The best common ancestor; undefined when the histories are unrelated. */
  readonly mergeBase: string | undefined
  /** What head has and base has not, oldest first. */
  readonly ahead: readonly string[]
  /** What base has and head has not, oldest first. */
  readonly behind: readonly string[]
}

const BASE = 1
const HEAD = 2
const BOTH = BASE | HEAD
/** Reached from a common ancestor: no better merge base than that one. */
const STALE = 4

/**
 * git's own walk: newest first, painting each commit with the side it was reached from, until only common commits are
 * left. Exact as long as no commit is older than its parent.
 */
export async function compareCommits(store: ObjectStore, base: string, head: string): Promise<Comparison> {
  const flags = new Map<string, number>()
  const queue = new DateQueue(store)
  const isStale = (oid: string): boolean => ((flags.get(oid) ?? 0) & STALE) !== 0
  let oldestOpen = Number.POSITIVE_INFINITY

  const paint = async (oid: string, flag: number): Promise<void> => {
    const before = flags.get(oid) ?? 0
    if ((before | flag) === before) return
    flags.set(oid, before | flag)
    await queue.push(oid)
  }
  await paint(base, BASE)
  await paint(head, HEAD)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const flag = flags.get(next.oid) ?? 0
    if (!isStale(next.oid)) oldestOpen = Math.min(oldestOpen, next.time)
    // What is left cannot reach a commit that is still open: it would have to be younger. Commits of one second may.
    else if (next.time < oldestOpen && queue.every(({ oid }) => isStale(oid))) break
    const passed = (flag & BOTH) === BOTH ? BOTH | STALE : flag
    for (const parent of next.commit.parents) await paint(parent, passed)
  }

  const only = (side: number): string[] => [...flags].filter(([, flag]) => (flag & BOTH) === side).map(([oid]) => oid)
  const common = [...flags].filter(([, flag]) => (flag & BOTH) === BOTH && (flag & STALE) === 0).map(([oid]) => oid)
  return {
    mergeBase: common[0],
    ahead: await oldestFirst(store, only(HEAD)),
    behind: await oldestFirst(store, only(BASE)),
  }
}

/**
 * The date of a new commit: now, but never before its parents. Imported and pushed commits bring the date of another
 * clock, and a commit that is older than its parent would mislead every walk by date, ours and git's.
 */
export async function commitDate(store: ObjectStore, parents: readonly string[], now: Date): Promise<Date> {
  let latest = now.getTime()
  for (const parent of parents) latest = Math.max(latest, (await store.commit(parent))?.committer.date.getTime() ?? 0)
  return new Date(latest)
}

/** Whether the first commit is the second or one of its ancestors. */
export async function isAncestor(store: ObjectStore, ancestor: string, of: string): Promise<boolean> {
  return ancestor === of || (await compareCommits(store, of, ancestor)).ahead.length === 0
}

/** A commit and its ancestors, newest first, as long as the caller asks. */
export async function* walk(store: ObjectStore, start: string): AsyncGenerator<{ oid: string; commit: Commit }> {
  const seen = new Set([start])
  const queue = new DateQueue(store)
  await queue.push(start)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    yield { oid: next.oid, commit: next.commit }
    for (const parent of next.commit.parents) {
      if (seen.has(parent)) continue
      seen.add(parent)
      await queue.push(parent)
    }
  }
}

/** Orders a set of commits so that parents come before their children, otherwise by date. */
export async function oldestFirst(store: ObjectStore, oids: readonly string[]): Promise<string[]> {
  const children = new Map(oids.map((oid) => [oid, 0]))
  const parentsOf = async (oid: string): Promise<readonly string[]> =>
    ((await store.commit(oid))?.parents ?? []).filter((parent) => children.has(parent))
  for (const oid of oids) {
    for (const parent of await parentsOf(oid)) children.set(parent, (children.get(parent) ?? 0) + 1)
  }
  const queue = new DateQueue(store)
  for (const oid of oids) if (children.get(oid) === 0) await queue.push(oid)
  const newestFirst: string[] = []
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    newestFirst.push(next.oid)
    for (const parent of await parentsOf(next.oid)) {
      const left = (children.get(parent) ?? 0) - 1
      children.set(parent, left)
      if (left === 0) await queue.push(parent)
    }
  }
  return newestFirst.reverse()
}

interface Queued {
  readonly oid: string
  readonly commit: Commit
  readonly time: number
}

/** Commits by committer date, newest first; of one second, first in, first out. */
class DateQueue {
  readonly #store: ObjectStore
  readonly #entries: Queued[] = []

  constructor(store: ObjectStore) {
    this.#store = store
  }

  /** Passes over commits that are not there: the boundary of a shallow import. */
  async push(oid: string): Promise<void> {
    const commit = await this.#store.commit(oid)
    if (commit === undefined) return
    const entry = { oid, commit, time: commit.committer.date.getTime() }
    // Entries are kept oldest first; a new one almost always belongs near the end that is popped next.
    let at = this.#entries.length
    while (at > 0 && (this.#entries[at - 1]?.time ?? 0) >= entry.time) at -= 1
    this.#entries.splice(at, 0, entry)
  }

  pop(): Queued | undefined {
    return this.#entries.pop()
  }

  every(test: (entry: Queued) => boolean): boolean {
    return this.#entries.every(test)
  }
}
