import { findDuplicates } from './duplicates.ts'
import { nearest } from './nearest.ts'
import { findCycle } from './order.ts'
import type { Path } from './problem.ts'
import type { Reading } from './reading.ts'
import type { Manifest } from './schema.ts'
import { didYouMean } from './shape.ts'

/**
 * Notes what single values cannot show: names that nothing bears, names borne twice, circles, and statements that
 * exclude each other. Values that were already found wrong are blank here and are passed over.
 */
export function findContradictions(manifest: Manifest, at: Reading): void {
  checkLeader(manifest, at)
  checkReferences(manifest, at)
  checkOrder(manifest, at)
  findDuplicates(manifest, at)
  checkCalendar(manifest, at)
}

function checkLeader({ components }: Manifest, at: Reading): void {
  const leading = components.filter(({ value }) => value.leads)
  const names = leading.map(({ key }) => key).join(', ')
  for (const { key } of leading.slice(1)) {
    at.problemAt(
      ['components', key, 'leads'],
      'key',
      'one-leader',
      `Several components lead (${names}); exactly one gives the train its version.`,
      'Remove “leads” from all but one.',
    )
  }
  const unclear = components.some(({ key }) => at.isWrong(['components', key, 'leads']))
  if (leading.length === 0 && components.length > 0 && !unclear) {
    at.problemAt(
      ['components'],
      'key',
      'one-leader',
      'No component leads; exactly one gives the train its version.',
      'Write “leads: true” in the component whose version is the version of the train.',
    )
  }
}

function checkReferences({ components, external, bundle, downstream }: Manifest, at: Reading): void {
  const own = new Set(components.map(({ key }) => key))
  const all = new Set([...own, ...external.map(({ key }) => key)])
  const check = (id: string, known: ReadonlySet<string>, path: Path): void => {
    if (id === '' || known.has(id)) return
    const close = at.isCrowded ? null : nearest(id, known)
    at.problemAt(
      path,
      'value',
      'unknown-component',
      all.has(id) ? `“${id}” is external; a component is needed here.` : `“${id}” is not described in this manifest.`,
      `${close === null ? '' : `${didYouMean(close)} `}Known: ${few([...known])}.`,
    )
  }
  for (const { key, value } of components) {
    const within = ['components', key]
    value['depends-on'].forEach((id, index) => check(id, all, [...within, 'depends-on', index]))
    value.crds.forEach(({ from }, index) => check(from, all, [...within, 'crds', index, 'from']))
    value.versions.forEach(({ of }, index) => check(of, all, [...within, 'versions', index, 'of']))
    value.beside.forEach(({ of }, index) => check(of, all, [...within, 'beside', index, 'of']))
  }
  for (const { key, value } of external) check(value.under ?? '', own, ['external', key, 'under'])
  check(bundle?.component ?? '', own, ['bundle', 'component'])
  downstream.forEach(({ versions, beside }, place) => {
    beside.forEach(({ of }, index) => check(of, all, ['downstream', place, 'beside', index, 'of']))
    versions.forEach(({ of }, index) => check(of, all, ['downstream', place, 'versions', index, 'of']))
  })
}

function checkOrder({ components }: Manifest, at: Reading): void {
  const graph = new Map<string, readonly string[]>(components.map(({ key, value }) => [key, value['depends-on']]))
  const circle = findCycle(graph)
  if (circle !== null) {
    const [first = '', second = ''] = circle
    at.problemAt(
      ['components', first, 'depends-on', graph.get(first)?.indexOf(second) ?? 0],
      'value',
      'cycle',
      `The components depend on each other in a circle: ${circle.join(' -> ')}.`,
      'Remove one of these dependencies: nothing in the circle could be released first.',
    )
    return
  }
  for (const { key, value } of components) {
    const uses: { id: string; path: Path; what: string }[] = [
      ...value.crds.map(({ from }, index) => ({ id: from, path: ['crds', index, 'from'], what: 'CRDs' })),
      ...value.versions.map(({ of }, index) => ({ id: of, path: ['versions', index, 'of'], what: 'version' })),
    ]
    const before = uses.length === 0 ? new Set<string>() : reachable(graph, key)
    for (const { id, path, what } of uses) {
      if (id === key && what === 'CRDs') {
        at.problemAt(
          ['components', key, ...path],
          'value',
          'own-crds',
          `“${key}” would copy its own CRDs.`,
          'Name the component that owns them, or remove the entry.',
        )
      } else if (id !== key && graph.has(id) && !before.has(id)) {
        at.problemAt(
          ['components', key, ...path],
          'value',
          'undeclared-dependency',
          `“${key}” takes the ${what} of “${id}” but does not depend on it, so it could be released first.`,
          `Add “${id}” to “depends-on” of “${key}”.`,
        )
      }
    }
  }
}

function checkCalendar({ calendar }: Manifest, at: Reading): void {
  if (
    calendar === null ||
    at.isWrong(['calendar', 'sprint-weeks']) ||
    calendar['freeze-days'] < calendar['sprint-weeks'] * 7
  )
    return
  at.problemAt(
    ['calendar', 'freeze-days'],
    'value',
    'freeze-too-long',
    `A freeze of ${calendar['freeze-days']} days leaves nothing of a sprint of ${calendar['sprint-weeks'] * 7} days.`,
    'Keep the freeze short; PCF-ADR-003 thinks of 2 days.',
  )
}

/** Everything that comes before a name, directly or not. */
function reachable(graph: ReadonlyMap<string, readonly string[]>, from: string): Set<string> {
  const found = new Set<string>()
  const open = [...(graph.get(from) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...(graph.get(next) ?? []))
  }
  return found
}

/** Names for an error: all of a usual train, the first of an unusual one. */
function few(names: readonly string[]): string {
  if (names.length === 0) return 'none'
  return names.length <= 30 ? names.join(', ') : `${names.slice(0, 30).join(', ')} and ${names.length - 30} more`
}
