import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Announcement } from '../../../packages/announce/index.ts'
import { openWorld, type World } from '../../../packages/sandbox/index.ts'

export const RELEASE: Announcement = {
  title: 'CodeFlare Stack v1.2.0',
  body: 'The **operator** and [its notes](https://example.com/notes).',
  key: 'project-codeflare/codeflare-operator@v1.2.0',
}

/** A world of its own for one test. */
export async function aWorld(): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), 'announce-'))
  const world = await openWorld({ directory })
  onTestFinished(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })
  return world
}

/** Time passes at once. */
export const sleep = (): Promise<void> => Promise.resolve()

/** What a promise is rejected with. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** A text like this, anywhere in an expected value. */
export function like(pattern: RegExp): unknown {
  return expect.stringMatching(pattern)
}

/** Everything that an error may show to people, and what it carries along. */
export function shown(error: Error): string {
  const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)))
  const { cause } = error
  return [...own, error.stack ?? '', cause instanceof Error ? shown(cause) : String(cause)].join('\n')
}
