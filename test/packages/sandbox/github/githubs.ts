import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { type GitHubOptions, type GitHubSandbox, openGitHub } from '../../../../packages/sandbox/github/index.ts'
import { type CrashPoint, type Ledger, openLedger } from '../../../../packages/sandbox/ledger.ts'
import { startService } from '../../../../packages/sandbox/service.ts'
import { githubContract } from './contract.ts'

/** One contract for all tests of a file: compiling its schemas is what takes time. */
export const contract = githubContract()

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The JSON of the body; its text when it is no JSON; undefined when it is empty. */
  readonly body: unknown
  /** A value inside the body, by its path: `commit.tree.sha`, `0.name`. */
  get(path: string): unknown
  /** The same, which has to be a string. */
  text(path: string): string
}

export interface Hub {
  readonly github: GitHubSandbox
  readonly ledger: Ledger
  readonly directory: string
  readonly url: string
  /** Calls the REST API, signed in; every answer is held against GitHub's description. */
  ask(method: string, path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>
  graphql(query: string, variables?: object): Promise<Answer>
  /** Where git finds a repository, with a token. */
  remote(fullName: string): string
  close(): Promise<void>
}

export interface HubOptions extends Omit<GitHubOptions, 'directory' | 'ledger'> {
  readonly directory?: string
  readonly crash?: CrashPoint
}

/** A directory that goes away with the test. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'github-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A GitHub on loopback that is closed with the test, in a new directory unless one is given. */
export async function aGitHub({ directory: given, crash, ...options }: HubOptions = {}): Promise<Hub> {
  const directory = given ?? (await temporaryDirectory())
  const ledger = openLedger({
    file: join(directory, 'ledger.jsonl'),
    start: new Date('2024-01-15T10:00:00Z'),
    crash,
    onStop: () => service.stop(),
  })
  const github = await openGitHub({ directory: join(directory, 'github'), ledger, ...options })
  const service = await startService({
    name: 'github',
    handler: contract.wrap(github.handler),
    fault: () => undefined,
    log: () => undefined,
    now: () => ledger.now(),
  })
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => (closed ??= service.close().then(() => github.close()))
  onTestFinished(close)

  async function send(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(`${service.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: 'Bearer a-token', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return answer(response)
  }
  return {
    github,
    ledger,
    directory,
    url: service.url,
    ask: (method, path, body, headers) => send(method, `/api/v3${path}`, body, headers),
    graphql: (query, variables = {}) => send('POST', '/api/graphql', { query, variables }),
    remote: (fullName) => `${service.url.replace('//', '//x-access-token:a-token@')}/${fullName}.git`,
    close,
  }
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  const body: unknown = isJson ? JSON.parse(text) : text === '' ? undefined : text
  const get = (path: string): unknown => path.split('.').reduce(inside, body)
  return {
    status: response.status,
    headers: response.headers,
    body,
    get,
    text(path) {
      const value = get(path)
      if (typeof value !== 'string') throw new TypeError(`${path} is no string in ${response.status} ${text}`)
      return value
    },
  }
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

/** Runs the real git, without anybody's configuration, and gives what it prints. */
export async function git(directory: string, ...args: readonly string[]): Promise<string> {
  const identity = { NAME: 'Dev', EMAIL: 'dev@example.org', DATE: '2024-01-15T12:00:00Z' }
  const people = Object.entries(identity).flatMap(([key, value]): [string, string][] => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ])
  const { stdout } = await promisify(execFile)('git', [...args], {
    cwd: directory,
    env: {
      ...process.env,
      ...Object.fromEntries(people),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    },
  })
  return stdout.trimEnd()
}

/** The bare repository of a name, on disk. */
export function bare(hub: Hub, fullName: string): string {
  return join(hub.directory, 'github', `${fullName}.git`)
}

/** The commit of a branch of the default test repository, asked over HTTP. */
export async function headOf(hub: Hub, branch: string, fullName = 'acme/app'): Promise<string> {
  return (await hub.ask('GET', `/repos/${fullName}/git/ref/heads/${branch}`)).text('object.sha')
}

/** A hub with the repository acme/app: a README and a directory. */
export async function anApp(options: HubOptions = {}): Promise<Hub> {
  const hub = await aGitHub(options)
  await hub.github.createRepository('acme/app', {
    files: { 'README.md': '# App\n', 'src/main.txt': 'one\ntwo\nthree\n' },
    message: 'feat: begin',
  })
  return hub
}
