import type { Image } from '../../train/index.ts'
import { parseRelease, TagTemplate } from '../../versions/index.ts'
import { checkBuiltFrom } from './built-from.ts'
import type { Job } from './job.ts'
import { leading, type Release, type ReleasedComponent } from './release.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'

/** ADR-003 step 1: components with something new make a release, what others depend on first. */
export async function releaseComponents(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  stage.notAutomated(
    'release-components',
    leading(release).component.repository,
    'Start each component’s release workflow',
    'The steps of those workflows run here one after the other instead.',
  )
  const others = release.components.filter(({ component }) => !component.leads)
  for (const released of others) {
    if (released.stays) continue
    const job = await tools.job(released.component)
    await tagAndPromote(stage, released, job, {}, tools)
  }
  const words = others.map(({ component, tag, stays }) => `${component.name} ${stays ? `stays at ${tag}` : tag}`)
  return words.length === 0 ? 'The train has no other components' : words.join(', ')
}

/**
 * Tags and releases a component's commit, then points the version tag of its images at what was built from that commit
 * and tested as `dev`: nothing is rebuilt (ADR-003, images).
 *
 * @returns the commit of the tag.
 * @throws UserError when `dev` was built from another commit.
 */
export async function tagAndPromote(
  stage: StageRun,
  { component, tag, version }: ReleasedComponent,
  job: Job,
  more: Readonly<Record<string, string>>,
  tools: Tools,
): Promise<string> {
  const { repository, images } = component
  const tagged = await stage.run({
    action: 'semver-tag',
    job,
    title: `Tag and release ${tag}`,
    inputs: { repository, target: job.sha, version, 'tag-prefix': component.tag, release: 'published', ...more },
  })
  const commit = tagged?.outputs['sha'] ?? job.sha
  const built = images.filter(({ channels }) => channels.includes('dev'))
  if (built.length > 0) {
    for (const { name } of built) await checkBuiltFrom(tools.builtFrom, `${name}:dev`, commit)
    await stage.run({
      action: 'retag-image',
      job,
      title: `dev becomes ${built.map((image) => imageTag(image, version)).join(', ')}`,
      inputs: { images: built.map((image) => `${image.name}:dev => ${imageTag(image, version)}`).join('\n') },
    })
  }
  return commit
}

/** The tag that an image of a component has in a release. */
export function imageTag(image: Image, version: string): string {
  return new TagTemplate(image.tag, `tag of image ${image.name}`).format(
    parseRelease(version, `version of ${image.name}`),
  )
}
