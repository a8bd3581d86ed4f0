import { details, heading, link, list, mermaid, paragraph, table } from '../plan/index.js'
import { matrixRows } from './read-versions.js'
import { tagOf } from './steps.js'
import { leader } from './train.js'
/** Signs that are read at a glance; each stands beside the word that says the same. */
const SIGNS = {
  done: '✅ done',
  ready: '▶️ next',
  blocked: '⛔ blocked',
  waiting: '⏳ waits',
  none: '➖ none',
}
/** What a release manager reads in a minute: where the release stands, what is next, what becomes of each version. */
export function reportRelease({ observation, judgement, unfinished }) {
  const { train, pullRequests } = observation
  return [
    heading(`${train.title} ${tagOf(leader(train), judgement.version)}`, 2),
    paragraph(summaryOf(judgement)),
    ...judgement.blockedBy.flatMap(({ message, advice, url }) => [
      paragraph('⛔ ', url === null ? message : link(message, url), ` ${advice}`),
    ]),
    table(
      ['', 'Step', 'State', 'Left to do'],
      judgement.steps.map((step) => [String(step.number), step.title, SIGNS[step.state], leftOf(step)]),
    ),
    ...(pullRequests.length === 0
      ? []
      : [paragraph('Open pull requests: ', ...joined(pullRequests.map(({ title, url }) => link(title, url))))]),
    ...warningsOf(judgement, unfinished),
    heading('Versions'),
    table(
      ['Component', 'Last release', 'This release', 'Why'],
      matrixRows(train).map(({ name, id }) => [name, ...versionCells(train, id, judgement.members.get(id))]),
    ),
    heading('Order'),
    mermaid(dependencyGraph(train, judgement.members)),
    ...calendarOf(judgement),
    details(
      'Everything that was looked at',
      judgement.steps.flatMap(({ number, title, items }) => [
        paragraph(`${number}. ${title}`),
        list(
          items.length === 0
            ? ['nothing belongs to this step']
            : items.map(({ done, what }) => [done ? '✅ ' : '⬜ ', what]),
        ),
      ]),
    ),
  ]
}
/**
 * Who needs whom, as a Mermaid graph; arrows point from what is released first to what needs it.
 * Text in it is limited to what a manifest's names can hold, in quotes.
 */
export function dependencyGraph(train, members) {
  const places = new Map([...train.components, ...train.external].map(({ id }, index) => [id, `n${index}`]))
  const label = (member) => {
    const version = members.get(member.id)?.after ?? null
    return `${member.name.replaceAll(/["<>&#]/g, ' ')}${version === null ? '' : `<br/>${tagOf(member, version)}`}`
  }
  return [
    'flowchart LR',
    ...train.components.map((one) =>
      one.leads ? `  ${places.get(one.id)}[["${label(one)}"]]` : `  ${places.get(one.id)}["${label(one)}"]`,
    ),
    ...train.external.map((one) => `  ${places.get(one.id)}(["${label(one)}"])`),
    ...train.components.flatMap(({ id, dependsOn }) =>
      dependsOn.map((need) => `  ${places.get(need)} --> ${places.get(id)}`),
    ),
  ].join('\n')
}
function summaryOf({ stage, next, steps, blockedBy }) {
  if (stage === 'complete') return 'This release is complete.'
  const current = steps.find(({ id }) => id === stage)
  const where = `Step ${current?.number} of ${steps.length}`
  if (next !== null) return `${where} is next: ${current?.title}.`
  return `${where} is held up${blockedBy.length > 1 ? ` for ${blockedBy.length} reasons` : ''}: ${current?.title}.`
}
/** What is left of a step whose turn it is; of later steps it is not known yet. */
function leftOf({ state, items }) {
  const open = items.filter(({ done }) => !done)
  if (state !== 'ready' && state !== 'blocked') return ''
  const shown = open.slice(0, 6).map(({ what }) => what)
  return [...joined(shown), open.length > shown.length ? `; and ${open.length - shown.length} more` : '']
}
function joined(parts) {
  return parts.map((part, index) => (index === 0 ? part : ['; ', part]))
}
function versionCells(train, id, planned) {
  const member = [...train.components, ...train.external].find((one) => one.id === id)
  if (planned === undefined || member === undefined) return ['', '', '']
  const { before, after, reasons, problem } = planned
  const shown = (version) => (version === null ? 'unknown' : tagOf(member, version))
  const isNew = before !== null && after !== before
  return [
    before === null ? '' : shown(before),
    isNew ? `${shown(after)} ⬆️` : shown(after),
    problem === null ? reasons.join('; ') : problem.message,
  ]
}
function warningsOf({ warnings }, unfinished) {
  const left =
    unfinished?.steps.filter(({ id, state }) => LASTING.has(id) && state !== 'done' && state !== 'none') ?? []
  const before = left.map(
    ({ number, title }) => `Release ${unfinished?.version} was not finished: step ${number}, ${title}.`,
  )
  const all = [...before, ...warnings.map(({ message, advice }) => `${message} ${advice}`)]
  return all.length === 0 ? [] : [heading('To look at'), list(all)]
}
/** The steps that users of an old release still feel when they were left out. */
const LASTING = new Set(['catalog', 'stable', 'downstream'])
function calendarOf({ sprint, frozen, adoptions, deadlines }) {
  const adopted = adoptions.map(({ external, version, releasedOn, due, state }) => [
    `Adopt ${external.name} ${tagOf(external, version)}`,
    due ?? 'no deadline',
    [state === 'overdue' ? '⚠️ overdue' : state, releasedOn === null ? '' : `, out since ${releasedOn}`],
  ])
  const told = deadlines.map(({ name, due, state }) => [
    `Update ${name}`,
    due,
    state === 'overdue' ? '⚠️ overdue' : state,
  ])
  const sprints =
    sprint === null
      ? []
      : [
          [`Sprint ${sprint.number} ends`, sprint.lastDay, `began on ${sprint.firstDay}`],
          ...(sprint.freezeFrom === null
            ? []
            : [['Freeze begins', sprint.freezeFrom, frozen ? '❄️ frozen now' : 'not frozen now']]),
        ]
  const rows = [...sprints, ...adopted, ...told]
  return rows.length === 0 ? [] : [heading('Calendar'), table(['What', 'Day', ''], rows)]
}
