import { userId } from '../identity.ts'
import type { Links } from '../links.ts'
import type { Repository } from '../repository.ts'
import type { CommentState, IssueState, LabelState } from '../state.ts'
import { simpleUser } from './user.ts'

/** GitHub's grey, of a label that was made by putting it on an issue. */
const NEW_LABEL_COLOUR = 'ededed'

/** OpenAPI `label`. */
export function labelView(links: Links, repository: Repository, label: LabelState) {
  return {
    id: label.id,
    node_id: `LA_${label.id}`,
    url: links.api(`/repos/${repository.fullName}/labels/${encodeURIComponent(label.name)}`),
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  }
}

/** The label of a name, made when it is missing; the caller saves. */
export function ensureLabel(repository: Repository, name: string): LabelState {
  const known = repository.state.labels.find((label) => label.name.toLowerCase() === name.toLowerCase())
  if (known !== undefined) return known
  const label = { id: repository.nextId(), name, color: NEW_LABEL_COLOUR, description: null }
  repository.state.labels.push(label)
  return label
}

/** The labels of an issue as GitHub shows them. */
export function labelsOf(links: Links, repository: Repository, names: readonly string[]) {
  return names.flatMap((name) => {
    const label = repository.state.labels.find((candidate) => candidate.name === name)
    return label === undefined ? [] : [labelView(links, repository, label)]
  })
}

/** OpenAPI `issue`. */
export function issueView(links: Links, repository: Repository, issue: IssueState) {
  const repositoryUrl = links.api(`/repos/${repository.fullName}`)
  const url = `${repositoryUrl}/issues/${issue.number}`
  const kind = issue.pull === undefined ? 'issues' : 'pull'
  const html = links.html(`/${repository.fullName}/${kind}/${issue.number}`)
  const assignees = issue.assignees.map((login) => simpleUser(links, login))
  return {
    url,
    repository_url: repositoryUrl,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: issue.id,
    node_id: `${issue.pull === undefined ? 'I' : 'PR'}_${issue.id}`,
    number: issue.number,
    title: issue.title,
    user: simpleUser(links, issue.user),
    labels: labelsOf(links, repository, issue.labels),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: false,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(repository, issue.user),
    active_lock_reason: null,
    body: issue.body,
    timeline_url: `${url}/timeline`,
    ...(issue.pull === undefined
      ? {}
      : {
          draft: issue.pull.draft,
          pull_request: {
            url: `${repositoryUrl}/pulls/${issue.number}`,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: issue.pull.merged?.at ?? null,
          },
        }),
  }
}

/** OpenAPI `issue-comment`. */
export function commentView(links: Links, repository: Repository, issue: IssueState, comment: CommentState) {
  const issues = `/repos/${repository.fullName}/issues`
  return {
    url: links.api(`${issues}/comments/${comment.id}`),
    html_url: links.html(`/${repository.fullName}/issues/${issue.number}#issuecomment-${comment.id}`),
    issue_url: links.api(`${issues}/${issue.number}`),
    id: comment.id,
    node_id: `IC_${comment.id}`,
    user: simpleUser(links, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repository, comment.user),
    body: comment.body,
    performed_via_github_app: null,
  }
}

export function association(repository: Repository, login: string): string {
  if (userId(repository.owner) === userId(login)) return 'OWNER'
  return repository.state.collaborators?.includes(login) === true ? 'COLLABORATOR' : 'CONTRIBUTOR'
}
