import { type GitHub, type Push, writeTime } from './github.ts'
import { isRefName } from './git/refs.ts'
import { type ApiError, type ErrorDetail, validationFailed } from './http.ts'
import { changeRef } from './pushes.ts'
import type { Repository } from './repository.ts'
import type { ReleaseState } from './state.ts'

export type MakeLatest = 'true' | 'false' | 'legacy'

/** What may be said about a release; what is absent stays as it is. */
export interface ReleaseWish {
  readonly tag?: string | undefined
  readonly target?: string | undefined
  readonly name?: string | null | undefined
  readonly body?: string | null | undefined
  readonly draft?: boolean | undefined
  readonly prerelease?: boolean | undefined
  readonly makeLatest?: MakeLatest | undefined
}

/** A saved release, and the tag that publishing it made. */
export interface ReleaseChange {
  readonly release: ReleaseState
  readonly push: Push | undefined
}

/** Creates a release and saves it. The tag comes to be when the release is published. @throws ApiError 422. */
export async function createRelease(
  github: GitHub,
  repository: Repository,
  wish: ReleaseWish & { readonly tag: string; readonly author: string },
): Promise<ReleaseChange> {
  const now = github.now()
  const release: ReleaseState = {
    id: repository.nextId(),
    author: wish.author,
    tag: wish.tag,
    target: wish.target ?? repository.state.defaultBranch,
    name: wish.name ?? null,
    body: wish.body ?? null,
    draft: true,
    prerelease: wish.prerelease ?? false,
    immutable: false,
    createdAt: now,
    publishedAt: null,
  }
  const tagged = wish.draft === true ? undefined : await ensureTag(github, repository, release)
  if (tagged !== undefined) publish(github, repository, release, tagged)
  repository.state.releases.push(release)
  chooseLatest(repository, release, wish.makeLatest ?? 'true')
  repository.save()
  return { release, push: tagged?.push }
}

/** Changes a release, publishing it when `draft` turns false, and saves it. @throws ApiError 422. */
export async function updateRelease(
  github: GitHub,
  repository: Repository,
  release: ReleaseState,
  wish: ReleaseWish,
): Promise<ReleaseChange> {
  const moved = (wish.tag ?? release.tag) !== release.tag || (wish.target ?? release.target) !== release.target
  if (release.immutable && (moved || wish.draft === true)) {
    throw validationFailed(problem('an immutable release keeps its tag and its target', 'tag_name'))
  }
  const next: ReleaseState = {
    ...release,
    tag: wish.tag ?? release.tag,
    target: wish.target ?? release.target,
    name: wish.name === undefined ? release.name : wish.name,
    body: wish.body === undefined ? release.body : wish.body,
    prerelease: wish.prerelease ?? release.prerelease,
  }
  const tagged = release.draft && wish.draft === false ? await ensureTag(github, repository, next) : undefined
  if (tagged !== undefined) publish(github, repository, next, tagged)
  if (wish.draft === true && !release.draft) next.draft = true
  Object.assign(release, next)
  chooseLatest(repository, release, wish.makeLatest ?? (tagged === undefined ? undefined : 'true'))
  repository.save()
  return { release, push: tagged?.push }
}

/** Deletes a release and saves; its tag stays, and stays burnt when the release was immutable. */
export function deleteRelease(repository: Repository, release: ReleaseState): void {
  repository.state.releases = repository.state.releases.filter((candidate) => candidate !== release)
  if (repository.state.latestRelease === release.id) repository.state.latestRelease = null
  repository.save()
}

/** The release that GitHub calls the latest: the one that was marked, else the newest that is no prerelease. */
export function latestRelease(repository: Repository): ReleaseState | undefined {
  const published = repository.state.releases.filter(({ draft, prerelease }) => !draft && !prerelease)
  return (
    published.find(({ id }) => id === repository.state.latestRelease) ??
    published.toSorted((left, right) => compareDates(right, left))[0]
  )
}

/** Releases as GitHub lists them: newest first. */
export function listReleases(repository: Repository): ReleaseState[] {
  return repository.state.releases.toSorted((left, right) => compareDates(right, left))
}

function compareDates(left: ReleaseState, right: ReleaseState): number {
  return left.createdAt === right.createdAt ? left.id - right.id : left.createdAt < right.createdAt ? -1 : 1
}

interface Tagged {
  /** The date of the released commit. */
  readonly date: Date
  readonly push: Push | undefined
}

/** Checks the tag of a release that is to be published, and makes it when it is missing. */
async function ensureTag(github: GitHub, repository: Repository, release: ReleaseState): Promise<Tagged> {
  const { tag, target } = release
  refuseSecond(repository, release)
  if (repository.state.burntTags.includes(tag)) {
    throw validationFailed(problem('tag_name was used by an immutable release', 'tag_name'), INVALID_TAG)
  }
  const ref = `refs/tags/${tag}`
  if (!isRefName(ref)) {
    throw validationFailed(
      problem('tag_name is not a valid tag', 'tag_name'),
      problem('tag_name is not well-formed', 'tag_name'),
      INVALID_TAG,
    )
  }
  const existing = repository.refs.get(ref)
  const commit =
    existing === undefined ? await targetCommit(repository, target) : await repository.objects.peel(existing)
  if (commit === undefined) {
    throw validationFailed(problem('tag_name is not a valid tag', 'tag_name'), INVALID_TAG, {
      resource: 'Release',
      code: 'invalid',
      field: 'target_commitish',
    })
  }
  const changed =
    existing === undefined ? await changeRef(github, repository, { ref, oid: commit, expected: null }) : undefined
  if (changed !== undefined && 'refused' in changed) throw alreadyExists()
  const { committer } = (await repository.objects.commit(commit)) ?? {}
  return { date: committer?.date ?? github.ledger.now(), push: changed?.push }
}

/** Turns a draft into a published release, at once: nothing may wait between this and saving. */
function publish(github: GitHub, repository: Repository, release: ReleaseState, { date }: Tagged): void {
  // Another request may have published the tag while this one made sure of it.
  refuseSecond(repository, release)
  release.draft = false
  release.publishedAt = github.now()
  release.createdAt = writeTime(date)
  if (repository.state.immutableReleases) {
    release.immutable = true
    repository.lockTag(release.tag)
  }
}

function refuseSecond(repository: Repository, { id, tag }: ReleaseState): void {
  if (repository.state.releases.some((other) => other.id !== id && !other.draft && other.tag === tag)) {
    throw alreadyExists()
  }
}

function alreadyExists(): ApiError {
  return validationFailed({ resource: 'Release', code: 'already_exists', field: 'tag_name' })
}

/** `target_commitish`: a branch or a full commit id, nothing else. */
async function targetCommit(repository: Repository, target: string): Promise<string | undefined> {
  return repository.branch(target) ?? (/^[0-9a-f]{40}$/.test(target) ? repository.resolveCommit(target) : undefined)
}

function problem(message: string, field?: string): ErrorDetail {
  return { resource: 'Release', code: 'custom', ...(field === undefined ? {} : { field }), message }
}

const INVALID_TAG = problem('Published releases must have a valid tag')

function chooseLatest(repository: Repository, release: ReleaseState, wish: MakeLatest | undefined): void {
  const { state } = repository
  if (release.draft || release.prerelease || wish === 'false') {
    if (state.latestRelease === release.id) state.latestRelease = null
    return
  }
  if (wish === 'true') state.latestRelease = release.id
  if (wish === 'legacy') state.latestRelease = null
}
