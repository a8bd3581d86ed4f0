import type { Component, Downstream, Image } from '../../train/index.ts'
import { TagTemplate, parseRelease } from '../../versions/index.ts'
import { type BuiltFrom, checkBuiltFrom } from './built-from.ts'
import type { Checkout } from './checkout.ts'
import { leading, type Release, type ReleasedComponent, versionLines } from './release.ts'
import type { StageRun } from './step.ts'
import { counted } from './words.ts'

/** What the steps of a stage work with, as jobs of a workflow would. */
export interface Tools {
  /** A fresh clone of a repository's default branch, with the manifest in it. */
  checkout(repository: string): Promise<Checkout>
  /** The directory of a job that checks nothing out, with the manifest in it; and the commit that the job runs on. */
  job(component: Component): Promise<Checkout>
  readonly builtFrom: BuiltFrom
  /** Where an announcement goes. */
  readonly channels: { readonly slackToken: string; readonly smtpUrl: string }
}

/** One step of PCF-ADR-003's release process. */
export interface Stage {
  readonly number: number
  readonly title: string
  /** Does it and says in one line what came of it. @throws StepFailed */
  run(stage: StageRun, release: Release, tools: Tools): Promise<string>
}

/** The release process in its order, which is never changed: `stable` follows the catalog, the announcement follows `stable`. */
export const STAGES: readonly Stage[] = [
  { number: 1, title: 'Components make their releases', run: releaseComponents },
  { number: 2, title: 'The operator takes them in', run: adoptComponents },
  { number: 3, title: 'Bundle, tests of exactly these versions, support matrix', run: prepareBundle },
  { number: 4, title: 'Tag of the release, notes with the matrix', run: publishRelease },
  { number: 5, title: 'Pull request to the catalog', run: submitBundle },
  { number: 6, title: 'stable points at this release', run: promoteStable },
  { number: 7, title: 'Announcement', run: announce },
  { number: 8, title: 'Downstream is told', run: updateDownstream },
]

async function releaseComponents(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  stage.notAutomated(
    'release-components',
    leading(release).component.repository,
    'Start each component’s release workflow',
    'The steps of those workflows run here one after the other instead.',
  )
  const others = release.components.filter(({ component }) => !component.leads)
  for (const released of others) await releaseComponent(stage, released, tools)
  const words = others.map(({ component, tag, stays }) => `${component.name} ${stays ? `stays at ${tag}` : tag}`)
  return words.length === 0 ? 'The train has no other components' : words.join(', ')
}

async function releaseComponent(
  stage: StageRun,
  { component, tag, version, stays }: ReleasedComponent,
  tools: Tools,
): Promise<void> {
  if (stays) return
  const { repository } = component
  const { directory, sha } = await tools.job(component)
  const tagged = await stage.run({
    action: 'semver-tag',
    where: repository,
    title: `Tag and release ${tag}`,
    workspace: directory,
    sha,
    inputs: { repository, target: sha, version, 'tag-prefix': component.tag, release: 'published' },
  })
  await promoteToVersion(
    stage,
    component,
    { version, commit: tagged?.outputs['sha'] ?? sha, workspace: directory },
    tools,
  )
}

/** ADR-003, images: the version tag points at the digest that was built and tested as `dev`; nothing is rebuilt. */
async function promoteToVersion(
  stage: StageRun,
  { repository, images }: Component,
  { version, commit, workspace }: { readonly version: string; readonly commit: string; readonly workspace: string },
  tools: Tools,
): Promise<void> {
  const built = images.filter(({ channels }) => channels.includes('dev'))
  if (built.length === 0) return
  for (const { name } of built) await checkBuiltFrom(tools.builtFrom, `${name}:dev`, commit)
  await stage.run({
    action: 'retag-image',
    where: repository,
    title: `dev becomes ${built.map((image) => imageTag(image, version)).join(', ')}`,
    workspace,
    inputs: { images: built.map((image) => `${image.name}:dev => ${imageTag(image, version)}`).join('\n') },
  })
}

