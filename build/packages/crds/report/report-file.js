import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderMarkdown } from '../../action/index.js'
/**
 * Puts a report where a later step finds it, to make it the text of a pull request: a Markdown file in the runner's
 * temporary directory, which is emptied with the job and is no part of the world that a dry run leaves alone (as the job
 * summary is none). Named by its content. Empty where there is no such directory, as on a laptop.
 */
export function reportFile(report, runnerTemp) {
  if (runnerTemp === undefined || runnerTemp === '') return ''
  const text = renderMarkdown(report)
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const path = join(runnerTemp, `sync-crds-${digest}.md`)
  mkdirSync(runnerTemp, { recursive: true })
  writeFileSync(path, text)
  return path
}
