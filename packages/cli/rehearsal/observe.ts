import { join } from 'node:path'
import type { World } from '../../sandbox/index.ts'
import type { Train } from '../../train/index.ts'
import { git } from './git.ts'
import type { CommitResult, ImageResult, MessageResult, RepositoryResult } from './result.ts'

/** What is compared before and after a rehearsal. */
export interface Seen {
  /** By repository, then by full name of the reference: the commit behind it. */
  readonly refs: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** By image, then by tag: the digest. */
  readonly tags: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly messages: number
  readonly mails: number
  readonly writes: number
}

export async function look(world: World, train: Train): Promise<Seen> {
  const refs = new Map<string, ReadonlyMap<string, string>>()
  for (const [name, repository] of Object.entries(await world.github.snapshot())) {
    const commits = new Map<string, string>()
    for (const ref of Object.keys(repository.refs)) {
      if (!/^refs\/(?:heads|tags)\//.test(ref)) continue
      const commit = await world.github.resolve(name, ref)
      if (commit !== undefined) commits.set(ref, commit)
    }
    refs.set(name, commits)
  }
  const tags = new Map<string, ReadonlyMap<string, string>>()
  for (const image of train.components.flatMap(({ images }) => images)) {
    const { registry, name } = await registryOf(world, image.name)
    tags.set(
      image.name,
      new Map(
        registry.tags(name).flatMap((tag) => {
          const digest = registry.digest(name, tag)
          return digest === undefined ? [] : [[tag, digest] as const]
        }),
      ),
    )
  }
  return {
    refs,
    tags,
    messages: world.slack.messages.length,
    mails: world.mail.mails.length,
    writes: world.ledger.writes,
  }
}

/** Where a repository of the world lies on disk. */
export function bareRepository(world: World, name: string): string {
  return join(world.directory, 'github', `${name}.git`)
}

/** The commits and tags that came between two looks, by repository. */
export async function changesInGit(world: World, train: Train, before: Seen, after: Seen): Promise<RepositoryResult[]> {
  const changed: RepositoryResult[] = []
  for (const [name, refs] of after.refs) {
    const old = before.refs.get(name) ?? new Map<string, string>()
    const moved = [...refs].filter(([ref, sha]) => old.get(ref) !== sha)
    const branch = `refs/heads/${branchOf(train, name)}`
    const base = refs.get(branch)
    const heads = moved.filter(([ref]) => ref.startsWith('refs/heads/'))
    const ownBranch = before.refs.has(name) ? heads.find(([ref]) => ref === branch) : undefined
    // A branch that was merged says nothing new: its changes are on the repository's own branch.
    const told = ownBranch === undefined ? heads.filter(([, sha]) => sha !== base) : [ownBranch]
    const commits: CommitResult[] = []
    for (const [ref, sha] of told) commits.push(...(await commitsBetween(world, name, old.get(ref) ?? base, sha)))
    // The tags of a fork that was just made are its parent's.
    const tags = before.refs.has(name) ? moved.filter(([ref]) => ref.startsWith('refs/tags/')) : []
    if (commits.length + tags.length === 0) continue
    changed.push({ name, commits, tags: tags.map(([ref, sha]) => ({ name: ref.slice('refs/tags/'.length), sha })) })
  }
  return changed
}

/** The branch that a repository is released from; a fork's is its parent's. */
function branchOf({ components, downstream }: Train, name: string): string {
  const all = [...components, ...downstream]
  const parent = all.find(({ repository }) => repository.split('/')[1] === name.split('/')[1])
  return (all.find(({ repository }) => repository === name) ?? parent)?.branch ?? 'main'
}

/** All tags of the train's images, with where they pointed before and point now. */
export async function imageTags(world: World, before: Seen, after: Seen): Promise<ImageResult[]> {
  const results: ImageResult[] = []
  for (const [image, tags] of after.tags) {
    const { registry, name } = await registryOf(world, image)
    const [digest] = tags.values()
    results.push({
      name: image,
      platforms: digest === undefined ? [] : platformsOf(registry.manifest(name, digest)),
      tags: [...tags].map(([tag, now]) => ({ tag, before: before.tags.get(image)?.get(tag) ?? null, after: now })),
    })
  }
  return results
}

/** What was sent between two looks. */
export function messagesBetween(world: World, before: Seen): MessageResult[] {
  const channels = new Map(Object.entries(world.slack.channels).map(([name, id]) => [id, `#${name}`]))
  return [
    ...world.slack.messages
      .slice(before.messages)
      .map(({ channel, text }): MessageResult => ({ channel: 'Slack', to: channels.get(channel) ?? channel, text })),
    ...world.mail.mails
      .slice(before.mails)
      .map(({ to, subject }): MessageResult => ({ channel: 'mail', to: to.join(', '), text: subject })),
  ]
}

async function registryOf(world: World, image: string) {
  const [host = '', ...path] = image.split('/')
  return { registry: await world.registry(host), name: path.join('/') }
}

function platformsOf(manifest: Buffer | undefined): string[] {
  const index: unknown = manifest === undefined ? undefined : JSON.parse(manifest.toString())
  if (typeof index !== 'object' || index === null || !('manifests' in index) || !Array.isArray(index.manifests))
    return []
  return index.manifests.flatMap((entry: unknown): string[] => {
    const { platform } = (entry ?? {}) as { platform?: { os?: unknown; architecture?: unknown } }
    const { os, architecture } = platform ?? {}
    return typeof os === 'string' && typeof architecture === 'string' && os !== 'unknown'
      ? [`${os}/${architecture}`]
      : []
  })
}

/** A patch is shown for people; what is longer than this is for `git show`. */
const LONGEST_PATCH = 20_000

async function commitsBetween(
  world: World,
  name: string,
  from: string | undefined,
  to: string,
): Promise<CommitResult[]> {
  const range = from === undefined ? [to] : [to, `^${from}`]
  const printed = await git(
    bareRepository(world, name),
    'log',
    '--reverse',
    '--format=%x00%x00%H%x00%s%x00',
    '--numstat',
    '--patch',
    '--no-color',
    ...range,
    '--',
  )
  return printed
    .split('\0\0')
    .slice(1)
    .map((entry) => {
      const [sha = '', subject = '', rest = ''] = entry.split('\0')
      const start = rest.indexOf('diff --git ')
      const patch = start < 0 ? '' : rest.slice(start)
      const files = (start < 0 ? rest : rest.slice(0, start)).split('\n').flatMap((line) => {
        const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.+)$/.exec(line) ?? []
        return path === undefined ? [] : [{ path, added: Number(added) || 0, removed: Number(removed) || 0 }]
      })
      return {
        sha,
        subject,
        files,
        patch: patch.length > LONGEST_PATCH ? `${patch.slice(0, LONGEST_PATCH)}\n…` : patch,
      }
    })
}
