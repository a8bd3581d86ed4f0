import { compareCommits, isAncestor } from './git/history.ts'
import type { Links } from './links.ts'
import { listReleases } from './releases.ts'
import type { Repository } from './repository.ts'
import type { PullRequestState } from './state.ts'

export interface NotesWish {
  readonly tag: string
  /** The commit that the tag is or will be on. */
  readonly commit: string
  /** The tag to start from; absent: the newest release behind the commit. */
  readonly previousTag?: string | undefined
}

/** Release notes as GitHub generates them without a configuration: merged pull requests and first contributions. */
export async function generateNotes(
  repository: Repository,
  links: Links,
  wish: NotesWish,
): Promise<{ name: string; body: string }> {
  const previous = wish.previousTag ?? (await previousTag(repository, wish))
  const start = previous === undefined ? undefined : await repository.resolveCommit(`refs/tags/${previous}`)
  const merged = repository
    .pulls()
    .filter(({ pull }) => pull.merged !== undefined)
    .sort((left, right) => mergedAt(left).localeCompare(mergedAt(right)) || left.number - right.number)
  const included: PullRequestState[] = []
  const reachable = await inRange(repository, start, wish.commit)
  for (const issue of merged) if (reachable.has(issue.pull.merged?.sha ?? '')) included.push(issue)

  const url = (path: string): string => links.html(`/${repository.fullName}${path}`)
  const changes = included.map(({ title, user, number }) => `* ${title} by @${user} in ${url(`/pull/${number}`)}`)
  const firsts = included.filter((issue) => merged.find(({ user }) => user === issue.user) === issue)
  const newcomers = firsts.map(
    ({ user, number }) => `* @${user} made their first contribution in ${url(`/pull/${number}`)}`,
  )
  const range = previous === undefined ? `/commits/${wish.tag}` : `/compare/${previous}...${wish.tag}`
  const sections = [
    ...(changes.length === 0 ? [] : [`## What's Changed\n${changes.join('\n')}\n`]),
    ...(newcomers.length === 0 ? [] : [`## New Contributors\n${newcomers.join('\n')}\n`]),
    `**Full Changelog**: ${url(range)}`,
  ]
  return { name: wish.tag, body: sections.join('\n') }
}

function mergedAt({ pull }: PullRequestState): string {
  return pull.merged?.at ?? ''
}

async function previousTag(repository: Repository, { tag, commit }: NotesWish): Promise<string | undefined> {
  for (const release of listReleases(repository)) {
    if (release.draft || release.tag === tag) continue
    const released = await repository.resolveCommit(`refs/tags/${release.tag}`)
    if (released !== undefined && (await isAncestor(repository.objects, released, commit))) return release.tag
  }
  return undefined
}

/** The commits after the start up to the end; without a start, all of them. */
async function inRange(repository: Repository, start: string | undefined, end: string): Promise<Set<string>> {
  if (start !== undefined) return new Set((await compareCommits(repository.objects, start, end)).ahead)
  const all = new Set<string>()
  const waiting = [end]
  for (let oid = waiting.pop(); oid !== undefined; oid = waiting.pop()) {
    if (all.has(oid)) continue
    all.add(oid)
    waiting.push(...((await repository.objects.commit(oid))?.parents ?? []))
  }
  return all
}
