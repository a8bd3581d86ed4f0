import { code, heading, list, markdown, paragraph, placeText, type Report, table } from '../plan/index.ts'
import type { MatrixPlan } from './plan.ts'

/** What a release manager reads: which versions moved and who said so, what does not fit, and the matrix itself. */
export function reportMatrix(plan: MatrixPlan, title: string): Report {
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
            plan.findings.map(({ severity, rule, message, advice, ...place }) => [
              `${severity}: ${message} ${advice} `,
              code([rule, placeText(place)].filter((part) => part !== '').join(', ')),
            ]),
          ),
        ]),
    markdown(plan.markdown),
  ]
}
