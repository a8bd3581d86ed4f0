import { fullName } from './repository.js'
/** The open pull request between the branches, else the newest that was; null where there never was one. */
export async function findPull(github, place) {
  const { owner, repo } = place.repository
  const { data } = await github.request('GET /repos/{owner}/{repo}/pulls', {
    owner,
    repo,
    state: 'all',
    base: place.base,
    head: `${place.headOwner}:${place.branch}`,
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  })
  // A head that GitHub does not understand is ignored instead of refused; what is listed then is not ours.
  const ours = data.filter(({ head, base }) => head.ref === place.branch && base.ref === place.base)
  const found = ours.find(({ state }) => state === 'open') ?? ours[0]
  return found === undefined ? null : view(found)
}
/** The pull request as people name it before it has a number. */
export function pullSubject({ repository, base, branch, headOwner }) {
  const from = headOwner === repository.owner ? branch : `${headOwner}:${branch}`
  return `pull request ${from} → ${base} of ${fullName(repository)}`
}
function view(pull) {
  const merged = pull.merged_at !== null
  return {
    number: pull.number,
    nodeId: pull.node_id,
    url: pull.html_url,
    state: merged ? 'merged' : pull.state === 'open' ? 'open' : 'closed',
    title: pull.title,
    body: pull.body ?? '',
    draft: pull.draft ?? false,
    labels: pull.labels.map(({ name }) => name),
    reviewers: [
      ...(pull.requested_reviewers ?? []).map(({ login }) => login),
      ...(pull.requested_teams ?? []).map(({ slug }) => `${pull.base.repo.owner.login}/${slug}`),
    ],
    head: pull.head.sha,
    mergeCommit: merged ? pull.merge_commit_sha : null,
    autoMerge: pull.auto_merge?.merge_method ?? null,
  }
}
