import pLimit from 'p-limit'
import { type Change, type Finding, UserError } from '../plan/index.ts'
import { type BelongingChanges, belongingsOf, planBelongings } from './belongings.ts'
import type { RegistryClient } from './client.ts'
import { Copier, type Transferred } from './copy.ts'
import { type Guard, judge, type Move, needsVersions, type Verdict } from './guard.ts'
import { ImageVersions, releaseAbove } from './image-version.ts'
import type { Manifest } from './manifest.ts'
import { formatReference, type Reference, type Repository, sameRepository, type TagReference } from './reference.ts'
import type { RetagRequest } from './retag-request.ts'
import { type TagMove, TagWave } from './tag-wave.ts'
import { CONCURRENCY } from './transport.ts'
import { kindOf, type TagKind } from './version-tag.ts'

export interface RetagPolicy {
  readonly guard: Guard
  /** Tags that show the newest release, such as `stable`. */
  readonly channels: readonly string[]
  /** Take along to another repository what belongs to an image (default true). */
  readonly referrers?: boolean
  /** What to do about a source that is not there (default error). */
  readonly missing?: 'error' | 'skip'
}

export interface RetagOptions {
  /** Milliseconds on a clock that only goes forward. */
  readonly now?: () => number
  /** Told every now and then how far a long copy got. */
  readonly onProgress?: (line: string) => void
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
  /** Asks its repository for a release above it; null where there is none. */
  readonly higher?: () => Promise<string | null>
}

/** An image that is brought to another repository. */
export interface PlannedCopy {
  readonly source: RetagSource
  readonly to: Repository
  readonly belongings: BelongingChanges
  /** What went there so far. */
  readonly transferred: () => Transferred
}

export interface RetagPlan {
  readonly sources: readonly RetagSource[]
  /** Every tag that was asked for, in the order in which it would be written. */
  readonly tags: readonly PlannedTag[]
  /** What is to be written; empty when any tag was refused. */
  readonly changes: readonly Change[]
  readonly copies: readonly PlannedCopy[]
  readonly findings: readonly Finding[]
  /** Why nothing may be written; null when everything may. */
  readonly refusal: UserError | null
}

/**
 * Plans the moves of image tags: resolves each source once to a digest, looks at each tag, and lets the guard judge.
 * Writes nothing. One refused tag refuses the whole batch, because half a train is worse than none.
 *
 * The changes come in this order: what belongs to images that are copied, then version tags (each with what its image
 * consists of), channel tags last. The tags of each kind are written side by side (see `TagWave`).
 *
 * @throws UserError naming every source that does not exist, unless those are to be skipped.
 * @throws ServiceError when a registry fails or contradicts itself.
 */
export async function planRetag(
  client: RegistryClient,
  requests: readonly RetagRequest[],
  policy: RetagPolicy,
  { now = () => performance.now(), onProgress }: RetagOptions = {},
): Promise<RetagPlan> {
  for (const { source, targets } of requests) {
    for (const target of targets) client.announce(target, 'pull,push')
    client.announce(source, 'pull')
  }
  const wanted = await resolve(client, requests, policy)
  const sources = wanted.map(({ source }) => source)
  const copier = new Copier(client, { now, ...(onProgress && { onProgress }) })
  const copies = await planCopies(client, copier, wanted, policy, now)
  const looks = pLimit(CONCURRENCY)
  const looked = await Promise.all(
    wanted.flatMap(({ source, targets }) =>
      targets.map((target) => looks(() => look(client, target, source, policy, now))),
    ),
  )
  const seen = looked.sort((one, other) => ORDER[one.kind] - ORDER[other.kind])
  const judged = await readVersions(client, seen, policy)
  const tags = seen.map((tag, index): PlannedTag => {
    const move = { ...tag, ...(judged[index] ?? UNKNOWN) }
    return { ...move, verdict: judge(move, policy.guard) }
  })
  const findings = copies.flatMap(({ belongings }) => belongings.findings)
  const refusal = refusalOf(tags)
  if (refusal !== null) return { sources, tags, changes: [], copies, findings, refusal }

  const moves = tags.filter(({ verdict }) => verdict.kind === 'moves').map((tag) => moveOf(tag, copier))
  const isChannel = ({ kind }: TagMove): boolean => kind === 'channel'
  const versions = new TagWave(
    client,
    moves.filter((move) => !isChannel(move)),
    now,
  )
  const belongings = copies.map((copy) => copy.belongings)
  const changes = [
    ...belongings.flatMap(({ referrers }) => referrers),
    ...new TagWave(
      client,
      belongings.flatMap((some) => some.tags),
      now,
    ).changes(),
    ...versions.changes(),
    ...new TagWave(client, moves.filter(isChannel), now, versions).changes(),
  ]
  return { sources, tags, changes, copies, findings, refusal }
}

