import { createHash } from 'node:crypto'
import type { Handler, SandboxRequest, SandboxResponse } from '../exchange.ts'
import type { GitHub, RateLimit } from './github.ts'
import { graphqlEndpoint } from './graphql/endpoint.ts'
import { ApiError, conditional, errorResponse, notFound } from './http.ts'
import { Links } from './links.ts'
import { dispatch, type Route } from './router.ts'
import { actionRoutes, jobLog } from './routes/actions.ts'
import { branchRoutes } from './routes/branches.ts'
import { commitRoutes } from './routes/commits.ts'
import { codeload, contentRoutes, rawFile } from './routes/contents.ts'
import { gitDataRoutes } from './routes/git-data.ts'
import { issueRoutes } from './routes/issues.ts'
import { pullRoutes } from './routes/pulls.ts'
import { referenceRoutes } from './routes/references.ts'
import { releaseRoutes } from './routes/releases.ts'
import { repositoryRoutes } from './routes/repositories.ts'
import { gitTransport } from './transport.ts'

/** Every route; the first that matches answers. */
export const routes: readonly Route[] = [
  ...repositoryRoutes,
  ...branchRoutes,
  ...referenceRoutes,
  ...gitDataRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...releaseRoutes,
  ...pullRoutes,
  ...issueRoutes,
  ...actionRoutes,
]

const REST = '/api/v3'
const VERSIONS: ReadonlySet<string> = new Set(['2022-11-28', '2026-03-10'])

/** One server with everything: REST at /api/v3, GraphQL at /api/graphql, git at /owner/name(.git). */
export function createHandler(github: GitHub): Handler {
  async function rest(request: SandboxRequest, links: Links): Promise<SandboxResponse> {
    const path = request.path.slice(REST.length)
    const version = request.headers['x-github-api-version'] ?? '2022-11-28'
    let response: SandboxResponse
    try {
      if (typeof version !== 'string' || !VERSIONS.has(version)) {
        throw new ApiError(400, `Unsupported API version: ${String(version)}`)
      }
      const login = authenticate(github, request)
      response = await dispatch(routes, { github, request, links, login }, path)
    } catch (error) {
      response = refusal(error)
    }
    const answered = conditional(request, response)
    // Asking again for what has not changed is free, and so is asking for the limits.
    if (answered.status !== 304 && path !== '/rate_limit') github.countRequest()
    return {
      ...answered,
      headers: {
        ...answered.headers,
        ...limits(github.rateLimit()),
        'x-github-media-type': 'github.v3; format=json',
        'x-github-api-version-selected': String(version),
      },
    }
  }

  return async (request) => {
    const links = new Links(originOf(request))
    if (request.path.startsWith(`${REST}/`)) return rest(request, links)
    try {
      if (request.path === '/api/graphql' && request.method === 'POST') {
        return await graphqlEndpoint(github, links, authenticate(github, request), request.body)
      }
      const served =
        (await gitTransport(github, request, authenticate(github, request))) ??
        jobLog((name) => github.find(name), request.path) ??
        (await codeload(github, request.path)) ??
        (await rawFile(github, request.path))
      return served ?? { status: 404, body: 'Not Found\n' }
    } catch (error) {
      return refusal(error)
    }
  }
}

function limits({ limit, remaining, used, reset }: RateLimit): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
  }
}

/** The answer to what a request is to blame for; a bug of the sandbox is thrown on. */
function refusal(error: unknown): SandboxResponse {
  // A broken %-escape in the path names nothing.
  if (error instanceof URIError) return errorResponse(notFound())
  if (error instanceof ApiError) return errorResponse(error)
  throw error
}

function originOf(request: SandboxRequest): string {
  return `http://${request.headers.host ?? 'localhost'}`
}

/** Who calls: `Authorization: Bearer`, `token`, or Basic with the token as password, as git sends it. */
function authenticate(github: GitHub, { headers }: SandboxRequest): string | undefined {
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ')
  if (value === '') return undefined
  const basic = scheme.toLowerCase() === 'basic'
  const token = basic
    ? Buffer.from(value, 'base64')
        .toString('utf8')
        .replace(/^[^:]*:/, '')
    : value
  if (github.tokens === undefined) return token === '' ? undefined : 'release-manager'
  const known = Object.entries(github.tokens).find(([candidate]) => sameSecret(candidate, token))
  if (known === undefined) throw new ApiError(401, 'Bad credentials')
  return known[1]
}

function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
  return digest(left) === digest(right)
}
