import { isObject, ServiceError, UserError } from '../plan/index.ts'
import { type Challenge, parseChallenge } from './challenge.ts'
import type { Credential, CredentialSource } from './credentials.ts'

/** What a request may do to its repository, as token scopes say it. */
export type Access = 'pull' | 'pull,push'

/** Sends a request for a token; retries and the reading of its answer are the transport's business. */
type TokenRequest = (
  url: URL,
  request: { readonly method: 'GET' | 'POST'; readonly headers: Record<string, string>; readonly body?: string },
) => Promise<{ readonly status: number; readonly body: Uint8Array; readonly problem: string }>

export interface AuthorizationOptions {
  readonly registry: string
  /** The origin at which the registry is reached. */
  readonly endpoint: string
  readonly credentials: CredentialSource
  readonly request: TokenRequest
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Told every secret the moment it is known, before it is used. */
  readonly onSecret: (secret: string) => void
}

interface Token {
  readonly value: string
  readonly refreshAt: number
}

/** How often a request is sent whose tokens end under it; they would have to live less than a few requests. */
const MOST_TRIES = 5
/** Scopes asked for in one token request: enough for a train, and a URL that every server takes. */
const SCOPES_A_TOKEN = 20

/**
 * What one registry host is shown. The host is asked without credentials first, unless it is known what it wants; its
 * challenge is answered once, for all repositories that were announced, and from then on each request carries the answer.
 */
export class Authorization {
  readonly #options: AuthorizationOptions
  /** Undefined until the host has answered once; null when it wanted nothing. */
  #challenge: Challenge | null | undefined
  #firstContact: Promise<void> | undefined
  readonly #access = new Map<string, Access>()
  /** Repositories by the credential that opens them; empty when it must be worked out again. */
  #sorted: ReadonlyMap<string, string[]> = new Map()
  readonly #credentials = new Map<string, Promise<Credential | null>>()
  readonly #tokens = new Map<string, Promise<Token>>()
  /** Headers that were turned away although they should have been good for longer. */
  readonly #rejected = new Set<string>()

  constructor(options: AuthorizationOptions) {
    this.#options = options
  }

  /** Announces what will be needed, so that one token request can ask for all of it. */
  announce(repository: string, access: Access): void {
    const known = this.#access.get(repository)
    if (known === access || known === 'pull,push') return
    this.#access.set(repository, access)
    this.#sorted = new Map()
  }

  /**
   * Sends a request with what the host wants to see, and again when it turns out to want something (else): no credentials
   * yet, or a token that ended earlier than it said. `from` is a second repository that it reads from.
   */
  async send(
    repository: string,
    access: Access,
    attempt: (header: string | null) => Promise<Response>,
    from?: string,
  ): Promise<Response> {
    this.announce(repository, access)
    if (from !== undefined) this.announce(from, 'pull')
    const arrived = await this.#arrive()
    try {
      let shown = await this.#header(repository, from)
      for (let tries = 1; ; tries += 1) {
        const response = await attempt(shown)
        if (response.status !== 401) {
          this.#challenge ??= null
          return response
        }
        const said = response.headers.get('www-authenticate')
        this.#challenge = parseChallenge(said) ?? this.#challenge ?? null
        // A new token cures a lack of one. Only one that has ended (RFC 6750 section 3.1) is worth more than that.
        if (tries >= (/invalid_token/.test(said ?? '') ? MOST_TRIES : 2)) return response
        if (shown !== null) this.#rejected.add(shown)
        const next = await this.#header(repository, from)
        if (next === shown) return response
        await response.body?.cancel()
        shown = next
      }
    } finally {
      arrived()
    }
  }

