import { nearest } from './nearest.ts'
import { findCycle } from './order.ts'
import type { Path } from './problem.ts'
import type { Reading } from './reading.ts'
import type { Manifest } from './schema.ts'
import { didYouMean } from './shape.ts'

type Written = Manifest['components'][number]['value']['versions'][number]

/**
 * Notes what single values cannot show: names that nothing bears, names borne twice, circles, and statements that
 * exclude each other. Values that were already found wrong are blank here and are passed over.
 */
export function findContradictions(manifest: Manifest, at: Reading): void {
  checkLeader(manifest, at)
  checkReferences(manifest, at)
  checkOrder(manifest, at)
  checkNames(manifest, at)
  checkRepositories(manifest, at)
  checkWrittenVersions(manifest, at)
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
  }
  for (const { key, value } of external) check(value.under ?? '', own, ['external', key, 'under'])
  check(bundle?.component ?? '', own, ['bundle', 'component'])
  downstream.forEach(({ versions }, place) => {
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

function checkNames({ components, external, downstream }: Manifest, at: Reading): void {
  for (const { key } of external) {
    if (components.some((own) => own.key === key)) {
      at.problemAt(
        ['external', key],
        'key',
        'duplicate-name',
        `“${key}” is a component and an external project.`,
        'What the train releases is a component, what it adopts is external: remove one of the two.',
      )
    }
  }
  const names = [
    ...components.map(({ key, value }) => ({ name: value.name, path: ['components', key, 'name'] })),
    ...components.flatMap(({ key, value }) =>
      value.images.map(({ row }, index) => ({ name: row ?? '', path: ['components', key, 'images', index, 'row'] })),
    ),
    ...external.map(({ key, value }) => ({ name: value.name, path: ['external', key, 'name'] })),
  ]
  repeated(names, at, (name) => ({
    rule: 'duplicate-name',
    message: `“${name}” names two rows of the support matrix.`,
    advice: 'Give each its own name.',
  }))
  repeated(
    downstream.map(({ name }, index) => ({ name, path: ['downstream', index, 'name'] })),
    at,
    (name) => ({
      rule: 'duplicate-name',
      message: `“${name}” names two downstream repositories.`,
      advice: 'Give each its own name.',
    }),
  )
}

function checkRepositories({ components, external, downstream }: Manifest, at: Reading): void {
  repeated(
    components.flatMap(({ key, value }) =>
      value.images.map(({ name }, index) => ({ name, path: ['components', key, 'images', index, 'name'] })),
    ),
    at,
    (name) => ({
      rule: 'duplicate-image',
      message: `The image ${name} is published twice; their tags would overwrite each other.`,
      advice: 'Remove it from one of the components.',
    }),
  )
  const members = [
    ...components.map(({ key, value }) => ({ section: 'components', key, value })),
    ...external.map(({ key, value }) => ({ section: 'external', key, value })),
  ]
  repeated(
    members.map(({ section, key, value: { repository, tag } }) => ({
      name: repository === '' || tag === '' ? '' : `${repository} ${tag}`,
      path: [section, key, 'repository'],
    })),
    at,
    (name) => ({
      rule: 'duplicate-repository',
      message: `Two projects tag ${name.replace(' ', ' with ')}; their releases could not be told apart.`,
      advice: 'Give each its own repository, or its own tag template.',
    }),
  )
  repeated(
    downstream.map(({ repository }, index) => ({ name: repository, path: ['downstream', index, 'repository'] })),
    at,
    (name) => ({
      rule: 'duplicate-repository',
      message: `The downstream repository ${name} is listed twice.`,
      advice: 'Put all its versions into one entry.',
    }),
  )
}

function checkWrittenVersions({ components, downstream }: Manifest, at: Reading): void {
  const lists: { versions: readonly Written[]; path: Path }[] = [
    ...components.map(({ key, value }) => ({ versions: value.versions, path: ['components', key, 'versions'] })),
    ...downstream.map(({ versions }, index) => ({ versions, path: ['downstream', index, 'versions'] })),
  ]
  for (const { versions, path } of lists) {
    for (const [index, written] of versions.entries()) {
      const isBlank = at.isWrong([...path, index, 'form']) || at.isWrong([...path, index, 'key'])
      const wrong = isBlank ? null : faultOfKey(written)
      if (wrong !== null) at.problemAt([...path, index], 'value', 'key-of-form', wrong.message, wrong.advice)
      const first = versions.findIndex(
        ({ file, form, key }) => file === written.file && form === written.form && key === written.key,
      )
      if (first === index || written.file === '') continue
      const same = versions[first]?.of === written.of
      at.problemAt(
        [...path, index],
        'value',
        'duplicate-place',
        same
          ? `The same place in ${written.file} is listed twice.`
          : `The same place in ${written.file} holds the version of “${versions[first]?.of}” and of “${written.of}”.`,
        'Remove one of the two.',
      )
    }
  }
}

function faultOfKey({ form, key }: Written): { message: string; advice: string } | null {
  if (form === 'version-file') {
    return key === ''
      ? null
      : {
          message: 'The form “version-file” takes no key: the file holds nothing but a version.',
          advice: 'Remove “key”.',
        }
  }
  if (key === '') {
    return {
      message: `The form “${form}” needs a key.`,
      advice: 'Say what to look for in the file: see docs/manifest.md.',
    }
  }
  if (form !== 'regex') return null
  const advice = 'Write a JavaScript regular expression with one capture group, around the version: VERSION=(\\S+)'
  try {
    const groups = (new RegExp(`${key}|`, 'u').exec('')?.length ?? 1) - 1
    return groups === 1 ? null : { message: `The expression has ${groups} capture groups; one is expected.`, advice }
  } catch {
    return { message: `“${key}” is no regular expression.`, advice }
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

/** Notes a problem at each name that came before, letter case aside. */
function repeated(
  items: readonly { readonly name: string; readonly path: Path }[],
  at: Reading,
  problem: (name: string) => { readonly rule: string; readonly message: string; readonly advice: string },
): void {
  const seen = new Set<string>()
  for (const { name, path } of items) {
    const { rule, message, advice } = problem(name)
    if (seen.has(name.toLowerCase()) && name !== '') at.problemAt(path, 'value', rule, message, advice)
    seen.add(name.toLowerCase())
  }
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
