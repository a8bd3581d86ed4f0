import { type Change, UserError } from '../plan/index.ts'
import { type GitHub, orAbsent } from './client.ts'
import { RequestRefused } from './errors.ts'
import { fullName, type RepositoryName } from './repository.ts'
import { settling } from './settling.ts'

export interface Release {
  readonly id: number
  readonly url: string
  readonly tag: string
  readonly draft: boolean
  readonly body: string
}

export interface ReleaseWish {
  readonly tag: string
  readonly name: string
  /** Markdown, at most 125,000 characters. */
  readonly body: string
  readonly prerelease: boolean
  /** Whether the repository shows it as its latest release. */
  readonly latest: boolean
  /** `draft` stops before publishing. */
  readonly until: 'draft' | 'published'
}

/** Pages of releases that are searched for a draft; drafts are not found by their tag. */
const PAGES = 3

/** The release of a tag, published or draft; null where there is none. */
export async function findRelease(
  github: GitHub,
  { owner, repo }: RepositoryName,
  tag: string,
): Promise<Release | null> {
  const published = await orAbsent(
    github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', { owner, repo, tag }),
  )
  if (published !== null) return view(published.data)
  const all = await github.pages(
    (page) => github.request('GET /repos/{owner}/{repo}/releases', { owner, repo, per_page: 100, page }),
    PAGES,
  )
  const draft = all.find((release) => release.draft && release.tag_name === tag)
  return draft === undefined ? null : view(draft)
}

/** A release on its way: the changes that are left, and the release as the last look at it showed it. */
export interface ReleasePlan {
  readonly changes: readonly Change[]
  readonly seen: () => Release | null
}

/**
 * What is left to do until the tag has its release: a draft first, then published, because an immutable release takes
 * nothing more once it is out. A draft that an earlier run left (or a person edited) is published as it is, a published
 * release is never touched.
 */
export async function planRelease(
  github: GitHub,
  repository: RepositoryName,
  wish: ReleaseWish,
  reason: string,
): Promise<ReleasePlan> {
  const { owner, repo } = repository
  const subject = `release ${wish.tag} of ${fullName(repository)}`
  let seen = await findRelease(github, repository, wish.tag)
  const found = stateOf(seen)
  const probe = async (): Promise<string | null> => {
    seen = await findRelease(github, repository, wish.tag)
    return stateOf(seen)
  }
  const draft = settling(github, {
    action: 'create',
    subject: `draft of ${subject}`,
    before: null,
    after: 'draft',
    reason,
    probe,
    act: () =>
      explained(
        async () => {
          await github.request('POST /repos/{owner}/{repo}/releases', {
            owner,
            repo,
            tag_name: wish.tag,
            name: wish.name,
            body: wish.body,
            prerelease: wish.prerelease,
            draft: true,
          })
        },
        repository,
        wish.tag,
      ),
  })
  const publish = settling(github, {
    action: 'publish',
    subject,
    before: 'draft',
    after: 'published',
    reason,
    probe,
    act: () =>
      explained(
        async () => {
          const release = seen ?? (await findRelease(github, repository, wish.tag))
          if (release === null)
            throw new UserError(`The draft of ${subject} is gone.`, { advice: 'Somebody deleted it. Run again.' })
          await github.request('PATCH /repos/{owner}/{repo}/releases/{release_id}', {
            owner,
            repo,
            release_id: release.id,
            tag_name: wish.tag,
            draft: false,
            prerelease: wish.prerelease,
            make_latest: wish.latest ? 'true' : 'false',
            ...(release.body.trim() === '' && { body: wish.body }),
          })
        },
        repository,
        wish.tag,
      ),
  })
  const changes = [
    ...(found === null ? [draft] : []),
    ...(found === 'published' || wish.until === 'draft' ? [] : [publish]),
  ]
  return { changes, seen: () => seen }
}

function stateOf(release: Release | null): 'draft' | 'published' | null {
  return release === null ? null : release.draft ? 'draft' : 'published'
}

function view(release: {
  readonly id: number | bigint
  readonly html_url: string
  readonly tag_name: string
  readonly draft: boolean
  readonly body?: string | null
}): Release {
  return {
    id: Number(release.id),
    url: release.html_url,
    tag: release.tag_name,
    draft: release.draft,
    body: release.body ?? '',
  }
}

/** Two refusals whose words do not tell the cause. */
async function explained(write: () => Promise<void>, repository: RepositoryName, tag: string): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    if (error.status === 404) {
      throw new UserError(`GitHub does not let this token release ${tag} in ${fullName(repository)}.`, {
        advice:
          'Either it lacks “contents: write”, or the release’s commit changes .github/workflows compared with the default branch: that needs the permission “workflows”, which the default token can never have. Use an app’s token for such a release.',
        cause: error,
      })
    }
    if (/immutable/i.test(error.message)) {
      throw new UserError(`Tag ${tag} of ${fullName(repository)} was used by an immutable release.`, {
        advice: 'Such a name is burnt for ever, even after the release was deleted. Take the next version.',
        cause: error,
      })
    }
    throw error
  }
}
