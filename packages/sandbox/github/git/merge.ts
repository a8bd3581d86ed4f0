import { compareCommits } from './history.ts'
import { type Commit, DIRECTORY, type Signature, type TreeEntry } from './object.ts'
import { git } from './process.ts'
import type { ObjectStore } from './store.ts'

/** The tree that a merge gives, or undefined when it conflicts. */
export type MergedTree = string | undefined

/** Merges two commits as `git merge` would, without writing a commit. */
export async function mergeCommits(store: ObjectStore, ours: string, theirs: string): Promise<MergedTree> {
  const { mergeBase } = await compareCommits(store, ours, theirs)
  if (mergeBase === undefined) return undefined
  const [base, left, right] = await Promise.all([treeOf(store, mergeBase), treeOf(store, ours), treeOf(store, theirs)])
  const merged = await mergeTrees(store, base, left, right)
  return merged === NEEDS_GIT ? mergeWithGit(store, ours, theirs) : merged
}

/**
 * Replays one commit on top of another, as a rebase does; its first parent is the base of the merge. git 2.39 cannot be
 * told a merge base, so it is shown two commits that have it as their parent.
 */
async function replayCommit(store: ObjectStore, commit: Commit, onto: string): Promise<MergedTree> {
  const parent = commit.parents[0]
  const base = parent === undefined ? undefined : await treeOf(store, parent)
  const ours = await treeOf(store, onto)
  const merged = await mergeTrees(store, base, ours, commit.tree)
  if (merged !== NEEDS_GIT) return merged
  if (parent === undefined) return undefined
  const sibling = (tree: string): string => store.writeCommit({ ...commit, parents: [parent], tree })
  return mergeWithGit(store, sibling(ours), sibling(commit.tree))
}

async function treeOf(store: ObjectStore, commit: string): Promise<string> {
  const found = await store.commit(commit)
  if (found === undefined) throw new Error(`no commit ${commit} in ${store.gitDirectory}`)
  return found.tree
}

const NEEDS_GIT = Symbol('both sides changed the same path')

/** Three-way merge by entries; a path that both sides changed differently is left to git. */
async function mergeTrees(
  store: ObjectStore,
  base: string | undefined,
  ours: string | undefined,
  theirs: string | undefined,
): Promise<string | typeof NEEDS_GIT> {
  const [old, left, right] = await Promise.all([
    entriesOf(store, base),
    entriesOf(store, ours),
    entriesOf(store, theirs),
  ])
  const merged: TreeEntry[] = []
  for (const name of new Set([...old.keys(), ...left.keys(), ...right.keys()])) {
    const [before, mine, other] = [old.get(name), left.get(name), right.get(name)]
    // Both sides may have renamed it, to different names: git looks for that.
    if (before !== undefined && mine === undefined && other === undefined) return NEEDS_GIT
    if (same(mine, other) || same(before, other)) {
      if (mine !== undefined) merged.push(mine)
    } else if (same(before, mine)) {
      if (other !== undefined) merged.push(other)
    } else if (mine?.mode === DIRECTORY && other?.mode === DIRECTORY && (before?.mode ?? DIRECTORY) === DIRECTORY) {
      const oid = await mergeTrees(store, before?.oid, mine.oid, other.oid)
      if (oid === NEEDS_GIT) return NEEDS_GIT
      if (((await store.tree(oid)) ?? []).length > 0) merged.push({ mode: DIRECTORY, name, oid })
    } else return NEEDS_GIT
  }
  return store.writeTree(merged)
}

function same(left: TreeEntry | undefined, right: TreeEntry | undefined): boolean {
  return left?.oid === right?.oid && left?.mode === right?.mode
}

async function entriesOf(store: ObjectStore, tree: string | undefined): Promise<Map<string, TreeEntry>> {
  const entries = tree === undefined ? [] : ((await store.tree(tree)) ?? [])
  return new Map(entries.map((entry) => [entry.name, entry]))
}

/** git 2.39 fails an assertion of its own on some renamed directories; a file that was renamed is found all the same. */
const MERGE_OPTIONS = ['-c', 'merge.directoryRenames=false']

async function mergeWithGit(store: ObjectStore, ours: string, theirs: string): Promise<MergedTree> {
  const where = `--git-dir=${store.gitDirectory}`
  const args = [where, ...MERGE_OPTIONS, 'merge-tree', '--write-tree', '--no-messages', ours, theirs]
  const { code, stdout, stderr } = await git(args)
  if (code === 0) return stdout.toString('latin1').trim()
  if (code === 1) return undefined
  throw new Error(`git merge-tree failed in ${store.gitDirectory}: ${stderr.trim()}`)
}

/** Rebases commits (oldest first) onto a commit; gives the new tip, or undefined on a conflict. */
export async function rebase(
  store: ObjectStore,
  commits: readonly string[],
  onto: string,
  committer: Signature,
): Promise<string | undefined> {
  let tip = onto
  for (const oid of commits) {
    const commit = await store.commit(oid)
    // A merge brings nothing that its parents' commits do not bring.
    if (commit === undefined || commit.parents.length > 1) continue
    const tree = await replayCommit(store, commit, tip)
    if (tree === undefined) return undefined
    tip = store.writeCommit({ ...commit, tree, parents: [tip], committer })
  }
  return tip
}
