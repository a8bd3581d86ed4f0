import { renderHtml } from '../../action/index.ts'
import type { Report } from '../../plan/index.ts'
import { markdownHtml } from './markdown-html.ts'

/** A report as HTML, release notes and matrix included. */
export function reportHtml(report: Report): string {
  return renderHtml(report, markdownHtml)
}
