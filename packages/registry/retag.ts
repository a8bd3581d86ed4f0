import { type Change, UserError } from '../plan/index.ts'
import type { RegistryClient } from './client.ts'
import { type Guard, judge, type Move, needsVersions, type Verdict } from './guard.ts'
import { ImageVersions } from './image-version.ts'
import type { Manifest } from './manifest.ts'
import { formatReference, type Reference, type Repository, type TagReference } from './reference.ts'
import type { RetagRequest } from './retag-request.ts'
import { tagChange } from './tag-change.ts'
import { kindOf, type TagKind } from './version-tag.ts'

export interface RetagPolicy {
  readonly guard: Guard
  /** Tags that show the newest release, such as `stable`. */
  readonly channels: readonly string[]
}

/** A source as it was found. */
export interface RetagSource {
  readonly reference: Reference
  readonly manifest: Manifest
}

/** One tag as it was found, and what becomes of it. */
export interface PlannedTag extends Move {
  readonly target: TagReference
  readonly source: RetagSource
  readonly seenAt: number
  readonly verdict: Verdict
}

export interface RetagPlan {
  readonly sources: readonly RetagSource[]
  /** Every tag that was asked for, in the order in which it would be written. */
  readonly tags: readonly PlannedTag[]
  /** What is to be written; empty when any tag was refused. */
  readonly changes: readonly Change[]
  /** Why nothing may be written; null when everything may. */
  readonly refusal: UserError | null
}

/**
 * Plans the moves of image tags: resolves each source once to a digest, looks at each tag, and lets the guard judge.
 * Writes nothing. One refused tag refuses the whole batch, because half a train is worse than none.
 *
 * @throws UserError naming every source that does not exist.
 * @throws ServiceError when a registry fails or contradicts itself.
 */
export async function planRetag(
  client: RegistryClient,
  requests: readonly RetagRequest[],
  policy: RetagPolicy,
  now: () => number = Date.now,
): Promise<RetagPlan> {
  for (const { source } of requests) client.announce(source, 'pull,push')
  const wanted = await resolve(client, requests)
  const looked = await Promise.all(
    wanted.flatMap(({ source, targets }) => targets.map((target) => look(client, target, source, policy, now))),
  )
  const seen = looked.sort((one, other) => ORDER[one.kind] - ORDER[other.kind])
  const versions = await readVersions(client, seen, policy)
  const tags = seen.map((tag, index): PlannedTag => {
    const move = { ...tag, versions: versions[index] ?? UNKNOWN }
    return { ...move, verdict: judge(move, policy.guard) }
  })
  const refusal = refusalOf(tags)
  const moving = refusal === null ? tags.filter(({ verdict }) => verdict.kind === 'moves') : []
  const changes = moving.map((tag) => {
    const { target, kind, before, seenAt, source } = tag
    return tagChange(client, { target, kind, before, seenAt, manifest: source.manifest, reason: reasonOf(tag) }, now)
  })
  return { sources: wanted.map(({ source }) => source), tags, changes, refusal }
}

/** Versions first: they are never wrong to have. Channels last: people follow them. */
const ORDER: Readonly<Record<TagKind, number>> = { version: 0, other: 1, channel: 2 }
const UNKNOWN: Move['versions'] = { before: null, after: null }

async function resolve(
  client: RegistryClient,
  requests: readonly RetagRequest[],
): Promise<{ readonly source: RetagSource; readonly targets: readonly TagReference[] }[]> {
  const found = await Promise.all(
    requests.map(async (request) => ({ ...request, manifest: await client.get(request.source) })),
  )
  const missing = found.flatMap(({ source, manifest }) => (manifest === null ? [formatReference(source)] : []))
  if (missing.length > 0) {
    const [verb, what] = missing.length === 1 ? ['does', 'the source'] : ['do', 'the sources']
    throw new UserError(`${missing.join(', ')} ${verb} not exist in the registry.`, {
      advice: `Check name and tag of ${what}; the job that builds it must have pushed it before.`,
    })
  }
  return found.flatMap(({ source, targets, manifest }) =>
    manifest === null ? [] : [{ source: { reference: source, manifest }, targets }],
  )
}

type SeenTag = Omit<PlannedTag, 'verdict' | 'versions'>

async function look(
  client: RegistryClient,
  target: TagReference,
  source: RetagSource,
  { channels }: RetagPolicy,
  now: () => number,
): Promise<SeenTag> {
  const seenAt = now()
  const found = await client.head(target)
  const { tag } = target
  const after = source.manifest.digest
  return { target, source, tag, kind: kindOf(tag, channels), before: found?.digest ?? null, after, seenAt }
}

/** Finds the versions that the guard needs; for all other tags nothing is asked. */
async function readVersions(
  client: RegistryClient,
  tags: readonly SeenTag[],
  { guard }: RetagPolicy,
): Promise<Move['versions'][]> {
  const repositories = new Map<string, ImageVersions>()
  const versionsIn = ({ registry, repository }: Repository): ImageVersions => {
    const name = repositoryOf({ registry, repository })
    const known = repositories.get(name) ?? new ImageVersions(client, { registry, repository })
    repositories.set(name, known)
    return known
  }
  for (const { target, source, after, before, kind } of tags) {
    const { reference } = source
    if (reference.tag !== undefined && reference.digest === undefined) versionsIn(reference).learn(reference.tag, after)
    // A version tag of this very run is written before any channel tag is.
    if (kind === 'version') versionsIn(target).learn(target.tag, before ?? after)
  }
  return Promise.all(
    tags.map(async (tag) => {
      if (!needsVersions(tag, guard)) return UNKNOWN
      const known = versionsIn(tag.target)
      return { before: tag.before === null ? null : await known.of(tag.before), after: await known.of(tag.after) }
    }),
  )
}

function reasonOf({ tag, kind, versions, source }: PlannedTag): string {
  const [from, to] = [versions.before?.version.version, versions.after?.version.version]
  if (kind === 'channel' && to !== undefined) {
    return from === undefined ? `${tag} starts at ${to}` : `${tag} goes from ${from} to ${to}`
  }
  return `points at what ${formatReference(source.reference)} holds`
}

function refusalOf(tags: readonly PlannedTag[]): UserError | null {
  const refused = tags.flatMap(({ target, verdict }) => (verdict.kind === 'refused' ? [{ target, verdict }] : []))
  const [first] = refused
  if (first === undefined) return null
  if (refused.length === 1) {
    return new UserError(`${repositoryOf(first.target)}: ${first.verdict.why}`, { advice: first.verdict.advice })
  }
  const lines = refused.map(({ target, verdict }) => `- ${repositoryOf(target)}: ${verdict.why} ${verdict.advice}`)
  return new UserError(`${refused.length} of ${tags.length} tags must not move:\n${lines.join('\n')}`, {
    advice: 'Nothing was written, the others neither. Correct these, or leave them away, and run again.',
  })
}

function repositoryOf({ registry, repository }: Repository): string {
  return formatReference({ registry, repository })
}