async function adoptComponents(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { component, tag } = leading(release)
  const { repository } = component
  const { directory } = await tools.checkout(repository)
  const common = { where: repository, workspace: directory }
  const references = await stage.run({
    ...common,
    action: 'update-image-refs',
    title: 'Versions and image references',
    inputs: { versions: versionLines(release) },
    local: true,
  })
  const changed = [...readList(references?.outputs['files'])]
  for (const { from, path, to } of component.crds) {
    const owner = [
      ...release.components.map((one) => ({ ...one.component, at: one.tag })),
      ...release.adopted.map((one) => ({ ...one.external, at: one.tag })),
    ].find(({ id }) => id === from)
    if (owner === undefined) throw new Error(`the manifest was read with an unknown owner of CRDs: ${from}`)
    await stage.run({
      ...common,
      action: 'sync-crds',
      title: `CRDs of ${owner.name} ${owner.at}`,
      inputs: { sources: `${owner.repository}@${owner.at}:${path}`, destination: to },
      local: true,
    })
    changed.push(to)
  }
  const state = await propose(stage, {
    ...common,
    branch: `release/${tag}`,
    title: `chore(release): take in the components of ${tag}`,
    body: pullRequestBody(release),
    paths: changed,
  })
  return `${state}; CI builds the operator’s image`
}

async function prepareBundle(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { component, tag } = leading(release)
  const { repository } = component
  if (release.train.bundle !== null) {
    stage.notAutomated('gen-bundle', repository, 'Generate the bundle', 'The bundle of this version is not generated.')
  }
  stage.notAutomated(
    'nightly-integration',
    repository,
    'Test exactly these versions together',
    'No test runs on this payload.',
  )
  if (component.matrix === null) return `${component.name} keeps no support matrix`
  const { directory } = await tools.checkout(repository)
  const common = { where: repository, workspace: directory }
  await stage.run({
    ...common,
    action: 'update-support-matrix',
    title: 'Support matrix in the README',
    inputs: {
      file: component.matrix.file,
      section: component.matrix.section,
      versions: versionLines(release),
      ...matrixChecks(stage),
    },
    local: true,
  })
  return await propose(stage, {
    ...common,
    branch: `release/${tag}-matrix`,
    title: `docs: support matrix of ${tag}`,
    body: pullRequestBody(release),
    paths: [component.matrix.file],
  })
}

/** A dry run made no tags, so none can be looked up. */
function matrixChecks(stage: StageRun): { verify: string } {
  return { verify: String(!stage.dryRun) }
}

async function publishRelease(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { component, tag, version } = leading(release)
  const { repository } = component
  const { directory, sha, write } = await tools.checkout(repository)
  const common = { where: repository, workspace: directory, sha }
  const notes = await write('support-matrix.md', '')
  if (component.matrix !== null) {
    await stage.run({
      ...common,
      action: 'update-support-matrix',
      title: 'Support matrix for the notes',
      inputs: {
        file: component.matrix.file,
        section: component.matrix.section,
        versions: versionLines(release),
        'notes-file': notes,
        ...matrixChecks(stage),
      },
      local: true,
    })
  }
  const tagged = await stage.run({
    ...common,
    action: 'semver-tag',
    title: `Tag and release ${tag}`,
    inputs: {
      repository,
      target: sha,
      version,
      'tag-prefix': component.tag,
      release: 'published',
      ...(component.matrix !== null && { 'notes-prepend-file': notes }),
    },
  })
  const commit = tagged?.outputs['sha'] ?? sha
  await promoteToVersion(stage, component, { version, commit, workspace: directory }, tools)
  return `${tag} on ${commit.slice(0, 7)}`
}

async function submitBundle(stage: StageRun, { train, tag }: Release): Promise<string> {
  if (train.bundle === null) return 'The manifest names no catalog'
  stage.notAutomated(
    'submit-bundle',
    train.bundle.catalog,
    `Propose ${train.bundle.package} ${tag}`,
    'No pull request is opened in the catalog, and the next step does not wait for its merge.',
  )
  return `${train.bundle.catalog} is not told`
}

async function promoteStable(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { directory } = await tools.job(leading(release).component)
  const lines = release.components.flatMap(({ component, version }) =>
    component.images
      .filter(({ channels }) => channels.includes('stable'))
      .map((image) => `${image.name}:${imageTag(image, version)} => stable`),
  )
  if (lines.length === 0) return 'No image has a channel “stable”'
  const done = await stage.run({
    action: 'retag-image',
    where: leading(release).component.repository,
    title: 'stable of every component',
    workspace: directory,
    inputs: { images: lines.join('\n'), channels: 'stable' },
  })
  const moved = readMovements(done?.outputs['tags']).filter(Boolean).length
  return moved === 0
    ? `stable of ${counted(lines.length, 'image')} is there already`
    : `${moved} of ${counted(lines.length, 'image')} moved`
}

