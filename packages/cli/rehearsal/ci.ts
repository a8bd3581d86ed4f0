import { buildIndex, type Platform, type World } from '../../sandbox/index.ts'
import type { Component, Train } from '../../train/index.ts'
import { formatLine, lineOfBranch } from '../../versions/index.ts'

/** The channel whose image is built from every commit on a component's branch. */
export const DEV = 'dev'

/** The tag under which what is on a branch was built: `dev`, or `dev-1.2` on the branch of a release line; null for no tag. */
export function devChannel(usual: string, branch: string): string | null {
  const line = lineOfBranch(branch)
  return branch === usual ? DEV : line === null ? null : `${DEV}-${formatLine(line)}`
}

/** What a synthetic image is made of: the same commit gives the same bytes. */
export interface Built {
  readonly repository: string
  readonly image: string
  readonly revision: string
  /** What the builder calls it: a branch or a tag. */
  readonly version: string
  readonly platforms?: readonly Platform[]
}

/** Pushes an image as a component's CI would, and points tags at it. Counts as nobody's write: CI is part of the world. */
export async function buildImage(world: World, built: Built, tags: readonly string[]): Promise<string> {
  const [host = '', ...path] = built.image.split('/')
  const name = path.join('/')
  const registry = await world.registry(host)
  return registry.push(
    name,
    tags,
    buildIndex({
      name,
      version: built.version,
      revision: built.revision,
      source: `https://github.com/${built.repository}`,
      ...(built.platforms !== undefined && { platforms: built.platforms }),
    }),
  )
}

/**
 * The continuous integration of the world: what reaches a component's branch is built and becomes `dev` before the push
 * is answered. A world that died between the two catches up when it is opened again.
 */
export async function startIntegration(world: World, train: Train, platforms?: readonly Platform[]): Promise<void> {
  for (const component of train.components) {
    if (world.github.has(component.repository))
      world.github.onPush(component.repository, (push) => react(world, component, push, platforms))
  }
  await world.github.replayPushes()
}

async function react(
  world: World,
  { repository, branch, images }: Component,
  push: { readonly ref: string; readonly after: string },
  platforms: readonly Platform[] | undefined,
): Promise<void> {
  const channel = devChannel(branch, push.ref.replace(/^refs\/heads\//, ''))
  if (channel === null || !push.ref.startsWith('refs/heads/') || /^0+$/.test(push.after)) return
  for (const { name, channels } of images) {
    if (!channels.includes(DEV)) continue
    const built = { repository, image: name, revision: push.after, version: branch }
    await buildImage(world, platforms === undefined ? built : { ...built, platforms }, [channel])
  }
}
