import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findExample } from '../../packages/cli/rehearsal/example.ts'
import { furnish } from '../../packages/cli/rehearsal/furnish.ts'
import { type RehearsalOptions, rehearseRelease } from '../../packages/cli/rehearsal/rehearsal.ts'
import type { RehearsalResult } from '../../packages/cli/rehearsal/result.ts'
import { readWorldFile } from '../../packages/cli/rehearsal/world-file.ts'
import { openWorld, type World, type WorldOptions } from '../../packages/sandbox/index.ts'
import { parseManifest, type Train } from '../../packages/train/index.ts'
import { silentLog } from '../context.ts'

/** A furnished world on disk, and everything to rehearse in it or in copies of it. */
export interface Scene {
  readonly home: string
  readonly train: Train
  readonly manifest: string
  /** A world of its own with the same content. */
  copy(): Promise<Scene>
  open(crash?: WorldOptions['crash']): Promise<World>
  /** Rehearses once in this world; a step that fails is in the result, a defect is thrown. */
  rehearse(options?: Partial<RehearsalOptions>): Promise<RehearsalResult>
  remove(): Promise<void>
}

export async function exampleScene(
  name: 'codeflare' | 'appwrapper',
  adapt: (manifest: string) => string = (text) => text,
): Promise<Scene> {
  const { directory, manifest: original, rendered } = await findExample(name)
  const manifest = adapt(original)
  const train = parseManifest(manifest, 'release-train.yaml')
  const file = await readWorldFile(directory)
  const home = await mkdtemp(join(tmpdir(), 'scene-'))
  const world = await openWorld({ directory: join(home, 'world'), start: file.now })
  await furnish(world, file, train, manifest)
  await world.close()
  return sceneIn(home, train, manifest, rendered)
}

function sceneIn(home: string, train: Train, manifest: string, rendered: string | null): Scene {
  const open = (crash?: WorldOptions['crash']): Promise<World> =>
    openWorld({ directory: join(home, 'world'), ...(crash !== undefined && { crash }) })
  return {
    home,
    train,
    manifest,
    open,
    async copy() {
      const next = await mkdtemp(join(tmpdir(), 'scene-'))
      await cp(join(home, 'world'), join(next, 'world'), { recursive: true })
      return sceneIn(next, train, manifest, rendered)
    },
    async rehearse(options = {}) {
      const world = options.world ?? (await open())
      try {
        return await rehearse(world, { train, manifest, rendered, workspace: join(home, 'clones'), ...options })
      } finally {
        if (options.world === undefined) await world.close()
      }
    },
    remove: () => rm(home, { recursive: true, force: true }),
  }
}

/** Rehearses in an open world without a word; a step that fails is in the result, a defect is thrown. */
export async function rehearse(
  world: World,
  options: Pick<RehearsalOptions, 'train' | 'manifest' | 'workspace'> & Partial<RehearsalOptions>,
): Promise<RehearsalResult> {
  const nothing = (): void => undefined
  const { result, defect } = await rehearseRelease({
    world,
    log: silentLog,
    signal: new AbortController().signal,
    progress: { started: nothing, stageStarted: nothing, step: nothing, stageEnded: nothing },
    ...options,
  })
  if (defect !== null) throw defect
  return result
}

/** One hash over all names and bytes below a directory. */
export async function hashOf(directory: string): Promise<string> {
  const hash = createHash('sha256')
  const entries = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  for (const path of entries.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    hash.update(path).update(await readFile(path))
  }
  return hash.digest('hex')
}
