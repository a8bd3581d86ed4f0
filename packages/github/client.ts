import { setTimeout as pause } from 'node:timers/promises'
import type { Endpoints } from '@octokit/types'
import { type Answer, refusal, type RequestLine, RequestRefused, unanswered } from './errors.ts'
import type { Received } from './exchange.ts'
import { routed, type RoutedRequest } from './route.ts'
import { createTransport, lineOf, type Transport } from './transport.ts'

/** Data, or what is wrong; GitHub's schema is believed as the OpenAPI description is. */
interface GraphQlAnswer<T> {
  readonly data: T
  readonly errors?: readonly { readonly type?: string }[]
}

/** What some lists take and GitHub's description does not say of them. */
interface Page {
  readonly per_page?: number
  readonly page?: number
}

/** A request by its name in GitHub's reference, with its parameters and its answer as GitHub's OpenAPI description has them. */
export type Request = <Route extends keyof Endpoints>(
  route: Route,
  parameters: Omit<Endpoints[Route]['parameters'], 'baseUrl' | 'headers' | 'mediaType' | 'request'> & Page,
) => Promise<Endpoints[Route]['response']>

export interface GitHubOptions {
  readonly token: string
  /** The runner's environment: `GITHUB_API_URL` and `GITHUB_SERVER_URL`; github.com where absent. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Ends every request and every wait. */
  readonly signal?: AbortSignal
  /** Told what is waited for, and why. */
  readonly log?: (line: string) => void
  /** Waits. Injected by tests, which have no time. */
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** How long one answer may take; a minute unless told. */
  readonly timeoutMs?: number
}

/**
 * GitHub, or GitHub Enterprise Server, through REST and GraphQL. Everything it throws is a UserError (`RequestRefused`)
 * or a ServiceError (`RequestUnanswered`), with the request it is about and what to do.
 */
export class GitHub {
  /** Where people look: `https://github.com`, without a slash at its end. */
  readonly serverUrl: string
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly #apiUrl: string
  readonly #headers: Readonly<Record<string, string>>
  readonly #transport: Transport

  constructor({ token, environment, signal, log = () => undefined, sleep, timeoutMs = 60_000 }: GitHubOptions) {
    this.serverUrl = withoutSlash(environment['GITHUB_SERVER_URL'] ?? 'https://github.com')
    this.sleep = sleep ?? ((milliseconds) => pause(milliseconds, undefined, signal === undefined ? {} : { signal }))
    this.#apiUrl = withoutSlash(environment['GITHUB_API_URL'] ?? 'https://api.github.com')
    this.#headers = {
      accept: 'application/vnd.github+json',
      'user-agent': 'codeflare-actions',
      'x-github-api-version': '2022-11-28',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    }
    this.#transport = createTransport({ signal, log, sleep: this.sleep, timeoutMs })
  }

  /** Typed REST: `github.request('GET /repos/{owner}/{repo}', { owner, repo })`. */
  readonly request: Request = async (route, parameters) => {
    const request = routed(this.#apiUrl, route, parameters)
    const answer = { ...(await this.#send(request)), url: request.url }
    if (isDescribed(answer, route)) return answer
    throw unanswered(lineOf(request), `status ${answer.status}`, undefined)
  }

  /**
   * One GraphQL operation.
   *
   * @param name how errors call it: `createCommitOnBranch`.
   * @throws RequestRefused with all that GitHub says is wrong.
   */
  async graphql<T>(name: string, operation: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    const url = `${this.#apiUrl.replace(/\/v3$/, '')}/graphql`
    const { data: answer } = await this.#send({
      method: 'POST',
      url,
      body: JSON.stringify({ query: operation, variables }),
    })
    if (!isGraphQl<T>(answer)) throw unanswered({ method: 'GraphQL', path: name }, 'neither data nor errors', undefined)
    const { data, errors } = answer
    if (errors === undefined) return data
    const type = errors[0]?.type
    const status = type === 'NOT_FOUND' ? 404 : type === 'FORBIDDEN' ? 403 : 422
    throw refusal({ method: 'GraphQL', path: name }, { status, headers: {}, data: { message: name, errors } })
  }

  async #send(request: RoutedRequest): Promise<Answer> {
    const json = request.body !== undefined && { 'content-type': 'application/json; charset=utf-8' }
    const received = await this.#transport({ ...request, headers: { ...this.#headers, ...json } })
    const line = lineOf(request)
    const answer = { status: received.status, headers: received.headers, data: contentOf(received, line) }
    if (received.status >= 400) throw refusal(line, answer)
    return answer
  }

  /** All pages of a list, at most `pages` of a hundred items; `next` says how to ask for one. */
  async pages<T>(
    next: (page: number) => Promise<{ data: readonly T[]; headers: { link?: string } }>,
    pages = 50,
  ): Promise<T[]> {
    const all: T[] = []
    for (let page = 1; page <= pages; page += 1) {
      const { data, headers } = await next(page)
      all.push(...data)
      if (!/rel="next"/.test(headers.link ?? '')) break
    }
    return all
  }
}

/**
 * A success is what GitHub's OpenAPI description says of it. That is believed, as Octokit does; the sandbox's answers are held to it.
 */
function isDescribed<Route extends keyof Endpoints>(
  answer: Answer,
  _route: Route,
): answer is Endpoints[Route]['response'] {
  return answer.status >= 200 && answer.status < 300
}

function isGraphQl<T>(answer: unknown): answer is GraphQlAnswer<T> {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)
}

/** JSON as a value, text as text, and anything else as its bytes. */
function contentOf({ headers, bytes }: Received, line: RequestLine): unknown {
  const type = headers['content-type'] ?? ''
  if (/^application\/(?:[\w.-]+\+)?json\b/.test(type)) return parsed(bytes, line)
  const isText = type.startsWith('text/') || bytes.length === 0
  return isText ? bytes.toString('utf8') : new Uint8Array(bytes).buffer
}

function parsed(bytes: Buffer, line: RequestLine): unknown {
  if (bytes.length === 0) return ''
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw unanswered(line, 'what came is no JSON', error)
  }
}

/** The value, or null where GitHub finds nothing. */
export async function orAbsent<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof RequestRefused && error.status === 404) return null
    throw error
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