function moveOf(tag: PlannedTag, copier: Copier): TagMove {
  const { target, kind, before, seenAt, source, higher } = tag
  const { manifest, reference } = source
  const move = { target, kind, before, seenAt, manifest, reason: reasonOf(tag), ...(higher && { higher }) }
  if (sameRepository(target, reference)) return move
  return { ...move, prepare: () => copier.contents(manifest, reference, target) }
}

/** The images that are wanted in another repository, each once a repository, with what belongs to them. */
async function planCopies(
  client: RegistryClient,
  copier: Copier,
  wanted: readonly Wanted[],
  { referrers = true }: RetagPolicy,
  now: () => number,
): Promise<PlannedCopy[]> {
  const ways = new Map<string, { readonly source: RetagSource; readonly to: Repository }>()
  for (const { source, targets } of wanted) {
    for (const { registry, repository } of targets) {
      const to = { registry, repository }
      if (!sameRepository(to, source.reference))
        ways.set(`${source.manifest.digest} ${repositoryOf(to)}`, { source, to })
    }
  }
  return Promise.all(
    [...ways.values()].map(async ({ source, to }): Promise<PlannedCopy> => {
      const { registry, repository } = source.reference
      const from = { registry, repository }
      const none = { tags: [], referrers: [], findings: [] }
      const transferred = (): Transferred => copier.transferred(to)
      if (!referrers) return { source, to, belongings: none, transferred }
      const found = await belongingsOf(client, copier, from, source.manifest)
      const planned = await planBelongings(client, copier, { from, to, belongings: found }, now)
      const belongings = { ...planned, findings: [...found.findings, ...planned.findings] }
      return { source, to, belongings, transferred }
    }),
  )
}

/** Versions first: they are never wrong to have. Channels last: people follow them. */
const ORDER: Readonly<Record<TagKind, number>> = { version: 0, other: 1, channel: 2 }
const UNKNOWN: Judged = { versions: { before: null, after: null } }

type Judged = Pick<PlannedTag, 'versions' | 'higher'>

interface Wanted {
  readonly source: RetagSource
  readonly targets: readonly TagReference[]
}

async function resolve(
  client: RegistryClient,
  requests: readonly RetagRequest[],
  { missing: onMissing }: RetagPolicy,
): Promise<Wanted[]> {
  const found = await Promise.all(
    requests.map(async (request) => ({ ...request, manifest: await client.get(request.source) })),
  )
  const missing = found.flatMap(({ source, manifest }) => (manifest === null ? [formatReference(source)] : []))
  if (missing.length > 0 && onMissing !== 'skip') {
    const [verb, what] = missing.length === 1 ? ['does', 'the source'] : ['do', 'the sources']
    throw new UserError(`${missing.join(', ')} ${verb} not exist in the registry.`, {
      advice: `Check name and tag of ${what}; the job that builds it must have pushed it before.`,
    })
  }
  return found.flatMap(({ source, targets, manifest }) =>
    manifest === null ? [] : [{ source: { reference: source, manifest }, targets }],
  )
}

type SeenTag = Omit<PlannedTag, 'verdict' | 'versions' | 'higher'>

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
): Promise<Judged[]> {
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
    tags.map(async (tag): Promise<Judged> => {
      if (!needsVersions(tag, guard)) return UNKNOWN
      const known = versionsIn(tag.target)
      const before = tag.before === null ? null : await known.of(tag.before)
      const { reference } = tag.source
      // Which version an image is that comes from elsewhere, the place that it comes from knows best.
      const after = await versionsIn(sameRepository(reference, tag.target) ? tag.target : reference).of(tag.after)
      const version = after ?? known.learned(tag.after)
      const versions = { before, after: version }
      return version === null ? { versions } : { versions, higher: () => releaseAbove(client, tag.target, version) }
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
