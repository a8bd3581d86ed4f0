import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import { type External, leader, type Train } from '../../train/index.ts'
import { loadForm, occurrences, TagTemplate, type Version } from '../../versions/index.ts'
import { git } from './git.ts'
import { furnishChannel, furnishImages } from './furnish.ts'

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
    if (findClone(directory, external.repository) === undefined) left.push(await standIn(world, train, external))
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

/** An adopted project without a clone is taken as it is: its only release is the one that the stack has written down. */
async function standIn(world: World, train: Train, external: External): Promise<string> {
  const { id, name, repository, tag: template } = external
  const version = await writtenVersion(world, train, id)
  if (version === null) return `${name} (${repository}) is not among the clones, and its version is written nowhere.`
  const tag = new TagTemplate(template, `tag of ${id}`).format(version)
  await world.github.createRepository(repository, { files: { 'README.md': `# ${name}\n` } })
  await world.github.release(repository, { tag, name: tag })
  return `${name} (${repository}) is not among the clones: taken as it is, ${tag}; newer releases are not seen.`
}

/** The first version of a member that stands where the manifest says; null where none does. */
async function writtenVersion(world: World, train: Train, id: string): Promise<Version | null> {
  for (const { repository, branch, versions } of train.components) {
    for (const { file, form, key } of versions.filter((written) => written.of === id)) {
      const text = (await world.github.readFile(repository, branch, file))?.toString()
      if (text === undefined) continue
      try {
        const version = occurrences({ file, text }, await loadForm(form), key).find(
          (found) => found.version !== null,
        )?.version
        if (version != null) return version
      } catch (error) {
        // Step 2 names a place that cannot be read; here another one may do.
        if (!(error instanceof UserError)) throw error
      }
    }
  }
  return null
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
  for (const { name, date } of await datedTags(clone)) {
    // A clone knows tags, not releases: a tag of the release template counts as released on its own date.
    if (template.parse(name) === null) continue
    await world.ledger.at(date, async () => void (await world.github.release(repository, { tag: name, name })))
  }
}

/** The tags of a clone, oldest first. */
async function datedTags(clone: string): Promise<{ name: string; date: Date }[]> {
  const format = '--format=%(creatordate:unix) %(refname:strip=2)'
  const printed = await git(clone, 'for-each-ref', '--sort=creatordate', format, 'refs/tags')
  return printed.split('\n').flatMap((line) => {
    const [, seconds, name] = /^(\d+) (.+)$/.exec(line) ?? []
    return name === undefined ? [] : [{ name, date: new Date(Number(seconds) * 1000) }]
  })
}
