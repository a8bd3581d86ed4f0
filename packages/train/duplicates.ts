import type { Path } from './problem.ts'
import type { Reading } from './reading.ts'
import type { Manifest } from './schema.ts'

type Written = Manifest['components'][number]['value']['versions'][number]

/** Notes names, images, repositories and places in files that come twice, and places whose key does not fit their form. */
export function findDuplicates(manifest: Manifest, at: Reading): void {
  checkNames(manifest, at)
  checkRepositories(manifest, at)
  checkWrittenVersions(manifest, at)
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
    ...components.map(({ key, value }) => ({ versions: value.beside, path: ['components', key, 'beside'] })),
    ...downstream.map(({ versions }, index) => ({ versions, path: ['downstream', index, 'versions'] })),
    ...downstream.map(({ beside }, index) => ({ versions: beside, path: ['downstream', index, 'beside'] })),
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
