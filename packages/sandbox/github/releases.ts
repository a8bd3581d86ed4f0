import { type GitHub, type Push, writeTime } from './github.ts'
import { isRefName } from './git/refs.ts'
import { ApiError, type ErrorDetail, validationFailed } from './http.ts'
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
  const push = wish.draft === true ? undefined : await publish(github, repository, release)
  repository.state.releases.push(release)
  chooseLatest(repository, release, wish.makeLatest ?? 'true')
  repository.save()
  return { release, push }
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
  const published = release.draft && wish.draft === false
  const push = published ? await publish(github, repository, next) : undefined
  if (wish.draft === true && !release.draft) next.draft = true
  Object.assign(release, next)
  chooseLatest(repository, release, wish.makeLatest ?? (published ? 'true' : undefined))
  repository.save()
  return { release, push }
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

/** Turns a draft into a published release: checks the tag, makes it when it is missing, locks it when immutable. */
async function publish(github: GitHub, repository: Repository, release: ReleaseState): Promise<Push | undefined> {
  const { tag, target } = release
  if (repository.state.releases.some((other) => other.id !== release.id && !other.draft && other.tag === tag)) {
    throw validationFailed({ resource: 'Release', code: 'already_exists', field: 'tag_name' })
  }
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
  if (changed !== undefined && 'refused' in changed) throw new ApiError(409, 'Conflict')
  release.draft = false
  release.publishedAt = github.now()
  release.createdAt = writeTime((await repository.objects.commit(commit))?.committer.date ?? github.ledger.now())
  if (repository.state.immutableReleases) {
    release.immutable = true
    repository.lockTag(tag)
  }
  return changed?.push
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
