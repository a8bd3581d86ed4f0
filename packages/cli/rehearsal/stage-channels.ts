import { isObject, UserError } from '../../plan/index.ts'
import { generateBundle } from './bundle.ts'
import { itemsOf } from './outputs.ts'
import { RELEASE_MANAGER, versionList } from './propose.ts'
import { leading, type Release } from './release.ts'
import { imageTag } from './tag-and-promote.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'
import { counted } from './words.ts'

/** ADR-003 step 5: the bundle goes to the catalog, whose maintainers merge it. */
export async function submitBundle(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { bundle } = release.train
  if (bundle === null) return 'The manifest names no catalog'
  const { component, version } = leading(release)
  if (!tools.has(bundle.catalog)) {
    const why = 'There is no clone of the catalog, and the next step does not wait for its merge.'
    stage.notAutomated('submit-bundle', bundle.catalog, `Propose ${bundle.package} ${version}`, why)
    return `${bundle.catalog} is not told`
  }
  const job = await tools.checkout(component)
  // A dry run has no image of this version whose digest could be asked for.
  const generated = await generateBundle(stage, release, job, tools, !stage.dryRun)
  if (generated === null) return `${bundle.catalog} is not told: there is no bundle`
  const submit = (title: string): ReturnType<StageRun['run']> =>
    stage.run({
      action: 'submit-bundle',
      job,
      title,
      inputs: {
        'bundle-dir': generated.outputs['bundle-dir'] ?? '',
        'operator-name': bundle.package,
        repository: bundle.catalog,
        'fork-owner': RELEASE_MANAGER,
      },
    })
  const proposed = await submit(`Propose ${bundle.package} ${version}`)
  if (proposed === null || stage.dryRun) return `${bundle.catalog} would get ${bundle.package} ${version}`
  const [state, number] = [proposed.outputs['state'], proposed.outputs['pull-request-number']]
  if (state !== 'open') return told(bundle.catalog, state, number)
  await tools.maintainersMerge(bundle.catalog, Number(number))
  const merged = await submit('Look whether its maintainers merged it')
  return told(bundle.catalog, merged?.outputs['state'], number)
}

/** `stable` waits for the merge, so a release that is not merged ends here. @throws UserError */
function told(catalog: string, state: string | undefined, number: string | undefined): string {
  if (state === 'merged') return `${catalog}#${number ?? ''} is merged`
  throw new UserError(`${catalog} has not merged the bundle: its pull request is ${state ?? 'unknown'}.`, {
    advice: '“stable” follows the catalog. Mend the bundle or the pull request, and run again.',
  })
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
  return itemsOf(output).filter((item) => isObject(item) && item['moved'] === true).length
}
