import type { GitHub } from '../github.ts'
import type { Links } from '../links.ts'
import type { Repository } from '../repository.ts'
import { simpleUser } from './user.ts'

/** OpenAPI `minimal-repository`. */
export function minimalRepository(links: Links, repository: Repository) {
  const { state, owner, name, fullName } = repository
  const url = links.api(`/repos/${fullName}`)
  const html = links.html(`/${fullName}`)
  return {
    id: state.id,
    node_id: repositoryNodeId(repository),
    name,
    full_name: fullName,
    private: state.private,
    owner: simpleUser(links, owner, 'Organization'),
    html_url: html,
    description: state.description,
    fork: state.parent !== null,
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
  }
}

/** OpenAPI `repository`, as in a pull request's head and base. */
export function wholeRepository(links: Links, repository: Repository) {
  const { state, fullName } = repository
  const html = links.html(`/${fullName}`)
  const openIssues = state.issues.filter((issue) => issue.state === 'open').length
  return {
    ...minimalRepository(links, repository),
    git_url: `${html.replace(/^https?:/, 'git:')}.git`,
    ssh_url: `git@${new URL(links.origin).hostname}:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    forks_count: 0,
    forks: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 0,
    default_branch: state.defaultBranch,
    open_issues_count: openIssues,
    open_issues: openIssues,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: state.private ? 'private' : 'public',
    pushed_at: state.pushedAt,
    created_at: state.createdAt,
    updated_at: state.pushedAt,
    license: null,
    allow_forking: true,
    web_commit_signoff_required: false,
  }
}

/** OpenAPI `full-repository`: what GET of one repository gives. */
export function fullRepository(github: GitHub, links: Links, repository: Repository, login: string | undefined) {
  const parent = repository.state.parent === null ? undefined : github.find(repository.state.parent)
  const forks = github.repositories().filter((candidate) => candidate.state.parent === repository.fullName).length
  const push = login !== undefined && mayWrite(repository, login)
  return {
    ...wholeRepository(links, repository),
    forks_count: forks,
    forks,
    network_count: forks,
    subscribers_count: 0,
    permissions: { admin: push, maintain: push, push, triage: push, pull: true },
    allow_rebase_merge: true,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_auto_merge: repository.state.allowAutoMerge,
    delete_branch_on_merge: false,
    organization: simpleUser(links, repository.owner, 'Organization'),
    ...(parent === undefined ? {} : { parent: wholeRepository(links, parent), source: wholeRepository(links, parent) }),
  }
}

export function repositoryNodeId(repository: Repository): string {
  return `R_${repository.state.id}`
}

/** Whether somebody may change a repository: its owner, its collaborators, or everybody when none are named. */
export function mayWrite(repository: Repository, login: string): boolean {
  const { collaborators } = repository.state
  return collaborators === undefined || repository.owner === login || collaborators.includes(login)
}
