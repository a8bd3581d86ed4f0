import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Context } from '../../packages/action/index.ts'
import {
  commitsSince,
  compare,
  fullName,
  type GitHub,
  parseRepository,
  RequestRefused,
  runPlace,
} from '../../packages/github/index.ts'
import {
  branchHistory,
  directoryHistory,
  type History,
  movesBetween,
  type NightWorld,
  type Payload,
  type PayloadRequest,
  type TrialSettings,
} from '../../packages/nightly/index.ts'
import { type Change, UserError } from '../../packages/plan/index.ts'
import {
  credentialsGiven,
  findCredentials,
  parseEndpoints,
  parseReference,
  RegistryClient,
} from '../../packages/registry/index.ts'

type Environment = Context['environment']

/** When and in which run a night is. */
export function runOf(
  environment: Environment,
  now: string,
  clock: Context['now'],
): { at: string; run: string | null; url: string | null } {
  const at = now === '' ? clock() : new Date(now)
  if (Number.isNaN(at.getTime())) {
    throw new UserError(`Input “now” is “${now}”, which is no time.`, { advice: 'Write it as 2024-04-05T02:00:00Z.' })
  }
  const { GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_REPOSITORY: repository = '' } = environment
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com'
  return {
    at: `${at.toISOString().slice(0, 19)}Z`,
    run: id === '' ? null : attempt === '1' ? id : `${id}.${attempt}`,
    url: id === '' || repository === '' ? null : `${server}/${repository}/actions/runs/${id}`,
  }
}

/** The history that the input names: a directory where it begins like a path, else a branch of this repository. */
export function openHistory(
  name: string,
  { environment, workspace, github }: { environment: Environment; workspace: string; github: GitHub },
): { history: History; place: string } {
  if (/^(?:[./~]|[A-Za-z]:[\\/])/.test(name)) {
    const title = environment['GITHUB_REPOSITORY']
    return {
      history: directoryHistory(resolve(workspace, name), {
        serverUrl: github.serverUrl,
        ...(title !== undefined && { title }),
      }),
      place: name,
    }
  }
  const { repository } = runPlace(environment, '')
  return {
    history: branchHistory({ github, repository, branch: name }),
    place: `branch ${name} of ${fullName(repository)}`,
  }
}

interface CommandInputs {
  readonly 'deploy-command': string
  readonly 'test-command': string
  readonly 'reset-command': string
  readonly 'working-directory': string
  readonly results: readonly string[]
  readonly 'timeout-minutes': number
}

/** @throws UserError when there is no such working directory. */
export async function trialSettings(
  inputs: CommandInputs,
  { environment, workspace, signal }: Pick<Context, 'environment' | 'workspace' | 'signal'>,
): Promise<Omit<TrialSettings, 'directory' | 'onProgress'>> {
  const workingDirectory = resolve(workspace, inputs['working-directory'])
  const found = await stat(workingDirectory).catch(() => null)
  if (found?.isDirectory() !== true) {
    throw new UserError(`Input “working-directory” is “${inputs['working-directory']}”: there is no such directory.`, {
      advice: 'Give it relative to the checkout, and check the repository out first.',
    })
  }
  return {
    commands: { deploy: inputs['deploy-command'], test: inputs['test-command'], reset: inputs['reset-command'] },
    workingDirectory,
    results: inputs.results,
    environment,
    timeout: inputs['timeout-minutes'] * 60_000,
    signal,
  }
}

/** The registries of the images, with the credentials of the inputs for the one that they are in. */
export function openRegistry(
  { images }: PayloadRequest,
  inputs: { readonly username: string; readonly password: string; readonly 'insecure-registries': readonly string[] },
  { environment, signal, log }: Pick<Context, 'environment' | 'signal' | 'log'>,
): RegistryClient {
  const places = images.map(({ reference }) => ({
    source: reference,
    targets: [{ ...reference, tag: reference.tag ?? '' }],
  }))
  const client = new RegistryClient({
    credentials: findCredentials({ environment, ...credentialsGiven(places, inputs) }),
    endpoints: parseEndpoints(environment['CODEFLARE_REGISTRY_ENDPOINTS']),
    insecure: inputs['insecure-registries'],
    signal,
    onWarning: (line) => log.warning(line),
    onSecret: (value) => log.mask(value),
  })
  for (const { reference } of images) client.announce(reference, 'pull')
  return client
}

/** What the search asks of GitHub and the registries when a payload has failed. */
export function searchWorld(
  github: GitHub,
  registry: RegistryClient,
): Pick<NightWorld, 'moves' | 'missing' | 'minutes'> {
  const started = Date.now()
  const commits = {
    async between(repository: string, base: string, head: string): Promise<readonly string[] | null> {
      try {
        const place = parseRepository(repository, 'The image’s source')
        const found = await compare(github, place, base, head)
        if (found?.status !== 'ahead') return null
        return (await commitsSince(github, place, base, head, found)).map(({ sha }) => sha)
      } catch (error) {
        // A repository that this token may not read: the search then moves the component as a whole.
        if (error instanceof RequestRefused || error instanceof UserError) return null
        throw error
      }
    },
  }
  const tags = {
    digest: async ({ reference }: { readonly reference: string }, tag: string): Promise<string | null> => {
      const { registry: host, repository } = parseReference(reference)
      return (await registry.head({ registry: host, repository, tag }))?.digest ?? null
    },
  }
  return {
    moves: (base: Payload, candidate: Payload) => movesBetween(base, candidate, commits, tags),
    async missing(base) {
      const looked = await Promise.all(
        base.images.map(async ({ component, reference, digest }) => {
          const { registry: host, repository } = parseReference(reference)
          return (await registry.head({ registry: host, repository, digest })) === null ? [component] : []
        }),
      )
      return looked.flat()
    },
    minutes: () => (Date.now() - started) / 60_000,
  }
}

/** The change, and something that is done when it was made or found made. */
export function afterwards(change: Change, then: () => Promise<unknown>): Change {
  return {
    ...change,
    act: () => change.act(),
    async probe() {
      const state = await change.probe()
      await then()
      return state
    },
  }
}
