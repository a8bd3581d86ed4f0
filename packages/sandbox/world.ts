import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readState, writeState } from './durable.ts'
import { openFaults, type Faults } from './faults.ts'
import { openGitHub } from './github/index.ts'
import { openLedger, type CrashPoint, type Ledger } from './ledger.ts'
import { openMail, type Mailbox } from './mail/index.ts'
import { openRegistry, type Registry } from './registry/index.ts'
import { openRequestLog, type RequestLog } from './requests.ts'
import type { SandboxRequest, SandboxResponse } from './exchange.ts'
import { startService, type Handler, type Service, type ServiceHooks } from './service.ts'
import { openSlack, type Slack } from './slack/index.ts'
import { canonical, type WorldSnapshot } from './snapshot.ts'

export interface WorldOptions {
  /** Where everything lives. An empty or missing directory becomes a new world, a world's directory is reopened. */
  readonly directory: string
  /** RFC 3339: the time before the first write of a new world; a reopened world keeps its own. */
  readonly start?: string
  readonly crash?: CrashPoint
  /** Sees every answer of GitHub before it is sent: a test holds them all to GitHub's own description. */
  readonly observe?: (request: SandboxRequest, response: SandboxResponse) => void
}

/** GitHub, registries, Slack and mail on loopback, durable in one directory. */
export interface World {
  readonly directory: string
  readonly github: Omit<Awaited<ReturnType<typeof openGitHub>>, 'handler' | 'close'> & { readonly url: string }
  /** The registry of a host, started on its first mention. @throws RangeError when the host is no host's name. */
  registry(host: string): Promise<Registry>
  readonly slack: Slack
  readonly mail: Mailbox
  readonly requests: RequestLog
  readonly faults: Faults
  readonly ledger: Ledger
  /** What an action or a process needs in its environment to see this world instead of the real one. */
  environment(): Record<string, string>
  /** The end state as a canonical value: equal for two worlds in which the same has happened. */
  snapshot(): Promise<WorldSnapshot>
  /** Ends all servers; the directory stays and can be reopened. */
  close(): Promise<void>
}

/** A Monday at ten, so that rehearsals look like a working day. */
const START = '2024-01-15T10:00:00Z'

interface WorldState {
  readonly start: string
  /** The ports of each service, oldest first: a reopened world comes back at the same addresses where it can. */
  readonly ports: Record<string, number[]>
}

/**
 * Opens the world in a directory; after a crash, what was durable is there and nothing else.
 * A directory belongs to one open world at a time: close a crashed one before it is opened again.
 * @throws RangeError when `start` is no time.
 */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { directory } = options
  const stateFile = join(directory, 'world.json')
  const state = readState<WorldState>(stateFile, { start: options.start ?? START, ports: {} })
  const start = new Date(state.start)
  if (Number.isNaN(start.getTime())) {
    throw new RangeError(`start: found "${state.start}", expected a time like 2024-01-15T10:00:00Z`)
  }

  const requests = openRequestLog()
  const faults = openFaults()
  const servers: { stop(): void; close(): Promise<void> }[] = []
  const ledger = openLedger({
    file: join(directory, 'ledger.jsonl'),
    start,
    crash: options.crash,
    onStop: () => servers.forEach((server) => server.stop()),
  })
  const hooks: ServiceHooks = {
    fault: (request) => faults.next(request),
    log: (request) => requests.add(request),
    now: () => ledger.now(),
  }

  function keepPort(name: string, port: number): void {
    const known = state.ports[name] ?? []
    if (known.at(-1) === port) return
    state.ports[name] = [...known.filter((other) => other !== port), port]
    writeState(stateFile, state)
  }
  function addresses(): ReadonlyMap<string, string> {
    const entries = Object.entries(state.ports)
    return new Map(entries.flatMap(([name, ports]) => ports.map((port) => [`http://127.0.0.1:${port}`, name])))
  }
  async function serve(name: string, handler: Handler): Promise<Service> {
    const service = await startService({ name, handler, port: state.ports[name]?.at(-1), ...hooks })
    servers.push(service)
    if (ledger.stopped) service.stop()
    keepPort(name, service.port)
    return service
  }

  const registries = new Map<string, Promise<Registry>>()
  const endpoints = new Map<string, string>()
  async function startRegistry(host: string): Promise<Registry> {
    const { handler, ...opened } = openRegistry({
      host,
      directory: join(directory, 'registries', folderOf(host)),
      ledger,
    })
    const { url } = await serve(`registry:${host}`, handler)
    endpoints.set(host, url)
    return { ...opened, url }
  }
  function registry(host: string): Promise<Registry> {
    if (!/^[a-z0-9][a-z0-9.-]*(:\d+)?$/.test(host)) {
      throw new RangeError(`registry host: found "${host}", expected a name like quay.io or localhost:5000`)
    }
    const opened = registries.get(host) ?? startRegistry(host)
    registries.set(host, opened)
    return opened
  }

  const slack = openSlack({ directory: join(directory, 'slack'), ledger })
  const github = await openGitHub({ directory: join(directory, 'github'), ledger })
  const mail = await openMail({
    directory: join(directory, 'mail'),
    ledger,
    port: state.ports['mail']?.at(-1),
    ...hooks,
  })
  servers.push(mail)
  keepPort('mail', mail.port)
  const [githubService, slackService] = await Promise.all([
    serve('github', observed(github.handler, options.observe)),
    serve('slack', slack.handler),
  ])
  mkdirSync(join(directory, 'registries'), { recursive: true })
  await Promise.all(readdirSync(join(directory, 'registries')).map((folder) => registry(folder.replace('_', ':'))))

  return {
    directory,
    // The two objects keep their getters, so they are extended in place rather than copied.
    github: Object.assign(github, { url: githubService.url }),
    registry,
    slack: Object.assign(slack, {
      api: `${slackService.url}/api/`,
      webhook: `${slackService.url}${slack.webhookPath}`,
    }),
    mail,
    requests,
    faults,
    ledger,
    environment: () => ({
      GITHUB_API_URL: `${githubService.url}/api/v3`,
      GITHUB_SERVER_URL: githubService.url,
      GITHUB_GRAPHQL_URL: `${githubService.url}/api/graphql`,
      CODEFLARE_REGISTRY_ENDPOINTS: [...endpoints]
        .map(([host, url]) => `${host}=${url}`)
        .sort()
        .join(','),
    }),
    async snapshot() {
      const opened = await Promise.all(registries.values())
      return {
        github: canonical(await github.snapshot(), addresses()),
        registries: Object.fromEntries(opened.sort(byHost).map(({ host, snapshot }) => [host, snapshot()])),
        slack: canonical(slack.snapshot(), addresses()),
        mail: canonical(mail.snapshot(), addresses()),
      }
    },
    async close() {
      await Promise.allSettled(registries.values())
      await Promise.all(servers.map((server) => server.close()))
      await github.close()
    },
  }
}

function observed(handler: Handler, observe: WorldOptions['observe']): Handler {
  if (observe === undefined) return handler
  return async (request) => {
    const response = await handler(request)
    observe(request, response)
    return response
  }
}

/** A colon cannot be in a file's name on Windows, and an underscore cannot be in a host's. */
function folderOf(host: string): string {
  return host.replace(':', '_')
}

function byHost(left: Registry, right: Registry): number {
  return left.host < right.host ? -1 : 1
}
