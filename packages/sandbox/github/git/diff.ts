import { DIRECTORY, type TreeEntry } from './object.ts'
import type { ObjectStore } from './store.ts'

/** One file that differs between two trees. Renames are shown as a removal and an addition. */
export interface FileChange {
  readonly path: string
  readonly before: TreeEntry | undefined
  readonly after: TreeEntry | undefined
}

/** The files that differ, in path order. Equal directories are not opened. */
export async function diffTrees(
  store: ObjectStore,
  before: string | undefined,
  after: string | undefined,
  prefix = '',
): Promise<FileChange[]> {
  if (before === after) return []
  const old = await entriesOf(store, before)
  const now = await entriesOf(store, after)
  const changes: FileChange[] = []
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const left = old.get(name)
    const right = now.get(name)
    if (left?.oid === right?.oid && left?.mode === right?.mode) continue
    const path = `${prefix}${name}`
    const leftTree = left?.mode === DIRECTORY ? left.oid : undefined
    const rightTree = right?.mode === DIRECTORY ? right.oid : undefined
    if (leftTree !== undefined || rightTree !== undefined) {
      changes.push(...(await diffTrees(store, leftTree, rightTree, `${path}/`)))
    }
    const file = {
      before: leftTree === undefined ? left : undefined,
      after: rightTree === undefined ? right : undefined,
    }
    if (file.before !== undefined || file.after !== undefined) changes.push({ path, ...file })
  }
  return changes
}

async function entriesOf(store: ObjectStore, tree: string | undefined): Promise<Map<string, TreeEntry>> {
  const entries = tree === undefined ? [] : ((await store.tree(tree)) ?? [])
  return new Map(entries.map((entry) => [entry.name, entry]))
}
