import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { GitHub, type GitHubOptions } from '../../../packages/github/index.ts'
import { openWorld, type World } from '../../../packages/sandbox/index.ts'

export const OPERATOR = { owner: 'project-codeflare', repo: 'codeflare-operator' }
export const NAME = 'project-codeflare/codeflare-operator'

export interface Scene {
  readonly world: World
  readonly github: GitHub
  /** The waits that were asked for, in milliseconds; none of them was waited. */
  readonly waits: number[]
  /** What the log was told. */
  readonly told: string[]
}

/** A world with the operator's repository, and a client that never really waits. */
export async function aWorld(options: Partial<GitHubOptions> = {}): Promise<Scene> {
  const directory = await mkdtemp(join(tmpdir(), 'github-'))
  const world = await openWorld({ directory })
  onTestFinished(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })
  await world.github.createRepository(NAME, { files: { 'README.md': 'The operator\n' } })
  const [waits, told]: [number[], string[]] = [[], []]
  const github = new GitHub({
    token: 'ghs_sandbox',
    environment: world.environment(),
    log: (line) => void told.push(line),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    ...options,
  })
  return { world, github, waits, told }
}
