import { isObject } from '../../plan/index.ts'
import type { Downstream } from '../../train/index.ts'
import { itemsOf } from './outputs.ts'
import { inWords, RELEASE_MANAGER } from './propose.ts'
import { type Release, versionLines } from './release.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'
import { counted } from './words.ts'

/** ADR-003 step 8: who builds on this stack is told by a pull request with the versions. */
export async function updateDownstream(stage: StageRun, release: Release, tools: Tools): Promise<string> {
  const told: string[] = []
  for (const downstream of release.train.downstream) {
    const isThere = tools.has(downstream.repository)
    told.push(isThere ? await updateOne(stage, release, downstream, tools) : `${downstream.name}: left out, no clone`)
  }
  return told.length === 0 ? 'The manifest names no downstream project' : told.join('; ')
}

async function updateOne(
  stage: StageRun,
  release: Release,
  { name, repository, branch, withinDays }: Downstream,
  tools: Tools,
): Promise<string> {
  const done = await stage.run({
    action: 'update-downstream',
    // Nothing of it is checked out: the files are read and committed through the API.
    job: await tools.job({ repository, branch }),
    title: `${release.train.title} ${release.tag} for ${name}`,
    inputs: { versions: versionLines(release), downstream: name, 'fork-owner': RELEASE_MANAGER },
  })
  const { number, state } = itemsOf(done?.outputs['pull-requests']).find(isObject) ?? {}
  const words = inWords(done, typeof number === 'number' ? String(number) : '', typeof state === 'string' ? state : '')
  return `${name}: ${words} (due within ${counted(withinDays, 'day')})`
}
