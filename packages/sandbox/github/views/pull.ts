import type { GitHub } from '../github.ts'
import { compareCommits } from '../git/history.ts'
import type { Links } from '../links.ts'
import { mergeability } from '../pulls.ts'
import type { Repository } from '../repository.ts'
import type { PullRequestState } from '../state.ts'
import { filesBetween } from './commit.ts'
import { association, labelsOf } from './issue.ts'
import { wholeRepository } from './repository.ts'
import { simpleUser } from './user.ts'

/** OpenAPI `pull-request-simple`, as in lists. */
export function simplePull(github: GitHub, links: Links, repository: Repository, issue: PullRequestState) {
  const { pull, number } = issue
  const repositoryUrl = links.api(`/repos/${repository.fullName}`)
  const url = `${repositoryUrl}/pulls/${number}`
  const issueUrl = `${repositoryUrl}/issues/${number}`
  const html = links.html(`/${repository.fullName}/pull/${number}`)
  const statuses = `${repositoryUrl}/statuses/${pull.head.sha}`
  const assignees = issue.assignees.map((login) => simpleUser(links, login))
  return {
    url,
    id: issue.id,
    node_id: `PR_${issue.id}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issueUrl,
    number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: simpleUser(links, issue.user),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: pull.reviewers.map((login) => simpleUser(links, login)),
    requested_teams: [],
    labels: labelsOf(links, repository, issue.labels),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryUrl}/pulls/comments{/number}`,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statuses,
    head: side(github, links, pull.head.repository, pull.head),
    base: side(github, links, repository.fullName, pull.base),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${repositoryUrl}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: association(repository, issue.user),
    auto_merge:
      pull.autoMerge === undefined
        ? null
        : {
            enabled_by: simpleUser(links, pull.autoMerge.by),
            merge_method: pull.autoMerge.method,
            commit_title: pull.autoMerge.title ?? issue.title,
            commit_message: pull.autoMerge.message ?? '',
          },
    active_lock_reason: null,
  }
}

function side(
  github: GitHub,
  links: Links,
  fullName: string,
  { ref, sha }: { readonly ref: string; readonly sha: string },
) {
  const [owner = ''] = fullName.split('/')
  const repository = github.find(fullName)
  return {
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: simpleUser(links, owner, 'Organization'),
    repo: repository === undefined ? null : wholeRepository(links, repository),
  }
}

/**
 * OpenAPI `pull-request`. GitHub works out whether a pull request can be merged in the background: the answer to its
 * creation does not know yet (`mergeable: null`), so a client has to ask again.
 */
export async function fullPull(
  github: GitHub,
  links: Links,
  repository: Repository,
  issue: PullRequestState,
  fresh = false,
) {
  const { pull } = issue
  const { commits, start } = await range(repository, issue)
  const files = await filesBetween(links, repository, start, pull.head.sha)
  const { mergeable, state } = fresh
    ? ({ mergeable: null, state: 'unknown' } as const)
    : await mergeability(repository, issue)
  const sum = (of: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[of], 0)
  return {
    ...simplePull(github, links, repository, issue),
    merged: pull.merged !== undefined,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: state,
    merged_by: pull.merged === undefined ? null : simpleUser(links, pull.merged.by),
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: commits.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  }
}

/** The commits of a pull request and the commit that its files are compared with. */
export async function range(
  repository: Repository,
  { pull }: PullRequestState,
): Promise<{ commits: readonly string[]; start: string | undefined }> {
  if (pull.merged === undefined) {
    const tip = repository.branch(pull.base.ref) ?? pull.base.sha
    const { ahead, mergeBase } = await compareCommits(repository.objects, tip, pull.head.sha)
    return { commits: ahead, start: mergeBase }
  }
  const [first = pull.head.sha] = pull.merged.commits
  return { commits: pull.merged.commits, start: (await repository.objects.commit(first))?.parents[0] }
}
