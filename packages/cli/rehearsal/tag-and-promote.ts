import type { Component, Image } from '../../train/index.ts'
import { parseRelease, TagTemplate } from '../../versions/index.ts'
import { checkBuiltFrom } from './built-from.ts'
import { DEV, devChannel } from './ci.ts'
import type { Job } from './job.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'

/** What is released of a component. */
export interface VersionOf {
  readonly component: Component
  readonly tag: string
  readonly version: string
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
  { component, tag, version }: VersionOf,
  job: Job,
  more: Readonly<Record<string, string>>,
  tools: Pick<Tools, 'builtFrom'>,
): Promise<string> {
  const { repository, images } = component
  const built = images.filter(({ channels }) => channels.includes('dev'))
  // Before the tag: a version whose image is another's would be burnt.
  const channel = devChannel(component.branch, job.branch) ?? DEV
  for (const { name } of built) await checkBuiltFrom(tools.builtFrom, `${name}:${channel}`, job.sha)
  const tagged = await stage.run({
    action: 'semver-tag',
    job,
    title: `Tag and release ${tag}`,
    inputs: { repository, target: job.sha, version, 'tag-prefix': component.tag, release: 'published', ...more },
  })
  const commit = tagged?.outputs['sha'] ?? job.sha
  if (built.length > 0) {
    await stage.run({
      action: 'retag-image',
      job,
      title: `${channel} becomes ${built.map((image) => imageTag(image, version)).join(', ')}`,
      inputs: { images: built.map((image) => `${image.name}:${channel} => ${imageTag(image, version)}`).join('\n') },
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
