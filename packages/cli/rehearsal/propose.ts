import type { Execution } from '../../action/index.ts'
import type { Job } from './job.ts'
import { itemsOf } from './outputs.ts'
import type { Release } from './release.ts'
import type { StageRun } from './step.ts'

/** Who holds the token: nobody may write to somebody else's repository, so the branch is in this account's fork. */
export const RELEASE_MANAGER = 'release-manager'

export interface Proposal {
  readonly branch: string
  readonly title: string
  readonly body: string
  /** Files and directories of the job's checkout. */
  readonly paths: readonly string[]
}

/** Proposes what was edited in a checkout; it merges as soon as its checks allow. Says in a few words what became of it. */
export async function propose(stage: StageRun, job: Job, { branch, title, body, paths }: Proposal): Promise<string> {
  if (paths.length === 0) return 'nothing to propose'
  const done = await stage.run({
    action: 'open-pull-request',
    job,
    title: `Pull request “${title}”`,
    inputs: {
      repository: job.repository,
      base: job.branch,
      branch,
      title,
      body,
      'commit-message': title,
      paths: [...new Set(paths)].join('\n'),
      'auto-merge': 'squash',
    },
  })
  return inWords(done, done?.outputs['pull-request-number'] ?? '', done?.outputs['state'] ?? '')
}

/** What became of a pull request, in a few words; the number is empty where there is none. */
export function inWords(done: Execution | null, number: string, state: string): string {
  if (done === null) return 'no pull request'
  if (done.dryRun) return done.changed ? 'a pull request would be opened' : 'nothing to propose'
  return number === '' ? 'nothing to propose' : `pull request #${number} is ${state}`
}

export function pullRequestBody(release: Release): string {
  return `The versions of ${release.train.title} ${release.tag}:\n\n${versionList(release)}\n`
}

/** The versions of a release as a Markdown list. */
export function versionList(release: Release): string {
  const line = (name: string, before: string | null, tag: string): string =>
    `- ${name} ${tag}${before === null || before === tag ? '' : ` (was ${before})`}`
  return [
    ...release.components.map(({ component, before, tag }) => line(component.name, before, tag)),
    ...release.adopted.map(({ external, before, tag }) => line(external.name, before, tag)),
  ].join('\n')
}

/** An output that is a JSON array of paths; empty where there is none. */
export function readList(output: string | undefined): string[] {
  return itemsOf(output).filter((item) => typeof item === 'string')
}
