import { setTimeout as pause } from 'node:timers/promises'
import { Octokit } from '@octokit/core'
import { ReportedError } from '../plan/index.ts'
import type { AnswerCache } from './answer-cache.ts'
import { type Answer, refusal, RequestRefused, unanswered } from './errors.ts'
import { octokitFetch } from './octokit-fetch.ts'
import { createTransport, lineOf } from './transport.ts'

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
  /** Answers of earlier runs, asked for with their ETags. */
  readonly cache?: AnswerCache | undefined
}

/**
 * GitHub, or GitHub Enterprise Server, through REST and GraphQL. Everything it throws is a UserError (`RequestRefused`)
 * or a ServiceError (`RequestUnanswered`), with the request it is about and what to do.
 */
export class GitHub {
  /** Typed REST: `github.request('GET /repos/{owner}/{repo}', { owner, repo })`. */
  readonly request: Octokit['request']
  /** Where people look: `https://github.com`, without a slash at its end. */
  readonly serverUrl: string
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly #octokit: Octokit

  constructor({ token, environment, signal, log = () => undefined, sleep, timeoutMs = 60_000, cache }: GitHubOptions) {
    this.serverUrl = withoutSlash(environment['GITHUB_SERVER_URL'] ?? 'https://github.com')
    this.sleep = sleep ?? ((milliseconds) => pause(milliseconds, undefined, signal === undefined ? {} : { signal }))
    this.#octokit = new Octokit({
      baseUrl: withoutSlash(environment['GITHUB_API_URL'] ?? 'https://api.github.com'),
      userAgent: 'codeflare-actions',
      // Octokit warns on the console about deprecations; a log that nobody reads is noise in everybody's.
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
      ...(token !== '' && { auth: token }),
      request: { fetch: octokitFetch(createTransport({ signal, log, sleep: this.sleep, timeoutMs, cache })) },
    })
    this.#octokit.hook.before('request', ({ headers }) => void (headers['x-github-api-version'] = '2022-11-28'))
    this.#octokit.hook.error('request', (error, { method, url }) => {
      // The options still have the template; the error has the request that was sent.
      const sent = 'request' in error ? error.request.url : url
      throw reported(error, lineOf({ method, url: sent }))
    })
    this.request = this.#octokit.request
  }

  /**
   * One GraphQL operation.
   *
   * @param name how errors call it: `createCommitOnBranch`.
   * @throws RequestRefused with all that GitHub says is wrong.
   */
  async graphql<T>(name: string, operation: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    try {
      return await this.#octokit.graphql<T>(operation, variables)
    } catch (error) {
      if (error instanceof ReportedError || !(error instanceof Error) || !('errors' in error)) throw error
      const errors: unknown = error.errors
      const first: unknown = Array.isArray(errors) ? errors[0] : undefined
      const type = typeof first === 'object' && first !== null && 'type' in first ? String(first.type) : ''
      const status = type === 'NOT_FOUND' ? 404 : type === 'FORBIDDEN' ? 403 : 422
      throw refusal({ method: 'GraphQL', path: name }, { status, headers: {}, data: { message: name, errors } })
    }
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

/** What a request failed with, as an error for people; defects of ours stay what they are. */
function reported(error: Error, line: { readonly method: string; readonly path: string }): Error {
  if (error.cause instanceof ReportedError) return error.cause
  if ('response' in error && isAnswer(error.response)) return refusal(line, error.response)
  const ours = error instanceof ReportedError || error.name === 'AbortError' || !('status' in error)
  return ours ? error : unanswered(line, error.message, error)
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'status' in value && 'headers' in value
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

function ignore(): void {}