async function announce(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { announce: channels, title } = release.train
  if (channels === null) return 'The manifest names no channel'
  const { component, tag } = leading(release)
  const { directory, write } = await tools.job(component)
  const link = `https://github.com/${component.repository}/releases/tag/${tag}`
  const body = await write(
    'announcement.md',
    `${title} ${tag} is out.\n\n${versionList(release)}\n\nRelease notes: ${link}\n`,
  )
  await stage.run({
    action: 'announce',
    where: component.repository,
    title: `Announce ${tag}`,
    workspace: directory,
    inputs: {
      title: `${title} ${tag}`,
      'body-file': body,
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

async function updateDownstream(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const told: string[] = []
  for (const downstream of release.train.downstream) told.push(await updateOne(stage, release, downstream, tools))
  return told.length === 0 ? 'The manifest names no downstream project' : told.join('; ')
}

async function updateOne(stage: StageRun, release: Release, downstream: Downstream, tools: Tools): Promise<string> {
  const { tag } = leading(release)
  const { directory } = await tools.checkout(downstream.repository)
  const common = { where: downstream.repository, workspace: directory }
  const changed: string[] = []
  if (downstream.versions.length > 0) {
    const references = await stage.run({
      ...common,
      action: 'update-image-refs',
      title: 'Image references',
      inputs: { versions: versionLines(release) },
      local: true,
    })
    changed.push(...readList(references?.outputs['files']))
  }
  if (downstream.matrix !== null) {
    const { file, section } = downstream.matrix
    await stage.run({
      ...common,
      action: 'update-support-matrix',
      title: 'Versions in the README',
      inputs: { file, section, versions: versionLines(release), ...matrixChecks(stage) },
      local: true,
    })
    changed.push(file)
  }
  const state = await propose(stage, {
    ...common,
    branch: `release/${tag}`,
    title: `chore: update ${release.train.title} to ${tag}`,
    body: pullRequestBody(release),
    paths: changed,
    forkOwner: RELEASE_MANAGER,
  })
  return `${downstream.name}: ${state} (due within ${counted(downstream.withinDays, 'day')})`
}

/** Who holds the token: nobody may write to a downstream repository, so the branch is in this account's fork. */
const RELEASE_MANAGER = 'release-manager'

interface Proposal {
  readonly where: string
  readonly workspace: string
  readonly branch: string
  readonly title: string
  readonly body: string
  readonly paths: readonly string[]
  /** From whose fork; without it the branch is in the repository itself and merges as soon as its checks allow. */
  readonly forkOwner?: string
}

async function propose(
  stage: StageRun,
  { where, workspace, branch, title, body, paths, forkOwner }: Proposal,
): Promise<string> {
  const done = await stage.run({
    action: 'open-pull-request',
    where,
    workspace,
    title: `Pull request “${title}”`,
    inputs: {
      repository: where,
      base: 'main',
      branch,
      title,
      body,
      'commit-message': title,
      paths: [...new Set(paths)].join('\n'),
      ...(forkOwner === undefined ? { 'auto-merge': 'squash' } : { 'fork-owner': forkOwner }),
    },
  })
  if (done === null || done.dryRun) return 'a pull request would be opened'
  const number = done.outputs['pull-request-number'] ?? ''
  return number === '' ? 'nothing to propose' : `pull request #${number} is ${done.outputs['state'] ?? ''}`
}

function pullRequestBody(release: Release): string {
  return `The versions of ${release.train.title} ${release.tag}:\n\n${versionList(release)}\n`
}

function versionList(release: Release): string {
  const line = (name: string, before: string | null, tag: string): string =>
    `- ${name} ${tag}${before === null || before === tag ? '' : ` (was ${before})`}`
  return [
    ...release.components.map(({ component, before, tag }) => line(component.name, before, tag)),
    ...release.adopted.map(({ external, before, tag }) => line(external.name, before, tag)),
  ].join('\n')
}

function imageTag(image: Image, version: string): string {
  return new TagTemplate(image.tag, `tag of image ${image.name}`).format(
    parseRelease(version, `version of ${image.name}`),
  )
}

/** An output that is a JSON array of paths; empty where there is none. */
function readList(output: string | undefined): string[] {
  const value: unknown = output === undefined || output === '' ? [] : JSON.parse(output)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Whether each tag of retag-image's output moved. */
function readMovements(output: string | undefined): boolean[] {
  const value: unknown = output === undefined || output === '' ? [] : JSON.parse(output)
  if (!Array.isArray(value)) return []
  return value.map(
    (item: unknown) => typeof item === 'object' && item !== null && 'moved' in item && item.moved === true,
  )
}
