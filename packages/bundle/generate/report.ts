import {
  type Block,
  code,
  details,
  type Finding,
  heading,
  type Inline,
  list,
  paragraph,
  placeText,
  type Report,
  table,
} from '../../plan/index.ts'
import type { BundlePlan } from './plan.ts'

/** The job summary: what the bundle is, where it comes in, what is wrong with it, which images it pins. */
export function reportBundle(plan: BundlePlan): Report {
  const { bundle, placed, channels, refusal } = plan
  return [
    ...(refusal === undefined ? [] : [paragraph('❌ ', refusal.message), ...adviceOf(refusal.advice)]),
    table(
      ['bundle', 'version', 'channels', 'replaces'],
      [
        [
          code(bundle.csvName),
          bundle.version ?? '–',
          channels.join(', '),
          bundle.replaces === null ? '–' : code(bundle.replaces),
        ],
      ],
    ),
    paragraph(`Place: ${placed.reason}`),
    ...placed.graph,
    ...findingBlocks(plan.findings),
    ...imageBlocks(plan),
    refusal === undefined ? paragraph(...outcome(plan)) : paragraph('Nothing was written.'),
  ]
}

function outcome({ changes, directory }: BundlePlan): Inline[] {
  if (changes.length === 0) return ['All files are in ', code(directory), ' already.']
  return [`${changes.length} ${changes.length === 1 ? 'file changes' : 'files change'} in `, code(directory), '.']
}

function adviceOf(advice: string | undefined): Block[] {
  return advice === undefined ? [] : [paragraph(advice)]
}

function imageBlocks({ bundle }: BundlePlan): Block[] {
  const { relatedImages } = bundle
  if (relatedImages.length === 0) return []
  const rows = relatedImages.map(({ name, image }) => [name, code(image)])
  return [details(`Images that a mirror needs: ${relatedImages.length}`, [table(['name', 'image'], rows)])]
}

export function findingBlocks(findings: readonly Finding[]): Block[] {
  const of = (severity: Finding['severity']): Finding[] => findings.filter((finding) => finding.severity === severity)
  const [errors, warnings, notes] = [of('error'), of('warning'), of('info')]
  return [
    ...(errors.length === 0 ? [] : [heading('What is wrong'), findingTable(errors)]),
    ...(warnings.length === 0 ? [] : [details(`To look at: ${warnings.length}`, [findingTable(warnings)])]),
    ...(notes.length === 0 ? [] : [details(`Notes: ${notes.length}`, [list(notes.map(({ message }) => message))])]),
  ]
}

function findingTable(findings: readonly Finding[]): Block {
  return table(
    ['where', 'what', 'what to do'],
    findings.map((finding) => [placeOf(finding), finding.message, finding.advice]),
  )
}

function placeOf(finding: Finding): Inline {
  return finding.file === undefined ? '–' : code(placeText(finding))
}
