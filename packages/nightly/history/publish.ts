import { renderMarkdown } from '../../action/index.ts'
import { badge } from '../page/badge.ts'
import { nightsPage } from '../page/page.ts'
import { nightsReport } from '../page/summary.ts'
import type { HistoryRecord } from '../record.ts'
import { type LogFiles, nightsOf, readLog } from './log.ts'

/** Who publishes: what the page is titled, and where its repositories are. */
export interface Publisher {
  readonly title: string
  /** `https://github.com` */
  readonly serverUrl: string
}

/**
 * The files that a new record changes: the log, and after a night the page, the badge and the overview that the branch
 * shows on GitHub. The log comes last: what is not in it did not happen.
 */
export function publish(
  files: LogFiles,
  [path, text]: readonly [path: string, text: string],
  record: HistoryRecord,
  { title, serverUrl }: Publisher,
): Map<string, string> {
  if (record.record === 'trial') return new Map([[path, text]])
  const nights = nightsOf(readLog(new Map([...files, [path, text]])))
  return new Map([
    ['index.html', nightsPage(nights, { title, serverUrl })],
    ['badge.svg', badge(nights)],
    ['README.md', `![nightly](badge.svg)\n\n${renderMarkdown(nightsReport(nights, { serverUrl }))}`],
    [path, text],
  ])
}
