import { ApiError, notFound, paginate, validationFailed } from '../http.ts'
import { type InRepository, joining, param, reading, type Route, writing } from '../router.ts'
import type { IssueState } from '../state.ts'
import { mayWrite } from '../views/repository.ts'
import { commentView, ensureLabel, issueView, labelsOf, labelView } from '../views/issue.ts'

export const issueRoutes: readonly Route[] = [
  reading('/issues', async ({ request, links, repository }) => {
    const { query } = request
    const state = query.get('state') ?? 'open'
    const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '')
    const creator = query.get('creator')
    const found = repository.state.issues
      .filter((issue) => state === 'all' || issue.state === state)
      .filter((issue) => labels.every((label) => issue.labels.includes(label)))
      .filter((issue) => creator === null || issue.user === creator)
      .sort((left, right) =>
        query.get('direction') === 'asc' ? left.number - right.number : right.number - left.number,
      )
    const { items, headers } = paginate(request, links.origin, found)
    return { status: 200, headers, body: items.map((issue) => issueView(links, repository, issue)) }
  }),

  joining('POST', '/issues', async ({ github, links, repository, body, login }) => {
    const now = github.now()
    const issue: IssueState = {
      title: body.string('title'),
      body: body.optionalString('body') ?? null,
      id: repository.nextId(),
      number: repository.nextNumber(),
      user: login,
      state: 'open',
      stateReason: null,
      labels: (body.strings('labels') ?? []).map((name) => ensureLabel(repository, name).name),
      assignees: body.strings('assignees') ?? [],
      comments: [],
      createdAt: now,
      updatedAt: now,
      closedAt: null,
    }
    repository.state.issues.push(issue)
    repository.save()
    github.record(repository, `create issue #${issue.number}`)
    return { status: 201, body: issueView(links, repository, issue) }
  }),

  reading('/issues/comments/{id}', async (call) => {
    const { issue, comment } = commentOf(call)
    return { status: 200, body: commentView(call.links, call.repository, issue, comment) }
  }),

  joining('PATCH', '/issues/comments/{id}', async (call) => {
    const { github, links, repository, body } = call
    const { issue, comment } = commentOf(call)
    comment.body = body.string('body')
    comment.updatedAt = github.now()
    repository.save()
    github.record(repository, `update comment on #${issue.number}`)
    return { status: 200, body: commentView(links, repository, issue, comment) }
  }),

  reading('/issues/{number}', async (call) => {
    return { status: 200, body: issueView(call.links, call.repository, issueOf(call)) }
  }),

  joining('PATCH', '/issues/{number}', async (call) => {
    const { github, links, repository, body } = call
    const issue = issueOf(call)
    const state = body.optionalString('state')
    const labels = body.strings('labels')
    issue.title = body.optionalString('title') ?? issue.title
    if (body.has('body')) issue.body = body.optionalString('body') ?? null
    if (labels !== undefined) issue.labels = labels.map((name) => ensureLabel(repository, name).name)
    issue.assignees = body.strings('assignees') ?? issue.assignees
    issue.updatedAt = github.now()
    if (state === 'closed') close(issue, body.optionalString('state_reason'))
    if (state === 'open') Object.assign(issue, { state, closedAt: null, stateReason: 'reopened' })
    repository.save()
    github.record(repository, `update issue #${issue.number}`)
    return { status: 200, body: issueView(links, repository, issue) }
  }),

  reading('/issues/{number}/comments', async (call) => {
    const { request, links, repository } = call
    const issue = issueOf(call)
    const { items, headers } = paginate(request, links.origin, issue.comments)
    return { status: 200, headers, body: items.map((comment) => commentView(links, repository, issue, comment)) }
  }),

  joining('POST', '/issues/{number}/comments', async (call) => {
    const { github, links, repository, body, login } = call
    const issue = issueOf(call)
    const now = github.now()
    const comment = { body: body.string('body'), id: repository.nextId(), user: login, createdAt: now, updatedAt: now }
    issue.comments.push(comment)
    issue.updatedAt = now
    repository.save()
    github.record(repository, `comment on #${issue.number}`)
    return { status: 201, body: commentView(links, repository, issue, comment) }
  }),

  reading('/issues/{number}/labels', async (call) => {
    const { request, links, repository } = call
    const { items, headers } = paginate(request, links.origin, labelsOf(links, repository, issueOf(call).labels))
    return { status: 200, headers, body: items }
  }),

  writing('POST', '/issues/{number}/labels', async (call) => {
    const { github, links, repository, body } = call
    const issue = issueOf(call)
    const names = (body.strings('labels') ?? []).map((name) => ensureLabel(repository, name).name)
    issue.labels = [...new Set([...issue.labels, ...names])]
    issue.updatedAt = github.now()
    repository.save()
    github.record(repository, `label #${issue.number}`)
    return { status: 200, body: labelsOf(links, repository, issue.labels) }
  }),

  /** Whoever may write may be assigned; GitHub says so without a body. */
  reading('/assignees/{assignee}', async (call) => {
    if (!mayWrite(call.repository, param(call, 'assignee'))) throw notFound()
    return { status: 204 }
  }),

  reading('/labels', async ({ request, links, repository }) => {
    const { items, headers } = paginate(request, links.origin, repository.state.labels)
    return { status: 200, headers, body: items.map((label) => labelView(links, repository, label)) }
  }),

  reading('/labels/{name}', async (call) => {
    const name = param(call, 'name').toLowerCase()
    const label = call.repository.state.labels.find((candidate) => candidate.name.toLowerCase() === name)
    if (label === undefined) throw notFound()
    return { status: 200, body: labelView(call.links, call.repository, label) }
  }),

  writing('POST', '/labels', async ({ github, links, repository, body }) => {
    const name = body.string('name')
    if (repository.state.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
      throw validationFailed({ resource: 'Label', code: 'already_exists', field: 'name' })
    }
    const color = body.optionalString('color') ?? 'ededed'
    if (!/^[0-9a-f]{6}$/i.test(color)) throw validationFailed({ resource: 'Label', code: 'invalid', field: 'color' })
    const label = { id: repository.nextId(), name, color, description: body.optionalString('description') ?? null }
    repository.state.labels.push(label)
    repository.save()
    github.record(repository, `create label ${name}`)
    return { status: 201, body: labelView(links, repository, label) }
  }),
]

function close(issue: IssueState, reason: string | undefined): void {
  if (issue.pull?.merged !== undefined) throw new ApiError(422, 'Validation Failed')
  issue.state = 'closed'
  issue.stateReason = reason === 'not_planned' || reason === 'duplicate' ? reason : 'completed'
  issue.closedAt = issue.updatedAt
}

function issueOf(call: InRepository): IssueState {
  const number = param(call, 'number')
  const found = call.repository.state.issues.find((issue) => String(issue.number) === number)
  if (found === undefined) throw notFound()
  return found
}

function commentOf(call: InRepository) {
  const id = param(call, 'id')
  for (const issue of call.repository.state.issues) {
    const comment = issue.comments.find((candidate) => String(candidate.id) === id)
    if (comment !== undefined) return { issue, comment }
  }
  throw notFound()
}
