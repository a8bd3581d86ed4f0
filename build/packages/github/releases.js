import { UserError } from '../plan/index.js'
import { orAbsent } from './client.js'
import { RequestRefused } from './errors.js'
import { fullName } from './repository.js'
import { settling } from './settling.js'
/** Pages of a hundred releases that are searched for a draft; drafts are not found by their tag. */
const PAGES = 3
/**
 * The release of a tag, published or draft; null where there is none.
 *
 * @param isNew the tag is not there yet: then nothing of it is published, and a draft is among the newest releases.
 */
export async function findRelease(github, repository, tag, isNew = false) {
  const { owner, repo } = repository
  for (let page = 1; page <= PAGES; page += 1) {
    const { data, headers } = await github.request('GET /repos/{owner}/{repo}/releases', {
      owner,
      repo,
      per_page: 100,
      page,
    })
    const ofTag = data.filter((release) => release.tag_name === tag)
    const found = ofTag.find((release) => !release.draft) ?? ofTag[0]
    if (found !== undefined) return view(found)
    if (isNew || !/rel="next"/.test(headers.link ?? '')) return null
    if (page > 1) continue
    const published = await orAbsent(
      github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', { owner, repo, tag }),
    )
    if (published !== null) return view(published.data)
  }
  return null
}
async function releaseById(github, { owner, repo }, id) {
  const found = await orAbsent(
    github.request('GET /repos/{owner}/{repo}/releases/{release_id}', { owner, repo, release_id: id }),
  )
  return found === null ? null : view(found.data)
}
/**
 * What is left to do until the tag has its release: a draft first, then published, because an immutable release takes
 * nothing more once it is out. A draft that an earlier run left (or a person edited) is published as it is, a published
 * release is never touched.
 */
export async function planRelease(github, repository, wish, reason) {
  const { owner, repo } = repository
  const subject = `release ${wish.tag} of ${fullName(repository)}`
  let seen = await findRelease(github, repository, wish.tag, wish.isNew)
  const found = stateOf(seen)
  const probe = async () => {
    seen = await (seen === null
      ? findRelease(github, repository, wish.tag, true)
      : releaseById(github, repository, seen.id))
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
          const { data } = await github.request('POST /repos/{owner}/{repo}/releases', {
            owner,
            repo,
            tag_name: wish.tag,
            name: wish.name,
            body: wish.body,
            prerelease: wish.prerelease,
            draft: true,
          })
          seen = view(data)
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
function stateOf(release) {
  return release === null ? null : release.draft ? 'draft' : 'published'
}
function view(release) {
  return {
    id: Number(release.id),
    url: release.html_url,
    tag: release.tag_name,
    draft: release.draft,
    body: release.body ?? '',
  }
}
/** Two refusals whose words do not tell the cause. */
async function explained(write, repository, tag) {
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
