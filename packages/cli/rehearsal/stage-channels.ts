import { versionList } from './propose.ts'
import { leading, type Release } from './release.ts'
import { imageTag } from './tag-and-promote.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'
import { counted } from './words.ts'

/** ADR-003 step 5: the bundle goes to the catalog. */
export async function submitBundle(stage: StageRun, { train, tag }: Release): Promise<string> {
  if (train.bundle === null) return 'The manifest names no catalog'
  stage.notAutomated(
    'submit-bundle',
    train.bundle.catalog,
    `Propose ${train.bundle.package} ${tag}`,
    'No pull request is opened in the catalog, and the next step does not wait for its merge.',
  )
  return `${train.bundle.catalog} is not told`
}

/** ADR-003 step 6: `stable` of every component points at this release. */
export async function promoteStable(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const lines = release.components.flatMap(({ component, version }) =>
    component.images
      .filter(({ channels }) => channels.includes('stable'))
      .map((image) => `${image.name}:${imageTag(image, version)} => stable`),
  )
  if (lines.length === 0) return 'No image has a channel “stable”'
  const done = await stage.run({
    action: 'retag-image',
    job: await tools.job(leading(release).component),
    title: 'stable of every component',
    inputs: { images: lines.join('\n'), channels: 'stable' },
  })
  if (done === null) return `${counted(lines.length, 'image')}, once their version tags are there`
  const moved = countMoved(done.outputs['tags'])
  return moved === 0
    ? `stable of ${counted(lines.length, 'image')} stays`
    : `${moved} of ${counted(lines.length, 'image')} moved`
}

/** ADR-003 step 7: Slack and mailing lists. */
export async function announce(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { announce: channels, title } = release.train
  if (channels === null) return 'The manifest names no channel'
  const { component, tag } = leading(release)
  const job = await tools.job(component)
  const link = `https://github.com/${component.repository}/releases/tag/${tag}`
  const body = `${title} ${tag} is out.\n\n${versionList(release)}\n\nRelease notes: ${link}\n`
  await stage.run({
    action: 'announce',
    job,
    title: `Announce ${tag}`,
    inputs: {
      title: `${title} ${tag}`,
      'body-file': await job.write('announcement.md', body),
      key: `${component.repository}@${tag}`,
      // A bot rather than a webhook: Slack can then be asked what was posted, and nothing is posted twice.
      ...(channels.slackChannel !== null && {
        'slack-token': tools.channels.slackToken,
        'slack-channel': channels.slackChannel,
      }),
      ...(channels.mailTo.length > 0 && {
        'smtp-url': tools.channels.smtpUrl,
        'mail-from': 'releases@example.com',
        'mail-to': channels.mailTo.join('\n'),
      }),
    },
  })
  return [channels.slackChannel, ...channels.mailTo].filter((to) => to !== null).join(', ')
}

/** How many entries of retag-image's output `tags` moved. */
function countMoved(output: string | undefined): number {
  const value: unknown = output === undefined || output === '' ? [] : JSON.parse(output)
  if (!Array.isArray(value)) return 0
  return value.filter(
    (item: unknown) => typeof item === 'object' && item !== null && 'moved' in item && item.moved === true,
  ).length
}
