import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Action, type Context, execute, type Execution } from '../../packages/action/index.ts'
import { openWorld, type World, type WorldOptions } from '../../packages/sandbox/index.ts'
import { quietContext } from '../context.ts'

/** A job in a repository of a sandbox: its checkout, and actions run as its steps. */
export interface Job {
  readonly world: World
  readonly repository: string
  /** The directory of the checkout. */
  readonly workspace: string
  /** Writes files of the checkout; null removes one. */
  checkout(files: Readonly<Record<string, string | null>>): Promise<void>
  /** A file of the checkout as text. */
  read(path: string): Promise<string>
  run(inputs: Readonly<Record<string, string>>, environment?: Readonly<Record<string, string>>): Promise<Execution>
  /** Another action as a later step of this job. */
  step(
    action: Action,
    inputs: Readonly<Record<string, string>>,
    environment?: Readonly<Record<string, string>>,
  ): Promise<Execution>
  /** What the run wrote to the world: method, path and status of each request that changed something. */
  writes(): string[]
}

/** A job that runs `action` in a new world; `furnish` it before it runs. */
export async function aJob(
  action: Action,
  repository: string,
  { sleep, ...options }: Partial<Omit<WorldOptions, 'directory'>> & Pick<Context, 'sleep'> = {},
): Promise<Job> {
  const directory = await mkdtemp(join(tmpdir(), 'job-'))
  const world = await openWorld({ ...options, directory: join(directory, 'world') })
  const workspace = join(directory, 'checkout')
  await mkdir(workspace)
  onTestFinished(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })
  async function step(
    of: Action,
    inputs: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Execution> {
    const branch = environment['GITHUB_REF_NAME'] ?? 'main'
    const context = quietContext(
      {
        ...world.environment(),
        GITHUB_REPOSITORY: repository,
        GITHUB_REF_NAME: branch,
        GITHUB_REF_TYPE: 'branch',
        GITHUB_SHA: (await world.github.resolve(repository, branch)) ?? '',
        ...environment,
      },
      workspace,
    )
    const texts = new Map(Object.entries({ token: 'ghs_sandbox', ...inputs }))
    return execute(of, texts, context, sleep === undefined ? {} : { sleep })
  }
  return {
    world,
    repository,
    workspace,
    async checkout(files) {
      for (const [path, content] of Object.entries(files)) {
        const file = join(workspace, path)
        await mkdir(dirname(file), { recursive: true })
        await (content === null ? rm(file) : writeFile(file, content))
      }
    },
    read: (path) => readFile(join(workspace, path), 'utf8'),
    run: (inputs, environment) => step(action, inputs, environment),
    step,
    writes: () => world.requests.lines().filter((line) => line.endsWith('*')),
  }
}

/** The plan in short: `create tag v1.0.0 of org/app`. */
export const steps = ({ plan }: Execution): string[] => plan.map(({ action, subject }) => `${action} ${subject}`)
