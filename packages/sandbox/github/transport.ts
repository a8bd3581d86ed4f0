import { spawn } from 'node:child_process'
import type { SandboxRequest, SandboxResponse } from '../exchange.ts'
import { gitEnvironment } from './git/process.ts'
import type { GitHub, Push } from './github.ts'
import { NO_COMMIT } from './github.ts'
import { announcePush, followRef } from './pushes.ts'
import type { Repository } from './repository.ts'
import { mayWrite } from './views/repository.ts'

const PATH = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/.+)$/

/** Pushes to one repository wait for each other: what each has moved is seen by comparing before and after. */
const pushing = new WeakMap<Repository, Promise<unknown>>()

/** Serves git's smart HTTP protocol with git's own `http-backend`; undefined for paths that are not git's. */
export async function gitTransport(
  github: GitHub,
  request: SandboxRequest,
  login: string | undefined,
): Promise<SandboxResponse | undefined> {
  const match = PATH.exec(request.path)
  if (match === null) return undefined
  const [, owner = '', name = '', rest = ''] = match
  const repository = github.find(`${decodeURIComponent(owner)}/${decodeURIComponent(name)}`)
  const isPush = rest === 'git-receive-pack' || request.query.get('service') === 'git-receive-pack'
  const visible =
    repository !== undefined && (!repository.state.private || (login !== undefined && mayWrite(repository, login)))
  if (login === undefined && (isPush || !visible)) {
    return {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="GitHub"' },
      body: 'No anonymous write access.\n',
    }
  }
  if (repository === undefined || !visible) return { status: 404, body: 'Repository not found.\n' }
  if (isPush && login !== undefined && !mayWrite(repository, login)) {
    return { status: 403, body: `Permission to ${repository.fullName}.git denied to ${login}.\n` }
  }
  const serve = (): Promise<SandboxResponse> => runBackend(repository, request, rest, login)
  if (rest !== 'git-receive-pack') return serve()

  const { response, pushes } = await inTurn(repository, () => receive(github, repository, serve))
  // After the turn has passed on: a reaction may push, too.
  for (const push of pushes) await announcePush(github, repository, push)
  return response
}

async function receive(
  github: GitHub,
  repository: Repository,
  serve: () => Promise<SandboxResponse>,
): Promise<{ response: SandboxResponse; pushes: readonly Push[] }> {
  const before = new Map(repository.refs.list('refs/').map(({ name, oid }) => [name, oid]))
  const response = await serve()
  repository.refs.reload()
  const after = new Map(repository.refs.list('refs/').map(({ name, oid }) => [name, oid]))
  const pushes = [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((ref) => ({ ref, before: before.get(ref) ?? NO_COMMIT, after: after.get(ref) ?? NO_COMMIT }))
    .filter((push) => push.before !== push.after)
  // All of it is on disk before the first is counted, as a crash between two counts must find it.
  for (const push of pushes) await followRef(github, repository, push)
  for (const { ref } of pushes) github.record(repository, `push ${ref}`)
  return { response, pushes }
}

async function inTurn<T>(repository: Repository, work: () => Promise<T>): Promise<T> {
  const previous = pushing.get(repository) ?? Promise.resolve()
  const turn = previous.then(work, work)
  pushing.set(repository, turn)
  return turn
}

/** Runs `git http-backend`, a CGI program, for one request. */
async function runBackend(
  repository: Repository,
  request: SandboxRequest,
  rest: string,
  login: string | undefined,
): Promise<SandboxResponse> {
  const header = (name: string): string => String(request.headers[name] ?? '')
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: gitEnvironment({
      GIT_PROJECT_ROOT: repository.gitDirectory,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${rest}`,
      QUERY_STRING: request.query.toString(),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: header('content-type'),
      CONTENT_LENGTH: String(request.body.length),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      GIT_PROTOCOL: header('git-protocol'),
      REMOTE_USER: login ?? '',
      REMOTE_ADDR: '127.0.0.1',
    }),
  })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  child.stdin.on('error', () => undefined)
  child.stdin.end(request.body)
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve())
  })
  return parseCgi(Buffer.concat(stdout), Buffer.concat(stderr).toString('utf8'))
}

function parseCgi(output: Buffer, errors: string): SandboxResponse {
  const end = output.indexOf('\r\n\r\n')
  if (end < 0) throw new Error(`git http-backend gave no answer: ${errors.trim()}`)
  const headers = Object.fromEntries(
    output
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const { status, ...rest } = headers
  return {
    status: status === undefined ? 200 : Number.parseInt(status, 10),
    headers: rest,
    body: output.subarray(end + 4),
  }
}