  /** Lets the first request of a host go alone: the others would only be turned away with it. */
  async #arrive(): Promise<() => void> {
    while (this.#challenge === undefined && this.#firstContact !== undefined) await this.#firstContact
    if (this.#challenge !== undefined) return () => {}
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#firstContact = promise
    return () => {
      this.#firstContact = undefined
      resolve()
    }
  }

  async #header(repository: string, from: string | undefined): Promise<string | null> {
    const challenge = this.#challenge ?? null
    if (challenge === null) return null
    const credential = await this.#credential(repository)
    if (challenge.scheme === 'basic') {
      if (credential?.kind !== 'password') throw this.#noCredentials(repository)
      return basic(credential)
    }
    if (credential?.kind === 'access') return bearer(credential.token)
    return bearer((await this.#token(challenge, repository, from, credential)).value)
  }

  async #token(
    challenge: BearerChallenge,
    repository: string,
    from: string | undefined,
    credential: Credential | null,
  ): Promise<Token> {
    const scopes = await this.#scopes(repository, from, credential)
    const key = scopes.join(' ')
    const known = this.#tokens.get(key)
    const token = await known
    if (token !== undefined && this.#options.now() < token.refreshAt && !this.#rejected.has(bearer(token.value)))
      return token
    // Whoever comes first renews it; the others wait for that.
    const current = this.#tokens.get(key)
    if (current !== undefined && current !== known) return current
    const requested = this.#request(challenge, scopes, credential)
    this.#tokens.set(key, requested)
    requested.catch(() => this.#tokens.delete(key))
    return requested
  }

  /**
   * The scopes of the repositories that the same credential opens, in the order in which they were announced; those that
   * are pushed to first, because some servers look at the first scope only.
   */
  async #scopes(repository: string, from: string | undefined, credential: Credential | null): Promise<string[]> {
    const mine = await this.#opened(credential)
    const start = Math.floor(mine.indexOf(repository) / SCOPES_A_TOKEN) * SCOPES_A_TOKEN
    const some = mine.slice(start, start + SCOPES_A_TOKEN)
    const asked = from === undefined || some.includes(from) || !mine.includes(from) ? some : [repository, from]
    return asked
      .map((name) => ({ name, access: this.#access.get(name) ?? 'pull' }))
      .sort((one, other) => Number(one.access === 'pull') - Number(other.access === 'pull'))
      .map(({ name, access }) => `repository:${name}:${access}`)
  }

  /** The announced repositories that a credential opens; worked out anew only when one was announced since. */
  async #opened(credential: Credential | null): Promise<string[]> {
    const key = JSON.stringify(credential)
    if (this.#sorted.size === 0) {
      const names = [...this.#access.keys()]
      const keys = await Promise.all(names.map(async (name) => JSON.stringify(await this.#credential(name))))
      const sorted = new Map<string, string[]>()
      for (const [index, name] of names.entries()) {
        const own = keys[index] ?? ''
        sorted.set(own, [...(sorted.get(own) ?? []), name])
      }
      if (names.length !== this.#access.size) return this.#opened(credential)
      this.#sorted = sorted
    }
    return this.#sorted.get(key) ?? []
  }

  async #request({ realm, service }: BearerChallenge, scopes: string[], credential: Credential | null): Promise<Token> {
    const { registry, now, onSecret, request } = this.#options
    const url = this.#realm(realm, credential)
    const parameters: [string, string][] = scopes.map((scope) => ['scope', scope])
    if (service !== null) parameters.unshift(['service', service])
    const asked = now()
    let answer
    if (credential?.kind === 'identity') {
      const form = new URLSearchParams([
        ['grant_type', 'refresh_token'],
        ['client_id', 'codeflare-actions'],
        ['refresh_token', credential.token],
        ...parameters.filter(([name]) => name !== 'scope'),
        ['scope', scopes.join(' ')],
      ])
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      answer = await request(url, { method: 'POST', headers, body: form.toString() })
    } else {
      for (const [name, value] of parameters) url.searchParams.append(name, value)
      answer = await request(url, {
        method: 'GET',
        headers: credential?.kind === 'password' ? { authorization: basic(credential) } : {},
      })
    }
    if (answer.status === 401 || answer.status === 403) throw this.#refused(credential, answer.problem)
    const { value, lifetime } = readToken(answer.status === 200 ? answer.body : null)
    if (value === null) {
      throw new ServiceError(`${url.host} gave no token for ${registry}: ${answer.problem}.`)
    }
    onSecret(value)
    // Early enough that a request sent just before still arrives with a living token, however short its life.
    return { value, refreshAt: asked + lifetime - Math.min(lifetime / 5, 15_000) }
  }

  /** Where tokens come from. A registry that is spoken to over TLS cannot make us send a password in the clear. */
  #realm(realm: string, credential: Credential | null): URL {
    const { endpoint, registry } = this.#options
    const url = URL.canParse(realm, endpoint) ? new URL(realm, endpoint) : null
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && endpoint.startsWith('http:'))
    if (url === null || !(isSafe || (url.protocol === 'http:' && credential === null))) {
      throw new ServiceError(`${registry} names “${realm.slice(0, 200)}” as the place of its tokens.`, {
        advice: 'An https address was expected; no credentials were sent there.',
      })
    }
    return url
  }

  #credential(repository: string): Promise<Credential | null> {
    const { credentials, registry, onSecret } = this.#options
    const known = this.#credentials.get(repository)
    if (known !== undefined) return known
    const found = credentials({ registry, repository }).then((credential) => {
      if (credential !== null) onSecret(credential.kind === 'password' ? credential.password : credential.token)
      return credential
    })
    this.#credentials.set(repository, found)
    return found
  }

  #noCredentials(repository: string): UserError {
    const { registry } = this.#options
    return new UserError(`${registry} asks for a user name and password for ${repository}, and none were found.`, {
      advice: `Give the inputs “username” and “password”, or log in to ${registry} in an earlier step.`,
    })
  }

  #refused(credential: Credential | null, problem: string): UserError {
    const { registry } = this.#options
    if (credential === null) {
      return new UserError(`${registry} gives no token without credentials (${problem}).`, {
        advice: `Give the inputs “username” and “password”, or log in to ${registry} in an earlier step.`,
      })
    }
    const who = credential.kind === 'password' ? `of user “${credential.username}” ` : ''
    return new UserError(`${registry} does not accept the credentials ${who}(${problem}).`, {
      advice:
        'User name or password is wrong, or the token has ended. A robot account needs its whole name (org+robot on quay.io).',
    })
  }
}

type BearerChallenge = Extract<Challenge, { scheme: 'bearer' }>

function bearer(token: string): string {
  return `Bearer ${token}`
}

function basic({ username, password }: Extract<Credential, { kind: 'password' }>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

/** Reads `token` or `access_token`, and `expires_in` in seconds (60 where the server does not say; the token specification's default). */
function readToken(body: Uint8Array | null): { value: string | null; lifetime: number } {
  let content: unknown = null
  try {
    content = body === null ? null : JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    // No token then.
  }
  if (!isObject(content)) return { value: null, lifetime: 0 }
  const value = [content['token'], content['access_token']].find((text) => typeof text === 'string' && text !== '')
  const lifetime = typeof content['expires_in'] === 'number' ? content['expires_in'] : 60
  return { value: typeof value === 'string' ? value : null, lifetime: Math.max(lifetime, 0) * 1000 }
}
