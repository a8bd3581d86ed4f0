import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isObject, ServiceError, UserError } from '../plan/index.ts'
import { DOCKER_HUB, type Repository } from './reference.ts'

/** What a registry is shown. */
export type Credential =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** An OAuth 2 refresh token (`identitytoken` of a credentials file): traded for access tokens, never sent to the registry. */
  | { readonly kind: 'identity'; readonly token: string }
  /** An access token that somebody else obtained (`registrytoken`). */
  | { readonly kind: 'access'; readonly token: string }

/** Finds the credential for a repository; null for anonymous. */
export type CredentialSource = (repository: Repository) => Promise<Credential | null>

export interface CredentialOptions {
  /** From inputs; used for this registry host and no other. */
  readonly given?: { readonly registry: string; readonly username: string; readonly password: string }
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Asks a `docker-credential-*` program. Injected by tests. */
  readonly askHelper?: (program: string, server: string) => Promise<string>
}

/**
 * Looks for credentials where the tools that log in put them: inputs, then `REGISTRY_AUTH_FILE`, Docker's `config.json`
 * (`DOCKER_CONFIG`, else `~/.docker`), and podman's `auth.json`. Files are read when first needed, once.
 *
 * @throws UserError for a credentials file that cannot be read as one; its content is never shown.
 * @throws ServiceError when a credential helper fails.
 */
export function findCredentials(options: CredentialOptions): CredentialSource {
  const { given, environment } = options
  const files = authFiles(environment).map((path) => ({ path, config: once(() => readConfig(path)) }))
  const askHelper = memoized(options.askHelper ?? ((program, server) => runHelper(program, server, environment)))
  return async (repository) => {
    if (given?.registry === repository.registry) {
      return { kind: 'password', username: given.username, password: given.password }
    }
    for (const { path, config } of files) {
      const content = await config()
      const helper = content.helpers.get(repository.registry) ?? content.store
      if (helper !== null) {
        const server = repository.registry === DOCKER_HUB ? HUB_SERVER : repository.registry
        const answer = await askHelper(`docker-credential-${helper}`, server)
        const found = readHelperAnswer(answer, helper)
        if (found !== null) return found
      }
      const entry = bestEntry(content.entries, repository)
      const credential = entry === null ? null : readEntry(entry, path)
      if (credential !== null) return credential
    }
    return null
  }
}

/** Under which name Docker's own registry stands in credentials files and helpers. */
const HUB_SERVER = 'https://index.docker.io/v1/'
const HUB_NAMES = new Set(['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'])

interface Entry {
  readonly key: string
  readonly registry: string
  /** Podman's narrower entries: `quay.io/project-codeflare` holds for that organisation only. Empty for the whole host. */
  readonly namespace: string
  readonly auth: Readonly<Record<string, unknown>>
}

interface Config {
  readonly entries: readonly Entry[]
  readonly helpers: ReadonlyMap<string, string>
  readonly store: string | null
}

/**
 * Splits the key of an entry. Hosts are compared whole, never by prefix or suffix: an entry for `quay.io` must not be
 * shown to `quay.io.example.com`, nor one for port 5000 to port 5001.
 */
function splitKey(key: string): { readonly registry: string; readonly namespace: string } {
  const isUrl = /^https?:\/\//.test(key)
  const [host = '', ...path] = key.replace(/^https?:\/\//, '').split('/')
  // Behind a scheme stands an API path (`/v1/`), not a namespace.
  return { registry: HUB_NAMES.has(host) ? DOCKER_HUB : host, namespace: isUrl ? '' : legacy(path.join('/')) }
}

function legacy(path: string): string {
  return /^v[12]?\/?$/.test(path) ? '' : path.replace(/\/$/, '')
}

function bestEntry(entries: readonly Entry[], { registry, repository }: Repository): Entry | null {
  const fitting = entries.filter(
    (entry) =>
      entry.registry === registry &&
      (entry.namespace === '' || repository === entry.namespace || repository.startsWith(`${entry.namespace}/`)),
  )
  return fitting.sort((one, other) => other.namespace.length - one.namespace.length)[0] ?? null
}

function authFiles(environment: CredentialOptions['environment']): string[] {
  const home = environment['HOME'] ?? environment['USERPROFILE']
  const under = (directory: string | undefined, ...path: string[]): string[] =>
    directory === undefined || directory === '' ? [] : [join(directory, ...path)]
  const explicit = under(environment['REGISTRY_AUTH_FILE'])
  const docker = environment['DOCKER_CONFIG'] || (home && join(home, '.docker'))
  const config = environment['XDG_CONFIG_HOME'] || (home && join(home, '.config'))
  return [
    ...explicit,
    ...under(docker, 'config.json'),
    ...under(environment['XDG_RUNTIME_DIR'], 'containers', 'auth.json'),
    ...under(config, 'containers', 'auth.json'),
  ]
}

async function readConfig(path: string): Promise<Config> {
  let content: unknown
  try {
    content = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return { entries: [], helpers: new Map(), store: null }
    }
    throw unreadable(path, 'it is not JSON or cannot be read')
  }
  if (!isObject(content)) throw unreadable(path, 'it is not a JSON object')
  const auths = isObject(content['auths']) ? content['auths'] : {}
  const helpers = isObject(content['credHelpers']) ? content['credHelpers'] : {}
  return {
    entries: Object.entries(auths).flatMap(([key, auth]) => (isObject(auth) ? [{ key, ...splitKey(key), auth }] : [])),
    helpers: new Map(
      Object.entries(helpers).flatMap(([key, name]) =>
        typeof name === 'string' && name !== '' ? [[splitKey(key).registry, helperName(name, path)] as const] : [],
      ),
    ),
    store:
      typeof content['credsStore'] === 'string' && content['credsStore'] !== ''
        ? helperName(content['credsStore'], path)
        : null,
  }
}

