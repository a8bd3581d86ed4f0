import { isObject, type ReportedError, ServiceError, UserError } from '../plan/index.ts'

/** Longest part of an error body that is read (distribution clients agree on 64 KiB); the rest may be anything. */
export const LONGEST_ERROR = 64 * 1024

/** What a registry said, read as far as anybody needs it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
}

/** One entry of the `errors` of an error body (distribution specification, "Error codes"). */
interface Problem {
  readonly code: string
  readonly message: string
}

/** The errors that a body names; none where it is not of that form (a proxy's page, an empty body). */
function problemsOf(body: Uint8Array): Problem[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    const errors = isObject(content) && Array.isArray(content['errors']) ? content['errors'] : []
    return errors.filter(isObject).map(({ code, message }) => ({ code: oneLine(code), message: oneLine(message) }))
  } catch {
    return []
  }
}

/** Status and what the registry said of it, in one clause. */
export function describeAnswer({ status, body }: Answer): string {
  const problems = problemsOf(body).map(({ code, message }) => [code, message].filter((text) => text !== '').join(': '))
  const text = problems.length > 0 ? problems.join('; ') : oneLine(Buffer.from(body).toString('utf8'))
  return text === '' ? `status ${status}` : `status ${status}, ${text}`
}

/** Says that an answer was not the one expected: whose fault it is, and what to do. */
export function failure(doing: string, registry: string, answer: Answer): ReportedError {
  const said = describeAnswer(answer)
  const { status } = answer
  if (status === 401 || status === 403) {
    return new UserError(`${registry} does not allow ${doing} (${said}).`, {
      advice:
        'The credentials were accepted as such, or none were found; what they lack is the right. Check who may push there, and which account is used.',
    })
  }
  if (status === 429) {
    return new ServiceError(`${registry} limits the rate of requests and did not let through ${doing} (${said}).`, {
      advice: 'Run again later; what was done so far stays done.',
    })
  }
  if (status === 409 || problemsOf(answer.body).some(({ code }) => /IMMUTABLE/i.test(code))) {
    return new UserError(`${registry} refuses ${doing} (${said}).`, {
      advice: 'The tag is immutable there. Promote under another version, or lift the rule on the registry.',
    })
  }
  return new ServiceError(`${registry} failed at ${doing} (${said}).`)
}

/** Text of a stranger in a message of ours: one line, printable, short. */
function oneLine(text: unknown): string {
  if (typeof text !== 'string') return ''
  const clean = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return clean.length > 300 ? `${clean.slice(0, 300)}…` : clean
}
