import { UserError } from '../plan/index.js'
/** How many problems an error lists; a manifest with more of them is wrong as a whole. */
const LISTED = 50
/** A manifest that cannot be used, with everything that is wrong with it; its place is that of the first problem. */
export class ManifestError extends UserError {
  problems
  constructor(file, problems) {
    const [first] = problems
    super(problems.length === 1 && first !== undefined ? first.message : listed(file, problems), {
      file,
      ...(first?.line !== undefined && { line: first.line }),
      ...(first?.column !== undefined && { column: first.column }),
      advice: problems.length === 1 && first !== undefined ? first.advice : `Correct all of them in ${file}.`,
    })
    this.problems = problems
  }
}
function listed(file, problems) {
  const lines = problems
    .slice(0, LISTED)
    .map(({ line = 1, column = 1, message, advice }) => `  ${line}:${column} ${message} ${advice}`)
  const rest = problems.length - lines.length
  return [`${file} has ${problems.length} problems:`, ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n')
}
/** `components.operator.images[0].name`, as a person would say where something is. */
export function shownPath(path) {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}
