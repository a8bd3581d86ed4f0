import type { Handler, SandboxRequest, SandboxResponse } from '../exchange.ts'
import { refuse } from './answers.ts'
import { demand, issueToken, type Access } from './auth.ts'
import { blob } from './blobs.ts'
import type { RegistryContext } from './context.ts'
import { listReferrers, listTags } from './discovery.ts'
import { manifest, putManifest } from './manifests.ts'
import { isName, parseRoute, type Route } from './route.ts'
import { continueUpload, startUpload } from './uploads.ts'

/** The API of the OCI distribution specification 1.1 over a store. */
export function registryHandler(context: RegistryContext): Handler {
  return async (request) => {
    const route = parseRoute(request.path)
    if (route === undefined) return refuse('UNSUPPORTED', `no endpoint of this API: ${request.path}`, { status: 404 })
    if (route.kind === 'token') return issueToken(context, request)
    if (route.kind !== 'ping' && !isName(route.name)) {
      return refuse('NAME_INVALID', `not a repository name: ${route.name}`)
    }
    const response = demand(context, request, accessOf(route, request)) ?? answer(context, request, route)
    // Registries of Docker's generation say so on every answer; those that take several tags at once are younger.
    if (context.policy().multiTag === true) return response
    return { ...response, headers: { 'docker-distribution-api-version': 'registry/2.0', ...response.headers } }
  }
}

function answer(
  context: RegistryContext,
  request: SandboxRequest,
  route: Exclude<Route, { kind: 'token' }>,
): SandboxResponse {
  const { method } = request
  const reading = method === 'GET' || method === 'HEAD'
  switch (route.kind) {
    case 'ping':
      if (reading) return { status: 200, body: {} }
      break
    case 'tags':
      if (reading) return listTags(context, request, route.name)
      break
    case 'referrers':
      if (reading) return listReferrers(context, request, route.name, route.digest)
      break
    case 'uploads':
      if (method === 'POST') return startUpload(context, request, route.name)
      break
    case 'upload':
      return continueUpload(context, request, route.name, route.session)
    case 'blob':
      if (reading || method === 'DELETE') return blob(context, request, route.name, route.digest)
      break
    case 'manifest':
      if (reading || method === 'DELETE') return manifest(context, request, route.name, route.reference)
      if (method === 'PUT') return putManifest(context, request, route.name, route.reference)
      break
  }
  return refuse('UNSUPPORTED', `${method} is not for this endpoint`)
}

/** What a token must grant, as the reference implementation asks for it. */
function accessOf(route: Route, { method }: SandboxRequest): Access | undefined {
  if (route.kind === 'ping' || route.kind === 'token') return undefined
  const { name } = route
  if (route.kind === 'upload' || route.kind === 'uploads') return { name, actions: ['pull', 'push'] }
  if (method === 'GET' || method === 'HEAD') return { name, actions: ['pull'] }
  return { name, actions: method === 'DELETE' ? ['delete'] : ['pull', 'push'] }
}
