import { code, details, heading, list, paragraph, table } from '../../plan/index.js'
/** The job summary: what the bundle is, where it comes in, what is wrong with it, which images it pins. */
export function reportBundle(plan) {
  const { bundle, placed, channels, directory, refusal, changes } = plan
  const files = bundle.files.size + 1
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
    refusal === undefined
      ? paragraph(
          changes.length === 0 ? `All ${files} files are in ` : `${changes.length} of ${files} files change in `,
          code(directory),
          changes.length === 0 ? ' already.' : '.',
        )
      : paragraph('Nothing was written.'),
  ]
}
function adviceOf(advice) {
  return advice === undefined ? [] : [paragraph(advice)]
}
function imageBlocks({ bundle }) {
  const { relatedImages } = bundle
  if (relatedImages.length === 0) return []
  const rows = relatedImages.map(({ name, image }) => [name, code(image)])
  return [details(`Images that a mirror needs: ${relatedImages.length}`, [table(['name', 'image'], rows)])]
}
function findingBlocks(findings) {
  const of = (severity) => findings.filter((finding) => finding.severity === severity)
  const [errors, warnings, notes] = [of('error'), of('warning'), of('info')]
  return [
    ...(errors.length === 0 ? [] : [heading('What is wrong'), findingTable(errors)]),
    ...(warnings.length === 0 ? [] : [details(`To look at: ${warnings.length}`, [findingTable(warnings)])]),
    ...(notes.length === 0 ? [] : [details(`Notes: ${notes.length}`, [list(notes.map(({ message }) => message))])]),
  ]
}
function findingTable(findings) {
  return table(
    ['where', 'what', 'what to do'],
    findings.map((finding) => [placeOf(finding), finding.message, finding.advice]),
  )
}
function placeOf({ file, line }) {
  if (file === undefined) return '–'
  return code(line === undefined ? file : `${file}:${line}`)
}
