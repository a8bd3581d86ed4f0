import type { Ledger } from '../ledger.ts'
import { isObject, parseObject } from '../json.ts'
import type { SandboxRequest, SandboxResponse } from '../exchange.ts'
import { refuse } from './answers.ts'
import type { RegistryContext } from './context.ts'
import type { RegistryAuth } from './policy.ts'

/** One thing that a request wants to do to a repository. */
export interface Access {
  readonly name: string
  readonly actions: readonly string[]
}

/** What a token says; it is its own proof, because a sandbox has nothing to protect. */
interface Token {
  readonly access: readonly Access[]
  /** Seconds since the epoch, in the world's time. */
  readonly expires: number
}

/** Who the credentials of a request say it is. */
type Identity = 'anonymous' | 'user' | 'wrong'

/** Undefined when the request may do what it wants, otherwise the answer that asks for credentials. */
export function demand(
  { policy, ledger, host }: Pick<RegistryContext, 'policy' | 'ledger' | 'host'>,
  request: SandboxRequest,
  wanted: Access | undefined,
): SandboxResponse | undefined {
  const { auth } = policy()
  if (auth === undefined) return undefined
  const reading = wanted === undefined || wanted.actions.every((action) => action === 'pull')
  if (auth.scheme === 'basic') {
    const user = basicUser(request.headers.authorization, auth)
    if (user === 'wrong') return challengeBasic(host, 'wrong user name or password')
    const allowed = user === 'user' || (wanted !== undefined && reading && (auth.anonymousPull ?? true))
    return allowed ? undefined : challengeBasic(host, 'authentication required')
  }
  const sent = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (sent === undefined) return challenge(host, request, wanted)
  const token = readToken(sent)
  if (token === undefined || token.expires <= seconds(ledger)) return challenge(host, request, wanted, 'invalid_token')
  return wanted === undefined || grants(token, wanted)
    ? undefined
    : challenge(host, request, wanted, 'insufficient_scope')
}

/** Whether the request, already let in, may also pull from another repository of this registry. */
export function mayPull(context: RegistryContext, request: SandboxRequest, name: string): boolean {
  return demand(context, request, { name, actions: ['pull'] }) === undefined
}

/** The token endpoint: GET as the Docker token specification has it, POST as OAuth 2 has it. */
export function issueToken({ policy, ledger, host }: RegistryContext, request: SandboxRequest): SandboxResponse {
  const { auth } = policy()
  if (auth?.scheme !== 'token') return refuse('UNSUPPORTED', 'this registry issues no tokens', { status: 404 })
  const form = new URLSearchParams(request.method === 'POST' ? request.body.toString('utf8') : '')
  const given = request.method === 'POST' ? form : request.query
  const name = form.get('username')
  const user =
    name === null ? basicUser(request.headers.authorization, auth) : verify(auth, name, form.get('password') ?? '')
  if (user === 'wrong') return challengeBasic(host, 'wrong user name or password')
  const access = given
    .getAll('scope')
    .flatMap((scopes) => scopes.split(' '))
    .flatMap((scope) => grantable(scope, user, auth))
  const expiresIn = auth.expiresIn ?? 300
  const token: Token = { access, expires: seconds(ledger) + expiresIn }
  const text = Buffer.from(JSON.stringify(token)).toString('base64url')
  // No issued_at: the world's time is not the client's.
  return { status: 200, body: { token: text, access_token: text, expires_in: expiresIn } }
}

function grantable(scope: string, user: Identity, auth: RegistryAuth): Access[] {
  const [, name, actions] = /^repository(?:\([^)]*\))?:([^:]+):([^:]+)$/.exec(scope) ?? []
  if (name === undefined || actions === undefined) return []
  const asked = actions === '*' ? ['pull', 'push', 'delete'] : actions.split(',')
  const given =
    user === 'anonymous' ? asked.filter((action) => action === 'pull' && (auth.anonymousPull ?? true)) : asked
  return given.length === 0 ? [] : [{ name, actions: given }]
}

function grants(token: Token, wanted: Access): boolean {
  return wanted.actions.every((action) =>
    token.access.some(({ name, actions }) => name === wanted.name && actions.includes(action)),
  )
}

function basicUser(header: string | undefined, auth: RegistryAuth): Identity {
  const [, encoded] = /^Basic (.+)$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return 'anonymous'
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return verify(auth, text.slice(0, colon), text.slice(colon + 1))
}

function verify(auth: RegistryAuth, user: string, password: string): Identity {
  return Object.hasOwn(auth.users, user) && auth.users[user] === password ? 'user' : 'wrong'
}

function challenge(host: string, request: SandboxRequest, wanted: Access | undefined, error?: string): SandboxResponse {
  const fields = [
    `realm="http://${request.headers.host ?? ''}/token"`,
    `service="${host}"`,
    ...(wanted === undefined ? [] : [`scope="repository:${wanted.name}:${wanted.actions.join(',')}"`]),
    ...(error === undefined ? [] : [`error="${error}"`]),
  ]
  return refuse('UNAUTHORIZED', error ?? 'authentication required', {
    headers: { 'www-authenticate': `Bearer ${fields.join(',')}` },
  })
}

function challengeBasic(host: string, message: string): SandboxResponse {
  return refuse('UNAUTHORIZED', message, { headers: { 'www-authenticate': `Basic realm="${host}"` } })
}

function readToken(text: string): Token | undefined {
  const value = parseObject(Buffer.from(text, 'base64url').toString('utf8'))
  if (value === undefined) return undefined
  const { access, expires } = value
  return typeof expires === 'number' && Array.isArray(access) ? { expires, access: access.filter(isAccess) } : undefined
}

function isAccess(value: unknown): value is Access {
  return isObject(value) && typeof value['name'] === 'string' && Array.isArray(value['actions'])
}

function seconds(ledger: Ledger): number {
  return ledger.now().getTime() / 1000
}
