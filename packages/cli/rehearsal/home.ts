import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../plan/index.ts'
import { openWorld, type World, type WorldOptions } from '../../sandbox/index.ts'
import type { Stack } from './stack.ts'

export interface Home {
  /** Holds the world and what says whose it is. */
  readonly directory: string
  /** Tells what a person should know of a world that was just furnished. */
  readonly onNote: (note: string) => void
  readonly crash?: NonNullable<WorldOptions['crash']>
}

/**
 * Opens the world of a directory: one that was furnished is opened as it is, an empty directory is furnished.
 *
 * @throws UserError for a directory that holds anything else, and as the stack's furnishing does.
 */
export async function openHome({ directory: home, onNote, crash }: Home, stack: Stack): Promise<World> {
  await mkdir(home, { recursive: true })
  const marker = join(home, 'rehearsal.json')
  const state = readMarker(await readFile(marker, 'utf8').catch(() => null))
  if (state === null && (await readdir(home)).length > 0) {
    throw new UserError(`${home} is not empty and holds no rehearsal.`, { advice: 'Name an empty or a new directory.' })
  }
  if (state !== null && state.of !== stack.identity) {
    throw new UserError(`${home} holds a rehearsal of another stack (${state.of}).`, {
      advice: 'Name another directory, or give the same flags as then.',
    })
  }
  const directory = join(home, 'world')
  if (state?.furnished !== true) {
    // Furnishing is not a release: what a kill left of it is thrown away.
    await rm(directory, { recursive: true, force: true })
    await writeFile(marker, `${JSON.stringify({ of: stack.identity, furnished: false })}\n`)
    const world = await openWorld({ directory, start: stack.start })
    try {
      for (const note of await stack.furnish(world)) onNote(note)
    } finally {
      await world.close()
    }
    await writeFile(marker, `${JSON.stringify({ of: stack.identity, furnished: true })}\n`)
  }
  return await openWorld({ directory, ...(crash !== undefined && { crash }) })
}

/** Whose world it is, and whether it was furnished to the end; null for a file that is not ours. */
function readMarker(text: string | null): { readonly of: string; readonly furnished: boolean } | null {
  try {
    const value: unknown = JSON.parse(text ?? '')
    if (typeof value !== 'object' || value === null || !('of' in value && 'furnished' in value)) return null
    return { of: String(value.of), furnished: value.furnished === true }
  } catch {
    return null
  }
}
