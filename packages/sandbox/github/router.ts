import type { SandboxRequest, SandboxResponse } from '../exchange.ts'
import type { GitHub } from './github.ts'
import { ApiError, Fields, notFound } from './http.ts'
import type { Links } from './links.ts'
import type { Repository } from './repository.ts'
import { mayWrite } from './views/repository.ts'

/** One request on its way to a route. */
export interface Call {
  readonly github: GitHub
  readonly request: SandboxRequest
  readonly links: Links
  /** The path's parameters, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly body: Fields
  /** Who calls, when somebody signed in. */
  readonly login: string | undefined
}

export interface SignedCall extends Call {
  readonly login: string
}

/** A request for something of a repository that is there. */
export type InRepository<C extends Call = Call> = C & { readonly repository: Repository }

type Run = (call: Call) => Promise<SandboxResponse>

export interface Route {
  readonly method: string
  /** `/repos/{owner}/{repo}/git/ref/{ref...}`: `...` takes the rest of the path. */
  readonly template: string
  readonly pattern: RegExp
  readonly run: Run
}

function route(method: string, template: string, run: Run): Route {
  const source = template
    .replaceAll('.', '\\.')
    .replaceAll(/\{(\w+)\\\.\\\.\\\.\}/g, '(?<$1>.*)')
    .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return { method, template, pattern: new RegExp(`^${source}$`), run }
}

/** Anybody may call it. */
export function open(method: string, template: string, run: (call: Call) => Promise<SandboxResponse>): Route {
  return route(method, template, run)
}

/** Somebody has to be signed in. */
export function signed(method: string, template: string, run: (call: SignedCall) => Promise<SandboxResponse>): Route {
  return route(method, template, async (call) => run(signIn(call)))
}

/** Reads a repository; `template` goes on after `/repos/{owner}/{repo}`. */
export function reading(template: string, run: (call: InRepository) => Promise<SandboxResponse>): Route {
  return route('GET', `/repos/{owner}/{repo}${template}`, async (call) =>
    run({ ...call, repository: repositoryOf(call) }),
  )
}

/** Takes part in a repository as everybody who is signed in may: issues, pull requests, comments, forks. */
export function joining(
  method: string,
  template: string,
  run: (call: InRepository<SignedCall>) => Promise<SandboxResponse>,
): Route {
  return route(method, `/repos/{owner}/{repo}${template}`, async (call) => {
    const repository = repositoryOf(call)
    return run({ ...signIn(call), repository })
  })
}

/** Changes a repository, which needs permission. */
export function writing(
  method: string,
  template: string,
  run: (call: InRepository<SignedCall>) => Promise<SandboxResponse>,
): Route {
  return joining(method, template, async (call) => {
    if (!mayWrite(call.repository, call.login)) throw new ApiError(403, 'Resource not accessible by integration')
    return run(call)
  })
}

function signIn(call: Call): SignedCall {
  if (call.login === undefined) throw new ApiError(401, 'Requires authentication')
  return { ...call, login: call.login }
}

function repositoryOf({ github, params, login }: Call): Repository {
  const found = github.find(`${params['owner']}/${params['repo']}`)
  // A private repository is hidden, not forbidden.
  const hidden = found?.state.private === true && (login === undefined || !mayWrite(found, login))
  if (found === undefined || hidden) throw notFound()
  return found
}

/** Finds the route of a request and calls it. @throws ApiError 404 when there is none. */
export async function dispatch(
  routes: readonly Route[],
  call: Omit<Call, 'params' | 'body'>,
  path: string,
): Promise<SandboxResponse> {
  for (const { method, pattern, run } of routes) {
    if (method !== call.request.method) continue
    const match = pattern.exec(path)
    if (match !== null)
      return run({ ...call, params: decode(match.groups ?? {}), body: Fields.parse(call.request.body) })
  }
  throw notFound()
}

function decode(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]))
}

/** A parameter of the route's template. */
export function param(call: Call, name: string): string {
  const value = call.params[name]
  if (value === undefined) throw new Error(`the route has no parameter ${name}`)
  return value
}
