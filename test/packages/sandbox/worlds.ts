import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openWorld, type World, type WorldOptions } from '../../../packages/sandbox/index.ts'

/** A new directory that goes away with the test. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A world that is closed with the test; in a new directory unless one is given. */
export async function aWorld(options: Partial<WorldOptions> = {}): Promise<World> {
  const world = await openWorld({ directory: options.directory ?? (await temporaryDirectory()), ...options })
  onTestFinished(() => world.close())
  return world
}

/** Posts a message through the webhook; gives the status. */
export async function say(world: World, text: string): Promise<number> {
  const response = await fetch(world.slack.webhook, { method: 'POST', body: JSON.stringify({ text }) })
  await response.arrayBuffer()
  return response.status
}