function helperName(name: string, path: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return name
  throw unreadable(path, 'the name of a credential helper in it is not a program name')
}

function readEntry({ auth, key }: Entry, path: string): Credential | null {
  const text = (name: string): string => (typeof auth[name] === 'string' ? auth[name] : '')
  if (text('identitytoken') !== '') return { kind: 'identity', token: text('identitytoken') }
  if (text('registrytoken') !== '') return { kind: 'access', token: text('registrytoken') }
  if (text('username') !== '') return { kind: 'password', username: text('username'), password: text('password') }
  if (text('auth') === '') return null
  const decoded = Buffer.from(text('auth'), 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  if (colon < 1) throw unreadable(path, `the entry “${key}” does not hold “user:password” in base64`)
  // Docker pads with NUL.
  return { kind: 'password', username: decoded.slice(0, colon), password: decoded.slice(colon + 1).replace(/\0+$/, '') }
}

/** The helper protocol's answer: `{ServerURL, Username, Secret}`; the user name `<token>` marks an identity token. */
function readHelperAnswer(answer: string, helper: string): Credential | null {
  if (answer === '') return null
  let content: unknown
  try {
    content = JSON.parse(answer)
  } catch {
    content = null
  }
  if (!isObject(content) || typeof content['Username'] !== 'string' || typeof content['Secret'] !== 'string') {
    throw new ServiceError(`docker-credential-${helper} answered something that is not a credential.`)
  }
  const { Username: username, Secret: secret } = content
  return username === '<token>' ? { kind: 'identity', token: secret } : { kind: 'password', username, password: secret }
}

const run = promisify(execFile)

/** Asks a helper over its standard input; an empty answer where it knows nothing. */
async function runHelper(
  program: string,
  server: string,
  environment: CredentialOptions['environment'],
): Promise<string> {
  const asked = run(program, ['get'], { env: { ...environment }, timeout: 30_000, maxBuffer: 1024 * 1024 })
  // A helper that ends without reading (or is not there at all) closes the pipe; its exit says what happened.
  asked.child.stdin?.on('error', () => {})
  asked.child.stdin?.end(`${server}\n`)
  try {
    return (await asked).stdout
  } catch (error) {
    // Helpers say it on standard output and exit with 1.
    const said = isObject(error) && typeof error['stdout'] === 'string' ? error['stdout'] : ''
    if (/credentials not found/i.test(said)) return ''
    const missing = isObject(error) && error['code'] === 'ENOENT'
    throw new ServiceError(
      missing
        ? `The credential helper ${program} is not installed.`
        : `The credential helper ${program} failed for ${server}.`,
      { advice: 'A credentials file names it. Install it, or give the inputs “username” and “password”.' },
    )
  }
}

function unreadable(path: string, why: string): UserError {
  return new UserError(`The credentials file ${path} cannot be used: ${why}.`, {
    file: path,
    advice: 'Log in again, or give the inputs “username” and “password”.',
  })
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

function memoized(ask: (program: string, server: string) => Promise<string>): typeof ask {
  const answers = new Map<string, Promise<string>>()
  return (program, server) => {
    const key = `${program} ${server}`
    const answer = answers.get(key) ?? ask(program, server)
    answers.set(key, answer)
    return answer
  }
}
