import { ServiceError, UserError } from '../plan/index.js'
/** GitHub answered and said no: the token, a permission, a rule, a value. Asking again changes nothing. */
export class RequestRefused extends UserError {
  status
  constructor(status, message, advice, cause) {
    super(message, { advice, cause })
    this.status = status
  }
}
/** No whole answer came: a write may have happened or not. Look before asking again. */
export class RequestUnanswered extends ServiceError {}
/** GitHub's refusal, in words that say what to do. */
export function refusal(request, answer, cause) {
  const line = `${request.method} ${request.path}`
  const said = sentence(answer.data)
  const permission = needed(request, answer)
  switch (answer.status) {
    case 401:
      return new RequestRefused(
        401,
        `GitHub does not accept the token (${line}: ${said}).`,
        'It has expired (an app’s token lasts an hour), was revoked, or belongs to another server. Check the input “token”.',
        cause,
      )
    case 403:
      return new RequestRefused(
        403,
        `GitHub forbids ${line}: ${said}.`,
        `The token needs the permission ${permission}. Add it under “permissions:” of the job, or give a token that has it. An organization may also require single sign-on or restrict the branch or tag by a ruleset.`,
        cause,
      )
    case 404:
      return new RequestRefused(
        404,
        `GitHub finds nothing at ${line}.`,
        `It does not exist, or the token may not see it: that needs the permission ${permission} on this repository.`,
        cause,
      )
    case 409:
      return new RequestRefused(
        409,
        `GitHub cannot do ${line} in this state: ${said}.`,
        'Look at the state of the repository, then run again.',
        cause,
      )
    default:
      return new RequestRefused(
        answer.status,
        `GitHub refuses ${line} (${answer.status}): ${said}.`,
        'Correct what it names, then run again.',
        cause,
      )
  }
}
/** For an answer that never came, or came broken. */
export function unanswered(request, what, cause) {
  return new RequestUnanswered(`GitHub did not answer ${request.method} ${request.path}: ${what}.`, {
    advice: 'Nothing is lost: run again, and what was done is found done. If it stays so, see githubstatus.com.',
    cause,
  })
}
/** What GitHub says is wrong: its message, and each of its validation errors. */
function sentence(data) {
  if (typeof data !== 'object' || data === null) return 'no reason given'
  const message = 'message' in data && typeof data.message === 'string' ? data.message : 'no reason given'
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors : []
  return [message, ...errors.map(detail)].join('; ').replace(/\s+/g, ' ').replace(/\.$/, '').trim()
}
function detail(error) {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('message' in error && typeof error.message === 'string') return error.message
  const field = 'field' in error ? String(error.field) : 'a field'
  return `${field}: ${'code' in error ? String(error.code) : 'invalid'}`
}
/** GitHub names the permission in a header since 2023; older servers leave it to the path. */
function needed({ method, path }, { headers }) {
  const accepted = headers['x-accepted-github-permissions']
  if (typeof accepted === 'string' && accepted !== '') {
    return (
      accepted
        .split(';')[0]
        ?.split(',')
        .map((one) => `“${one.trim().replace('=', ': ').replaceAll('_', '-')}”`)
        .join(' and ') ?? ''
    )
  }
  const access = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  const [area] = /\/(?:pulls|issues|labels|actions|statuses|check-runs|forks)\b/.exec(path) ?? ['']
  const names = {
    '/pulls': 'pull-requests',
    '/issues': 'issues',
    '/labels': 'issues',
    '/actions': 'actions',
    '/statuses': 'statuses',
    '/check-runs': 'checks',
    '/forks': 'administration',
  }
  return `“${names[area] ?? 'contents'}: ${access}”`
}
