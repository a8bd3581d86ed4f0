import { code, link, paragraph, type Report } from '../../plan/index.ts'
import { drawChannels } from '../graph/draw.ts'
import { catalogMode } from '../graph/operator-catalog.ts'
import { findingBlocks } from '../generate/report.ts'
import type { Submission } from './submission.ts'

/** What the job summary says about a submission. */
export function reportSubmission({ bundle, catalog, target, findings, refusal, outcome }: Submission): Report {
  const { state, pull } = outcome()
  const { mode, fileBased } = catalogMode(catalog.ci)
  const graph = fileBased ? [] : drawChannels(bundle, catalog.bundles, mode)
  return [
    ...(refusal === undefined ? [] : [paragraph('❌ ', refusal.message), paragraph(refusal.advice ?? '')]),
    pull === null
      ? paragraph(refusal === undefined ? 'To be proposed: ' : 'Not proposed: ', code(target))
      : paragraph(link(`#${pull.number} ${pull.title}`, pull.url), ` is ${state}: `, code(target)),
    ...(state === 'closed'
      ? [paragraph('A person closed it; it stays closed for as long as the same is proposed.')]
      : []),
    ...findingBlocks(findings),
    ...graph,
  ]
}
