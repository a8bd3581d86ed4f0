import { type GitHub, orAbsent } from './client.ts'
import { RequestRefused } from './errors.ts'
import { fullName, type RepositoryName } from './repository.ts'

export interface Issue {
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed'
  /** `completed`, `not_planned`, `duplicate`, `reopened`; null where nobody said. */
  readonly stateReason: string | null
  /** RFC 3339; null while it is open. */
  readonly closedAt: string | null
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
}

/** All issues with a label, open and closed, the oldest first; pull requests are none. */
export async function labelledIssues(github: GitHub, { owner, repo }: RepositoryName, label: string): Promise<Issue[]> {
  const found = await github.pages((page) =>
    github.request('GET /repos/{owner}/{repo}/issues', {
      owner,
      repo,
      labels: label,
      state: 'all',
      sort: 'created',
      direction: 'asc',
      per_page: 100,
      page,
    }),
  )
  return found.filter((issue) => issue.pull_request === undefined).map(issueView)
}

/** Whether an account may be assigned; GitHub overlooks one that may not. */
export async function isAssignable(github: GitHub, { owner, repo }: RepositoryName, login: string): Promise<boolean> {
  const asked = { owner, repo, assignee: login }
  return (await orAbsent(github.request('GET /repos/{owner}/{repo}/assignees/{assignee}', asked))) !== null
}

/** The comments of an issue, oldest first; at most so many pages of a hundred, where that is said. */
export async function issueComments(
  github: GitHub,
  { owner, repo }: RepositoryName,
  issue_number: number,
  pages?: number,
): Promise<{ readonly id: number; readonly body: string }[]> {
  const ask = { owner, repo, issue_number, per_page: 100 }
  const found = await github.pages(
    (page) => github.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...ask, page }),
    pages,
  )
  return found.map(({ id, body }) => ({ id: Number(id), body: body ?? '' }))
}

/** The paths that differ between two commits, at most the three hundred that GitHub tells; null where it knows no such commits. */
export async function changedPaths(
  github: GitHub,
  { owner, repo }: RepositoryName,
  base: string,
  head: string,
): Promise<string[] | null> {
  try {
    const basehead = `${base}...${head}`
    const { data } = await github.request('GET /repos/{owner}/{repo}/compare/{basehead}', { owner, repo, basehead })
    return (data.files ?? []).map(({ filename }) => filename)
  } catch (error) {
    if (error instanceof RequestRefused && [403, 404, 422].includes(error.status)) return null
    throw error
  }
}

/** An issue as people name it before it has a number. */
export function issueSubject(repository: RepositoryName, title: string): string {
  return `issue “${title}” of ${fullName(repository)}`
}

export function issueView(issue: {
  readonly number: number
  readonly html_url: string
  readonly title: string
  readonly body?: string | null
  readonly state: string
  readonly state_reason?: string | null
  readonly closed_at: string | null
  readonly labels: readonly (string | { readonly name?: string })[]
  readonly assignees?: readonly { readonly login: string }[] | null
}): Issue {
  return {
    number: issue.number,
    url: issue.html_url,
    title: issue.title,
    body: issue.body ?? '',
    state: issue.state === 'open' ? 'open' : 'closed',
    stateReason: issue.state_reason ?? null,
    closedAt: issue.closed_at,
    labels: issue.labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
    assignees: (issue.assignees ?? []).map(({ login }) => login),
  }
}
