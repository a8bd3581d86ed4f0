import { generateBundle } from './bundle.ts'
import { leader } from '../../train/index.ts'
import { propose, pullRequestBody, readList } from './propose.ts'
import { leading, type Release, versionLines } from './release.ts'
import { imageTag, tagAndPromote } from './tag-and-promote.ts'
import type { Step, StageRun } from './step.ts'
import type { Job } from './job.ts'
import type { Tools } from './tools.ts'

/** ADR-003 step 2: versions and CRDs of the components come into the operator's repository; once merged, CI builds it. */
export async function adoptComponents(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { component, tag } = leading(release)
  const job = await tools.checkout(component)
  const references =
    component.versions.length === 0
      ? null
      : await stage.run({
          action: 'update-image-refs',
          job,
          title: 'Versions and image references',
          inputs: { versions: versionLines(release) },
          local: true,
        })
  const changed = readList(references?.outputs['files'])
  for (const [destination, sources] of sourcesOfCrds(release, stage.dryRun ? await heads(release, tools) : new Map())) {
    await stage.run({
      action: 'sync-crds',
      job,
      title: `CRDs in ${destination}`,
      inputs: { sources: sources.join('\n'), destination },
      local: true,
    })
    changed.push(destination)
  }
  const state = await propose(stage, job, {
    branch: `release/${tag}`,
    title: `chore(release): take in the components of ${tag}`,
    body: pullRequestBody(release),
    paths: changed,
  })
  return `${state}; CI builds the operator’s image`
}

/** ADR-003 step 3: the bundle, a test of exactly these versions, the support matrix in the README. */
export async function prepareBundle(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const { component, tag } = leading(release)
  const { matrix } = component
  const job = await tools.checkout(component)
  await generateBundle(stage, release, job, tools, false)
  if (matrix === null) {
    await testTogether(stage, release, tools)
    return `${component.name} keeps no support matrix`
  }
  await stage.run(matrixStep(stage, release, job, matrix, 'Support matrix in the README'))
  const state = await propose(stage, job, {
    branch: `release/${tag}-matrix`,
    title: `docs: support matrix of ${tag}`,
    body: pullRequestBody(release),
    paths: [matrix.file],
  })
  await testTogether(stage, release, tools)
  return state
}

/**
 * Tests what this release ships: the versions that the components released, and the operator as it will be tagged, which is
 * why this comes after its last merge. The test is a small one: a rehearsal has no cluster.
 */
async function testTogether(stage: StageRun, release: Release, tools: Tools): Promise<void> {
  const images = release.components.flatMap(({ component, version }) =>
    component.images
      .filter(({ channels }) => channels.includes('dev'))
      .map((image, index) => {
        const name = index === 0 ? component.id : `${component.id}-${index + 1}`
        return `${name}=${image.name}:${component.leads ? 'dev' : imageTag(image, version)}`
      }),
  )
  if (images.length === 0) return
  const { component } = leading(release)
  await stage.run({
    action: 'nightly-integration',
    job: await tools.job(component),
    title: 'Test exactly these versions together',
    inputs: {
      images: images.join('\n'),
      'test-command': `test "$(grep -c '@sha256:' "$NIGHTLY_PAYLOAD")" = ${images.length}`,
      now: tools.day,
      issue: 'false',
    },
  })
}

/** ADR-003 step 4: the tag on the merged commit, the release notes with the matrix in front, the image under its version. */
export async function publishRelease(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const released = leading(release)
  const { matrix } = released.component
  const job = await tools.checkout(released.component)
  const notes = await job.write('support-matrix.md', '')
  if (matrix !== null) {
    const step = matrixStep(stage, release, job, matrix, 'Support matrix for the notes')
    await stage.run({ ...step, inputs: { ...step.inputs, 'notes-file': notes } })
  }
  const inFront = matrix === null ? {} : { 'notes-prepend-file': notes }
  const commit = await tagAndPromote(stage, { ...released, component: leader(release.train) }, job, inFront, tools)
  return stage.dryRun ? released.tag : `${released.tag} on ${commit.slice(0, 7)}`
}

/** The step that brings a file's support matrix to this release. */
function matrixStep(
  stage: StageRun,
  release: Release,
  job: Job,
  { file, section }: { readonly file: string; readonly section: string },
  title: string,
): Step {
  return {
    action: 'update-support-matrix',
    job,
    title,
    // A dry run made no tags, so none can be looked up.
    inputs: { file, section, versions: versionLines(release), verify: String(!stage.dryRun) },
    local: true,
  }
}

/**
 * Where the CRDs of each directory come from, `OWNER/REPO@REF:PATH`. One run for all sources of a directory: what has no
 * source any more is pruned there.
 */
function sourcesOfCrds(release: Release, refs: ReadonlyMap<string, string>): Map<string, string[]> {
  const owners = new Map([
    ...release.components.map(({ component: { id, repository }, tag }) => [id, { repository, tag }] as const),
    ...release.adopted.map(({ external: { id, repository }, tag }) => [id, { repository, tag }] as const),
  ])
  const sources = new Map<string, string[]>()
  for (const { from, path, to } of leading(release).component.crds) {
    const owner = owners.get(from)
    if (owner === undefined) continue
    const source = `${owner.repository}@${refs.get(from) ?? owner.tag}:${path}`
    sources.set(to, [...(sources.get(to) ?? []), source])
  }
  return sources
}

/** The commits that a dry run would have tagged in step 1, by component. */
async function heads(release: Release, tools: Tools): Promise<Map<string, string>> {
  const commits = new Map<string, string>()
  for (const { component, stays } of release.components) {
    if (!stays) commits.set(component.id, (await tools.job(component)).sha)
  }
  return commits
}
