import type { Context } from '../../packages/action/index.ts'
import { type HistoryRecord, nightsOf, watchNights } from '../../packages/nightly/index.ts'
import type { Finding, Workspace } from '../../packages/plan/index.ts'

interface WatchWorld {
  readonly environment: Context['environment']
  readonly files: Workspace
  readonly records: readonly HistoryRecord[]
  /** When this run started. */
  readonly at: string
}

/** Nights before this one that did not come, by the schedule of the workflow that runs, as the checkout has it. */
export async function missedNights({ environment, files, records, at }: WatchWorld): Promise<readonly Finding[]> {
  const { GITHUB_WORKFLOW_REF: ref = '', GITHUB_REPOSITORY: repository = '' } = environment
  const file = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/@]+)@/.exec(ref)?.[1]
  const text = file === undefined ? null : await files.read(file, 'GITHUB_WORKFLOW_REF')
  if (file === undefined || text === null) return []
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com'
  const url = `${server}/${repository}/actions/workflows/${file.slice(file.lastIndexOf('/') + 1)}`
  const workflow = { file, text: text.toString('utf8'), state: null, url }
  return watchNights({ workflow, nights: nightsOf(records), now: at, running: true })
}
