import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import { parseManifest, type Train } from '../../train/index.ts'
import { findExample } from './example.ts'
import { furnish } from './furnish.ts'
import { importRepositories } from './import.ts'
import { readWorldFile } from './world-file.ts'

/** A train and where its world comes from. */
export interface Stack {
  /** What a kept world is recognised by: one world is not another's. */
  readonly identity: string
  readonly manifest: string
  readonly train: Train
  /** Of the world, RFC 3339. */
  readonly start: string
  /** The operator's manifests, rendered, for machines without kustomize; null where the stack brings none. */
  readonly rendered: string | null
  furnish(world: World): Promise<readonly string[]>
}

/** What was asked for; paths are relative to the current directory. */
export interface StackRequest {
  readonly example: string | undefined
  readonly repositories: string | undefined
  readonly manifest: string | undefined
}

/** @throws UserError for flags that contradict each other, an unknown example, a manifest that cannot be read or is wrong. */
export async function readStack({ example, repositories, manifest }: StackRequest, directory: string): Promise<Stack> {
  if (repositories === undefined) {
    if (manifest !== undefined) {
      throw new UserError('--manifest is given without --repositories.', {
        advice: 'Name the directory that holds clones of the repositories in the manifest: --repositories DIR.',
      })
    }
    return await readExample(example ?? 'codeflare')
  }
  if (example !== undefined)
    throw new UserError('--example and --repositories are both given.', { advice: 'Give one of them.' })
  return await readOwn(resolve(directory, repositories), resolve(directory, manifest ?? 'release-train.yaml'))
}

async function readExample(name: string): Promise<Stack> {
  const { directory, manifest, rendered } = await findExample(name)
  const [train, file] = [parseManifest(manifest, `examples/${name}/release-train.yaml`), await readWorldFile(directory)]
  return {
    identity: `example ${name}`,
    manifest,
    train,
    start: file.now,
    rendered,
    async furnish(world) {
      await furnish(world, file, train, manifest)
      return []
    },
  }
}

async function readOwn(directory: string, file: string): Promise<Stack> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UserError(`The manifest ${file} cannot be read.`, {
      advice: 'Name it with --manifest FILE.',
      cause: error,
    })
  })
  const train = parseManifest(text, file)
  return {
    identity: `repositories ${directory}`,
    manifest: text,
    train,
    start: new Date().toISOString(),
    rendered: null,
    furnish: (world) => importRepositories(world, directory, train),
  }
}
