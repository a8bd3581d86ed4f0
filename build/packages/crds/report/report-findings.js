import { stringify } from 'yaml'
import { code, codeBlock, details, heading, table } from '../../plan/index.js'
import { groupFindings, showPlaces } from '../compare/group.js'
/** Rows that stand open; more of them nobody reads. */
const OPEN_ROWS = 12
/** Examples, one for each group. */
const EXAMPLES = 8
/** Other places that a row names. */
const PLACES = 3
/** What breaks, with advice; folded: examples, what to look at, what is accepted, what is merely new. */
export function reportFindings(findings) {
  const of = (severity) => findings.filter((finding) => finding.severity === severity && finding.waived !== true)
  const [errors, warnings, news] = [of('error'), of('warning'), of('info')]
  const broken = groupFindings(errors)
  const waived = findings.filter((finding) => finding.waived === true)
  return [
    ...(broken.length === 0
      ? []
      : [
          heading(`What breaks: ${count(broken.length, 'change')}${inPlaces(broken)}`),
          toTable(broken.slice(0, OPEN_ROWS)),
          ...(broken.length > OPEN_ROWS
            ? [details(`${broken.length - OPEN_ROWS} more that break`, [toTable(broken.slice(OPEN_ROWS))])]
            : []),
          ...examples(broken),
        ]),
    ...folded(`to look at`, warnings),
    ...folded('waived', waived),
    ...folded('that harm nobody', news),
  ]
}
function inPlaces(groups) {
  const places = groups.reduce((sum, { all }) => sum + all.length, 0)
  return places === groups.length ? '' : `, at ${places} places`
}
function folded(what, findings) {
  const groups = groupFindings(findings)
  return groups.length === 0
    ? []
    : [details(`${count(groups.length, 'change')} ${what}${inPlaces(groups)}`, [toTable(groups)])]
}
function toTable(groups) {
  return table(['Rule', 'What', 'What to do'], groups.map(toRow))
}
function toRow(group) {
  const { rule, message, advice } = group.first
  const places = showPlaces(group, PLACES)
  return [code(rule), places === '' ? message : [message, ' Also: ', code(places)], advice]
}
/** Objects that were valid before, and are refused or lose data now. */
function examples(groups) {
  const shown = groups.flatMap(({ first }) => (first.witness === undefined ? [] : [first])).slice(0, EXAMPLES)
  if (shown.length === 0) return []
  return [
    details(
      `${count(shown.length, 'example object')} that the old definition takes`,
      shown.flatMap(({ rule, version, path, witness }) => [
        { kind: 'paragraph', text: [code(rule), ` ${version ?? ''} `, code(path ?? '')] },
        codeBlock(stringify(witness, { lineWidth: 0 }).trimEnd(), 'yaml'),
      ]),
    ),
  ]
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
