import { code, heading, list, markdown, paragraph, table } from '../plan/index.js'
/** What a release manager reads: which versions moved and who said so, what does not fit, and the matrix itself. */
export function reportMatrix(plan, title) {
  const moved = plan.lines.filter(({ before, after }) => before !== after)
  return [
    heading(title),
    moved.length === 0
      ? paragraph('Every version in the matrix stays.')
      : table(
          ['Component', 'Before', 'After', 'Says'],
          moved.map(({ name, before, after, because }) => [name, before ?? '–', after, because]),
        ),
    ...(plan.findings.length === 0
      ? []
      : [
          heading('What does not fit'),
          list(
            plan.findings.map(({ severity, rule, message, advice, file, line }) => [
              `${severity}: ${message} ${advice} `,
              code(`${rule}${file === undefined ? '' : `, ${file}${line === undefined ? '' : `:${line}`}`}`),
            ]),
          ),
        ]),
    markdown(plan.markdown),
  ]
}
