import type { Downstream } from '../../train/index.ts'
import { propose, pullRequestBody, readList, RELEASE_MANAGER } from './propose.ts'
import { leading, type Release, versionLines } from './release.ts'
import { matrixStep } from './stage-operator.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'
import { counted } from './words.ts'

/** ADR-003 step 8: who builds on this stack is told by a pull request with the versions. */
export async function updateDownstream(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const told: string[] = []
  for (const downstream of release.train.downstream) {
    const isHere = tools.has(downstream.repository)
    told.push(isHere ? await updateOne(stage, release, downstream, tools) : `${downstream.name}: left out, no clone`)
  }
  return told.length === 0 ? 'The manifest names no downstream project' : told.join('; ')
}

async function updateOne(
  stage: StageRun,
  release: Release,
  { name, repository, branch, versions, matrix, withinDays }: Downstream,
  tools: Tools,
): Promise<string> {
  const { tag } = leading(release)
  const job = await tools.checkout({ repository, branch })
  const changed: string[] = []
  if (versions.length > 0) {
    const references = await stage.run({
      action: 'update-image-refs',
      job,
      title: 'Image references',
      inputs: { versions: versionLines(release) },
      local: true,
    })
    changed.push(...readList(references?.outputs['files']))
  }
  if (matrix !== null) {
    await stage.run(matrixStep(stage, release, job, matrix, 'Versions in the README'))
    changed.push(matrix.file)
  }
  const state = await propose(stage, job, {
    branch: `release/${tag}`,
    title: `chore: update ${release.train.title} to ${tag}`,
    body: pullRequestBody(release),
    paths: changed,
    forkOwner: RELEASE_MANAGER,
  })
  return `${name}: ${state} (due within ${counted(withinDays, 'day')})`
}
