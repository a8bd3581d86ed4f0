import { DIRECTORY } from './git/object.ts'
import { oldestFirst } from './git/history.ts'
import type { Repository } from './repository.ts'

/** Copies a commit with its history and files into another repository of the network, as far as they are missing. */
export async function copyCommits(from: Repository, to: Repository, commit: string): Promise<void> {
  if (from === to) return
  const missing = new Set<string>()
  const waiting = [commit]
  for (let oid = waiting.pop(); oid !== undefined; oid = waiting.pop()) {
    if (missing.has(oid) || (await to.objects.has(oid))) continue
    missing.add(oid)
    waiting.push(...((await from.objects.commit(oid))?.parents ?? []))
  }
  // Ancestors first: a commit that is there must have its history, or the next copy would stop at it.
  for (const oid of await oldestFirst(from.objects, [...missing])) {
    const tree = (await from.objects.commit(oid))?.tree
    if (tree === undefined) continue
    await copyTree(from, to, tree)
    await copyObject(from, to, oid)
  }
}

async function copyTree(from: Repository, to: Repository, tree: string): Promise<void> {
  if (await to.objects.has(tree)) return
  for (const { mode, oid } of (await from.objects.tree(tree)) ?? []) {
    if (mode === DIRECTORY) await copyTree(from, to, oid)
    else if (!(await to.objects.has(oid))) await copyObject(from, to, oid)
  }
  await copyObject(from, to, tree)
}

async function copyObject(from: Repository, to: Repository, oid: string): Promise<void> {
  const object = await from.objects.read(oid)
  if (object !== undefined) to.objects.write(object.type, object.data)
}
