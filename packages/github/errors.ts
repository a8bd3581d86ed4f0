import { ServiceError, UserError } from '../plan/index.ts'

/** One request as a person recognises it; the query and the body stay out, that is where secrets could travel. */
export interface RequestLine {
  readonly method: string
  readonly path: string
}

/** GitHub answered and said no: the token, a permission, a rule, a value. Asking again changes nothing. */
export class RequestRefused extends UserError {
  readonly status: number

  constructor(status: number, message: string, advice: string) {
    super(message, { advice })
    this.status = status
  }
}

/** No whole answer came: a write may have happened or not. Look before asking again. */
export class RequestUnanswered extends ServiceError {}

/** The parts of an HTTP answer that errors are made from. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | undefined>>
  readonly data: unknown
}

/** GitHub's refusal, in words that say what to do. */
export function refusal(request: RequestLine, answer: Answer): RequestRefused {
  const line = `${request.method} ${request.path}`
  const said = sentence(answer.data)
  const permission = needed(request, answer)
  switch (answer.status) {
    case 401:
      return new RequestRefused(
        401,
        `GitHub does not accept the token (${line}: ${said}).`,
        'It has expired (an app’s token lasts an hour), was revoked, or belongs to another server. Check the input “token”.',
      )
    case 403:
      return new RequestRefused(
        403,
        `GitHub forbids ${line}: ${said}.`,
        `The token needs the permission ${permission}. Add it under “permissions:” of the job, or give a token that has it. An organization may also require single sign-on or restrict the branch or tag by a ruleset.`,
      )
    case 404:
      return new RequestRefused(
        404,
        `GitHub finds nothing at ${line}.`,
        `It does not exist, or the token may not see it: that needs the permission ${permission} on this repository.`,
      )
    case 409:
      return new RequestRefused(
        409,
        `GitHub cannot do ${line} in this state: ${said}.`,
        'Look at the state of the repository, then run again.',
      )
    default:
      return new RequestRefused(
        answer.status,
        `GitHub refuses ${line} (${answer.status}): ${said}.`,
        'Correct what it names, then run again.',
      )
  }
}

/** For an answer that never came, or came broken. */
export function unanswered(request: RequestLine, what: string, cause: unknown): RequestUnanswered {
  return new RequestUnanswered(`GitHub did not answer ${request.method} ${request.path}: ${what}.`, {
    advice: 'Nothing is lost: run again, and what was done is found done. If it stays so, see githubstatus.com.',
    cause,
  })
}

/** What GitHub says is wrong: its message, and each of its validation errors. */
function sentence(data: unknown): string {
  if (typeof data !== 'object' || data === null) return 'no reason given'
  const message = 'message' in data && typeof data.message === 'string' ? data.message : 'no reason given'
  const errors: unknown[] = 'errors' in data && Array.isArray(data.errors) ? data.errors : []
  return [message, ...errors.map(detail)].join('; ').replace(/\s+/g, ' ').replace(/\.$/, '').trim()
}

function detail(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('message' in error && typeof error.message === 'string') return error.message
  const field = 'field' in error ? String(error.field) : 'a field'
  return `${field}: ${'code' in error ? String(error.code) : 'invalid'}`
}

/** GitHub names the permission in a header since 2023; older servers leave it to the path. */
function needed({ method, path }: RequestLine, { headers }: Answer): string {
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
  const names: Readonly<Record<string, string>> = {
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
