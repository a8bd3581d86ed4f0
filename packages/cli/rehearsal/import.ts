import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import { type External, leader, type Train } from '../../train/index.ts'
import { TagTemplate } from '../../versions/index.ts'
import { allTags, furnishChannel, furnishImages } from './furnish.ts'

/**
 * Furnishes a world with a user's own clones: `DIR/OWNER/NAME` or `DIR/NAME` for each repository of the manifest. The
 * clones are only read. Images are synthesized for each release tag.
 *
 * @returns what was left out, for people.
 * @throws UserError naming every component whose clone is missing, and a clone that git cannot read.
 */
export async function importRepositories(world: World, directory: string, train: Train): Promise<string[]> {
  const missing = train.components.filter(({ repository }) => findClone(directory, repository) === undefined)
  if (missing.length > 0) {
    throw new UserError(
      `There is no clone of ${missing.map(({ repository }) => repository).join(', ')} in ${directory}.`,
      { advice: `Clone each as ${join(directory, 'OWNER', 'NAME')} or ${join(directory, 'NAME')}, with its tags.` },
    )
  }
  const left: string[] = []
  for (const { repository, tag } of train.components) await importOne(world, directory, repository, tag)
  for (const external of train.external) {
    if (findClone(directory, external.repository) === undefined) left.push(absentExternal(external))
    else await importOne(world, directory, external.repository, external.tag)
  }
  for (const { name, repository } of train.downstream) {
    if (findClone(directory, repository) === undefined)
      left.push(`${name} (${repository}) is not among the clones: step 8 leaves it out.`)
    else await importOne(world, directory, repository, leader(train).tag)
  }
  await furnishImages(world, train)
  furnishChannel(world, train)
  return left
}

function absentExternal({ name, repository }: External): string {
  return `${name} (${repository}) is not among the clones: its new releases are not seen.`
}

function findClone(directory: string, repository: string): string | undefined {
  const [, name = ''] = repository.split('/')
  return [join(directory, repository), join(directory, name)].find((path) => existsSync(path))
}

async function importOne(world: World, directory: string, repository: string, tagTemplate: string): Promise<void> {
  const clone = findClone(directory, repository)
  if (clone === undefined || world.github.has(repository)) return
  try {
    await world.github.importRepository(repository, clone)
  } catch (error) {
    throw new UserError(`${clone} cannot be imported as ${repository}.`, {
      advice: error instanceof Error ? error.message : String(error),
      cause: error,
    })
  }
  const template = new TagTemplate(tagTemplate, `tag of ${repository}`)
  for (const name of (await allTags(world)).get(repository) ?? []) {
    // A clone knows tags, not releases: a tag of the release template counts as released.
    if (template.parse(name) !== null) await world.github.release(repository, { tag: name, name })
  }
}
