import { parseObject } from '../json.ts'
import type { Handler, SandboxRequest, SandboxResponse } from '../exchange.ts'
import { contentOf, failed, METHODS, post, type Answer, type Arguments, type SlackContext } from './methods.ts'
import { TOKEN, WEBHOOK_PATH } from './state.ts'

/** The incoming webhook and the methods of the Web API that a release announcement needs. */
export function slackHandler(context: SlackContext): Handler {
  return async (request) => {
    if (request.path === WEBHOOK_PATH) return webhook(context, request)
    if (request.path.startsWith('/services/')) return plain(404, 'no_service')
    if (!request.path.startsWith('/api/')) return plain(404, 'not found')
    const method = METHODS.get(request.path.slice('/api/'.length))
    return {
      status: 200,
      body: method === undefined ? failed('unknown_method') : call(request, (given) => method(context, given)),
    }
  }
}

function webhook(context: SlackContext, request: SandboxRequest): SandboxResponse {
  if (request.method !== 'POST') return plain(400, 'invalid_payload')
  const given = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    ? parseObject(new URLSearchParams(request.body.toString('utf8')).get('payload') ?? '')
    : parseObject(request.body.toString('utf8'))
  if (given === undefined) return plain(400, 'invalid_payload')
  const content = contentOf(given)
  if (content === undefined) return plain(400, 'no_text')
  post(context, context.state.channels['general'] ?? '', content)
  return plain(200, 'ok')
}

function call(request: SandboxRequest, method: (given: Arguments) => Answer): Answer {
  const type = request.headers['content-type'] ?? ''
  const text = request.body.toString('utf8')
  const form = new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? text : '')
  const parsed = type.startsWith('application/json') ? parseObject(text) : {}
  if (parsed === undefined) return failed('invalid_json')
  const given: Arguments = { ...Object.fromEntries(request.query), ...Object.fromEntries(form), ...parsed }
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const token = bearer ?? form.get('token') ?? undefined
  if (token === undefined) return failed('not_authed')
  if (token !== TOKEN) return failed('invalid_auth')
  return method(given)
}

function plain(status: number, text: string): SandboxResponse {
  return { status, headers: { 'content-type': 'text/html' }, body: text }
}
