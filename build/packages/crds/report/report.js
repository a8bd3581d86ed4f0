import { posix } from 'node:path'
import { code, details, heading, list, paragraph, table } from '../../plan/index.js'
import { showOrigin, showSource } from '../sync/source.js'
import { reportFindings } from './report-findings.js'
/** What happens to a CRD, in words that are true before, after and without writing. */
const WORDS = new Map([
  ['added', 'new'],
  ['updated', 'changed'],
  ['removed', 'gone'],
  ['edited', 'edited here'],
  ['kept', 'left alone'],
])
/** The CRDs with which something happens, as machines read it. */
export function listSteps({ plan, destination }, action) {
  return plan.steps
    .filter((step) => step.action === action)
    .map(({ crd, file, origin }) => ({
      crd,
      file: posix.join(destination, file),
      repository: origin?.source.kind === 'remote' ? origin.source.repository : null,
      ref: origin?.source.kind === 'remote' ? origin.source.ref : null,
      commit: origin?.commit ?? null,
      path: origin?.path ?? null,
    }))
}
/** What happens to which CRD, what it breaks, and what was left alone: for the job summary and for a pull request. */
export function reportSync(sync) {
  const { plan, findings } = sync
  const eventful = plan.steps.filter(({ action }) => action !== 'unchanged')
  const quiet = plan.steps.filter(({ action }) => action === 'unchanged')
  return [
    heading('CRDs'),
    paragraph(verdict(sync)),
    ...(eventful.length === 0
      ? []
      : [
          table(
            ['CRD', 'What', 'Versions', 'From', 'File'],
            eventful.map((step) => row(step, sync)),
          ),
        ]),
    ...reportFindings(findings),
    ...(quiet.length === 0
      ? []
      : [details(`${count(quiet.length, 'CRD')} unchanged`, [list(quiet.map(({ crd }) => code(crd)))])]),
    details('Where they come from', [list([...origins(sync), ...skipped(sync)])]),
  ]
}
function verdict({ plan, refusal }) {
  const counts = [...WORDS].map(([action, word]) => [word, plan.steps.filter((step) => step.action === action).length])
  const told = counts.filter(([, number]) => number > 0).map(([word, number]) => `${number} ${word}`)
  const what =
    told.length === 0
      ? `All ${count(plan.steps.length, 'CRD')} are up to date`
      : `${count(plan.steps.length, 'CRD')}: ${told.join(', ')}`
  const breaks = plan.breaking ? ' Users of a CRD are affected; read the findings.' : ''
  return `${what}.${breaks}${refusal === undefined ? '' : ' Nothing was written.'}`
}
function row({ crd, action, before, after, origin, file, note }, { destination }) {
  const [old, now] = [before, after].map((definition) => definition?.versions.map(({ name }) => name).join(', '))
  return [
    code(crd),
    [WORDS.get(action) ?? action, note].filter((part) => part !== undefined).join(': '),
    old === now || old === undefined ? (now ?? '') : now === undefined ? old : `${old} → ${now}`,
    origin === null ? '' : code(showOrigin(origin)),
    code(posix.join(destination, file)),
  ]
}
function origins({ sources }) {
  const lines = sources.map(({ origin }) => {
    const commit = origin.commit === null ? [] : [' at ', code(origin.commit.slice(0, 12))]
    return { shown: showSource(origin.source), line: [code(showSource(origin.source)), ...commit] }
  })
  return [...new Map(lines.map(({ shown, line }) => [shown, line])).values()]
}
/** Documents that are no CRDs are named, so that nobody wonders where they went. */
function skipped({ sources }) {
  return sources.flatMap(({ origin, documents }) =>
    documents.flatMap(({ other }) =>
      other === undefined ? [] : [['not copied: ', code(showOrigin(origin)), ` (${other})`]],
    ),
  )
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
