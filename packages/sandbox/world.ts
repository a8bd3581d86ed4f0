import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readState, writeState } from './durable.ts'
import { openFaults, type Faults } from './faults.ts'
import { openGitHub } from './github/index.ts'
import { openLedger, type CrashPoint, type Ledger } from './ledger.ts'
import { openMail, type Mailbox } from './mail/index.ts'
import { openRegistry, type Registry, type RepositorySnapshot } from './registry/index.ts'
import { openRequestLog, type RequestLog } from './requests.ts'
import { startService, type Handler, type Service } from './service.ts'
import { openSlack, type Slack } from './slack/index.ts'

export interface WorldOptions {
  /** Where everything lives. An empty or missing directory becomes a new world, a world's directory is reopened. */
  readonly directory: string
  /** RFC 3339: the time before the first write of a new world; a reopened world keeps its own. */
  readonly start?: string
  readonly crash?: CrashPoint
}

/** GitHub, registries, Slack and mail on loopback, durable in one directory. */
export interface World {
  readonly directory: string
  readonly github: Omit<Awaited<ReturnType<typeof openGitHub>>, 'handler' | 'close'> & { readonly url: string }
  /** The registry of a host, started on its first mention. */
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

export interface WorldSnapshot {
  readonly github: object
  readonly registries: Readonly<Record<string, Readonly<Record<string, RepositorySnapshot>>>>
  readonly slack: object
  readonly mail: object
}

/** A Monday at ten, so that rehearsals look like a working day. */
const START = '2024-01-15T10:00:00Z'

interface WorldState {
  readonly start: string
  /** The ports of the last time: a reopened world comes back at the same addresses where it can. */
  readonly ports: Record<string, number>
}

/** Opens the world in a directory; after a crash, what was durable is there and nothing else. */
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
  const hooks = { fault: faults.next, log: requests.add }

  function keepPort(name: string, port: number): void {
    if (state.ports[name] === port) return
    state.ports[name] = port
    writeState(stateFile, state)
  }
  async function serve(name: string, handler: Handler): Promise<Service> {
    const service = await startService({ name, handler, port: state.ports[name], ...hooks })
    servers.push(service)
    if (ledger.stopped) service.stop()
    keepPort(name, service.port)
    return service
  }

  const registries = new Map<string, Promise<Registry>>()
  const urls = new Map<string, string>()
  async function startRegistry(host: string): Promise<Registry> {
    const { handler, ...registry } = openRegistry({
      host,
      directory: join(directory, 'registries', folderOf(host)),
      ledger,
    })
    const { url } = await serve(`registry:${host}`, handler)
    urls.set(host, url)
    return { ...registry, url }
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
  const [github, mail] = await Promise.all([
    openGitHub({ directory: join(directory, 'github'), ledger }),
    openMail({ directory: join(directory, 'mail'), ledger, port: state.ports['mail'], ...hooks }),
  ])
  servers.push(mail)
  keepPort('mail', mail.port)
  const [githubService, slackService] = await Promise.all([
    serve('github', github.handler),
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
      CODEFLARE_REGISTRY_ENDPOINTS: [...urls].map(([host, url]) => `${host}=${url}`).join(','),
    }),
    async snapshot() {
      const opened = await Promise.all(registries.values())
      const snapshot: WorldSnapshot = {
        github: await github.snapshot(),
        registries: Object.fromEntries(
          opened
            .sort((left, right) => (left.host < right.host ? -1 : 1))
            .map(({ host, snapshot: take }) => [host, take()]),
        ),
        slack: slack.snapshot(),
        mail: mail.snapshot(),
      }
      return canonical(
        snapshot,
        new Map([
          [githubService.url, 'http://github'],
          [slackService.url, 'http://slack'],
          ...[...urls].map(([host, url]) => [url, `http://${host}`] as const),
        ]),
      )
    },
    async close() {
      await Promise.allSettled(registries.values())
      await Promise.all(servers.map((server) => server.close()))
      await github.close()
    },
  }
}

/** A colon cannot be in a file's name on Windows, and an underscore cannot be in a host's. */
function folderOf(host: string): string {
  return host.replace(':', '_')
}

/** Ports differ from world to world: addresses in texts are replaced by names. */
function canonical(snapshot: WorldSnapshot, names: ReadonlyMap<string, string>): WorldSnapshot {
  let text = JSON.stringify(snapshot)
  for (const [url, name] of names) text = text.replaceAll(new RegExp(`${url}(?!\\d)`, 'g'), name)
  return JSON.parse(text) as WorldSnapshot
}
