import { DIRECTORY, type TreeEntry } from './object.ts'
import type { ObjectStore } from './store.ts'

/** A file (or symbolic link, or submodule) somewhere below a tree. */
export interface FileEntry {
  readonly path: string
  readonly mode: string
  readonly oid: string
}

/** Sets a path to an object, or removes it. */
export interface TreeEdit {
  readonly path: string
  readonly entry: { readonly mode: string; readonly oid: string } | undefined
}

/** What stands at a path: a file's or a directory's entry. */
export async function findEntry(store: ObjectStore, tree: string, path: string): Promise<TreeEntry | undefined> {
  let entry: TreeEntry | undefined = { mode: DIRECTORY, name: '', oid: tree }
  for (const name of path.split('/').filter((part) => part !== '')) {
    const entries: readonly TreeEntry[] = entry.mode === DIRECTORY ? ((await store.tree(entry.oid)) ?? []) : []
    entry = entries.find((candidate) => candidate.name === name)
    if (entry === undefined) return undefined
  }
  return entry
}

/** Every entry below a tree in path order, directories before what is in them. */
export async function listTree(store: ObjectStore, tree: string, prefix = ''): Promise<FileEntry[]> {
  const found: FileEntry[] = []
  for (const { mode, name, oid } of (await store.tree(tree)) ?? []) {
    const path = `${prefix}${name}`
    found.push({ path, mode, oid })
    if (mode === DIRECTORY) found.push(...(await listTree(store, oid, `${path}/`)))
  }
  return found
}

/** Applies edits to a tree and gives the new tree's id. Directories come and go with what is in them. */
export async function editTree(
  store: ObjectStore,
  tree: string | undefined,
  edits: readonly TreeEdit[],
): Promise<string> {
  const entries = new Map(
    ((tree === undefined ? [] : await store.tree(tree)) ?? []).map((entry) => [entry.name, entry]),
  )
  const below = new Map<string, TreeEdit[]>()
  for (const { path, entry } of edits) {
    const slash = path.indexOf('/')
    if (slash >= 0) {
      const name = path.slice(0, slash)
      below.set(name, [...(below.get(name) ?? []), { path: path.slice(slash + 1), entry }])
    } else if (entry === undefined) entries.delete(path)
    else entries.set(path, { mode: entry.mode, name: path, oid: entry.oid })
  }
  for (const [name, inside] of below) {
    const present = entries.get(name)
    const oid = await editTree(store, present?.mode === DIRECTORY ? present.oid : undefined, inside)
    if ((await store.tree(oid))?.length === 0) entries.delete(name)
    else entries.set(name, { mode: DIRECTORY, name, oid })
  }
  return store.writeTree([...entries.values()])
}

/** Whether a path is one that git stores: relative, without `.`, `..`, `.git` or empty parts. */
export function isTreePath(path: string): boolean {
  return path !== '' && !path.includes('\0') && path.split('/').every((part) => !/^(?:\.{0,2}|\.git)$/i.test(part))
}
