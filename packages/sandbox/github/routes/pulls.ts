import { ApiError, notFound, paginate, validationFailed } from '../http.ts'
import { mergePull } from '../merging.ts'
import { openPull } from '../pulls.ts'
import { announcePush } from '../pushes.ts'
import { type InRepository, joining, param, reading, type Route, writing } from '../router.ts'
import type { MergeMethod, PullRequestState } from '../state.ts'
import { commitView, filesBetween } from '../views/commit.ts'
import { fullPull, range, simplePull } from '../views/pull.ts'

export const pullRoutes: readonly Route[] = [
  reading('/pulls', async ({ github, request, links, repository }) => {
    const { query } = request
    const state = query.get('state') ?? 'open'
    const head = query.get('head') ?? ''
    const base = query.get('base')
    const newestFirst = query.get('direction') !== 'asc'
    const found = repository
      .pulls()
      .filter((issue) => state === 'all' || issue.state === state)
      // GitHub overlooks a head that names no owner.
      .filter(({ pull }) => !head.includes(':') || head === `${pull.head.repository.split('/')[0]}:${pull.head.ref}`)
      .filter(({ pull }) => base === null || base === pull.base.ref)
      .sort((left, right) => (newestFirst ? right.number - left.number : left.number - right.number))
    const { items, headers } = paginate(request, links.origin, found)
    return { status: 200, headers, body: items.map((issue) => simplePull(github, links, repository, issue)) }
  }),

  joining('POST', '/pulls', async ({ github, links, repository, body, login }) => {
    const issue = await openPull(github, repository, {
      title: body.string('title'),
      body: body.optionalString('body') ?? null,
      user: login,
      base: body.string('base'),
      head: body.string('head'),
      draft: body.boolean('draft') ?? false,
      maintainerCanModify: body.boolean('maintainer_can_modify') ?? false,
    })
    github.record(repository, `create pull request #${issue.number}`)
    return { status: 201, body: await fullPull(github, links, repository, issue, true) }
  }),

  reading('/pulls/{number}', async (call) => {
    const { github, links, repository } = call
    return { status: 200, body: await fullPull(github, links, repository, pullOf(call)) }
  }),

  joining('PATCH', '/pulls/{number}', async (call) => {
    const { github, links, repository, body } = call
    const issue = pullOf(call)
    const base = body.optionalString('base')
    if (base !== undefined && repository.branch(base) === undefined) {
      throw validationFailed({ resource: 'PullRequest', field: 'base', code: 'invalid' })
    }
    const state = body.optionalString('state')
    if (state === 'open' && issue.pull.merged !== undefined) {
      throw validationFailed({
        resource: 'PullRequest',
        code: 'custom',
        field: 'state',
        message: 'state cannot be changed. The pull request cannot be reopened.',
      })
    }
    issue.title = body.optionalString('title') ?? issue.title
    if (body.has('body')) issue.body = body.optionalString('body') ?? null
    if (base !== undefined) issue.pull.base = { ref: base, sha: repository.branch(base) ?? issue.pull.base.sha }
    issue.updatedAt = github.now()
    if (state === 'closed' || state === 'open') setState(issue, state)
    repository.save()
    github.record(repository, `update pull request #${issue.number}`)
    return { status: 200, body: await fullPull(github, links, repository, issue) }
  }),

  reading('/pulls/{number}/files', async (call) => {
    const { request, links, repository } = call
    const issue = pullOf(call)
    const { start } = await range(repository, issue)
    const files = await filesBetween(links, repository, start, issue.pull.head.sha)
    const { items, headers } = paginate(request, links.origin, files)
    return { status: 200, headers, body: items }
  }),

  reading('/pulls/{number}/commits', async (call) => {
    const { request, links, repository } = call
    const { commits } = await range(repository, pullOf(call))
    const { items, headers } = paginate(request, links.origin, commits)
    const body = []
    for (const sha of items) {
      const commit = await repository.objects.commit(sha)
      if (commit !== undefined) body.push(commitView(links, repository, sha, commit))
    }
    return { status: 200, headers, body }
  }),

  reading('/pulls/{number}/reviews', async (call) => {
    pullOf(call)
    // Nobody reviews in the sandbox.
    return { status: 200, body: [] }
  }),

  reading('/pulls/{number}/merge', async (call) => {
    if (pullOf(call).pull.merged === undefined) throw notFound()
    return { status: 204 }
  }),

  writing('PUT', '/pulls/{number}/merge', async (call) => {
    const { github, repository, body, login } = call
    const issue = pullOf(call)
    const { sha, push } = await mergePull(github, repository, issue, {
      method: mergeMethod(body.optionalString('merge_method')),
      by: login,
      title: body.optionalString('commit_title'),
      message: body.optionalString('commit_message'),
      sha: body.optionalString('sha'),
    })
    github.record(repository, `merge pull request #${issue.number}`)
    await announcePush(github, repository, push)
    return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } }
  }),

  writing('POST', '/pulls/{number}/requested_reviewers', async (call) => {
    const { github, links, repository, body } = call
    const issue = pullOf(call)
    const wanted = body.strings('reviewers') ?? []
    if (wanted.includes(issue.user)) throw new ApiError(422, 'Review cannot be requested from pull request author.')
    issue.pull.reviewers = [...new Set([...issue.pull.reviewers, ...wanted])]
    repository.save()
    github.record(repository, `request reviewers of #${issue.number}`)
    return { status: 201, body: simplePull(github, links, repository, issue) }
  }),
]

function setState(issue: PullRequestState, state: 'open' | 'closed'): void {
  issue.state = state
  issue.closedAt = state === 'closed' ? issue.updatedAt : null
}

function mergeMethod(value: string | undefined): MergeMethod {
  if (value === undefined) return 'merge'
  if (value === 'merge' || value === 'squash' || value === 'rebase') return value
  throw new ApiError(422, `Invalid request.\n\n${value} is not a possible value of merge_method.`)
}

function pullOf(call: InRepository): PullRequestState {
  const found = call.repository.pull(Number(param(call, 'number')))
  if (found === undefined) throw notFound()
  return found
}
