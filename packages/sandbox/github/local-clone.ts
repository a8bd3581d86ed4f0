import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { git } from './git/process.ts'
import type { Repository } from './repository.ts'

/** What there is to copy from a clone. */
interface Clone {
  readonly objects: string
  /** The file that tells where a shallow history ends; it may not be there. */
  readonly shallow: string
  readonly head: string
  readonly refs: readonly { readonly ref: string; readonly oid: string }[]
}

/**
 * Reads what a clone holds: its own branches, those of its `origin` that it has no branch for, and its tags.
 * @throws Error when it is no repository, or borrows its objects from another one.
 */
export async function readClone(clone: string): Promise<Clone> {
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await git(['-C', clone, ...args])
    if (code !== 0) throw new Error(`${clone} cannot be imported: git ${args.join(' ')}: ${stderr.trim()}`)
    return stdout.toString('utf8').trim()
  }
  const place = (name: string): Promise<string> => run('rev-parse', '--path-format=absolute', '--git-path', name)
  const objects = await place('objects')
  if (existsSync(join(objects, 'info', 'alternates'))) {
    throw new Error(`${clone} borrows objects from another clone; run git repack -a -d in a copy of it first`)
  }
  const listed = await run(
    'for-each-ref',
    '--format=%(objectname) %(refname)',
    'refs/heads',
    'refs/tags',
    'refs/remotes/origin',
  )
  const refs = new Map<string, string>()
  for (const line of listed.split('\n').filter((text) => text !== '' && !text.endsWith('/origin/HEAD'))) {
    const [oid = '', name = ''] = line.split(' ')
    const ref = name.replace(/^refs\/remotes\/origin\//, 'refs/heads/')
    if (ref === name || !refs.has(ref)) refs.set(ref, oid)
  }
  const head = await git(['-C', clone, 'symbolic-ref', '--short', 'HEAD'])
  return {
    objects,
    shallow: await place('shallow'),
    head: head.code === 0 ? head.stdout.toString('utf8').trim() : 'main',
    refs: [...refs].map(([ref, oid]) => ({ ref, oid })),
  }
}

/** Copies a clone's objects, packed ones too, and its references. */
export function copyClone(clone: Clone, repository: Repository): void {
  cpSync(clone.objects, join(repository.gitDirectory, 'objects'), { recursive: true })
  if (existsSync(clone.shallow)) cpSync(clone.shallow, join(repository.gitDirectory, 'shallow'))
  for (const { ref, oid } of clone.refs) repository.refs.update(ref, oid)
  repository.save()
}
