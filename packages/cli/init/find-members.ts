import { loadForm, mentions, occurrences, sourceOf } from '../../versions/index.ts'
import { UserError } from '../../plan/index.ts'
import { type Checkout, repositoryIn } from './checkout.ts'
import type { FoundMatrix } from './find-matrix.ts'
import type { FoundMember, FoundPlace } from './findings.ts'
import { readMakefile } from './makefile.ts'
import { initials, plainName, shortId, titleOf } from './names.ts'

export interface MembersFound {
  readonly members: readonly FoundMember[]
  readonly notes: readonly string[]
}

interface Named {
  readonly name: string
  readonly repository: string
  readonly released: boolean
}

/** What a repository builds on: the rows of its matrix, else what its Makefile and go.mod have at a released version. */
export async function findMembers(checkout: Checkout, own: string, matrix: FoundMatrix | null): Promise<MembersFound> {
  const notes: string[] = []
  const modules = requiredModules(await checkout.text('go.mod'))
  const named: Named[] =
    matrix === null ? await withoutMatrix(checkout, own, modules) : fromRows(matrix, own, modules, notes)
  const [owner = '', repository = ''] = own.split('/')
  const stack = repository.split('-')[0] ?? owner
  const members: FoundMember[] = []
  for (const one of named) {
    const places = await agreeing(checkout, one, await placesOf(checkout, one, modules), notes)
    const id = unique(
      shortId(one.name, one.repository, stack),
      members.map((member) => member.id),
    )
    const crds = await copiedCrds(checkout, places)
    members.push({ ...one, id, places, crds })
  }
  return { members, notes }
}

function fromRows(matrix: FoundMatrix, own: string, modules: readonly Module[], notes: string[]): Named[] {
  const seen = new Set([own.toLowerCase()])
  return matrix.rows.flatMap(({ name, repository }): Named[] => {
    if (repository === null) {
      notes.push(`“${name}” in ${matrix.file} links to no repository: describe it by hand.`)
      return []
    }
    // go.mod knows where something really comes from; links of a matrix were typed.
    const real = modules.map((one) => one.repository).find((one) => nameOf(one) === nameOf(repository)) ?? repository
    if (real !== repository)
      notes.push(`“${name}” links to ${repository} and go.mod takes it from ${real}: the latter was taken.`)
    if (seen.has(real.toLowerCase())) return []
    seen.add(real.toLowerCase())
    return [{ name, repository: real, released: ownerOf(real) === ownerOf(own) }]
  })
}

/** Nothing says that this repository leads the others, so they are only adopted. */
async function withoutMatrix(checkout: Checkout, own: string, modules: readonly Module[]): Promise<Named[]> {
  const { variables } = readMakefile(await checkout.text('Makefile'))
  const told = [...variables].flatMap(([name, value]) => {
    const repository =
      name.endsWith('_REPO') && variables.has(name.replace(/_REPO$/, '_VERSION')) ? repositoryIn(value) : null
    return repository === null ? [] : [repository]
  })
  // A module whose version stands in the Makefile, too, is one that somebody decides about; tools are run, not adopted.
  const stems = new Set(
    [...variables].flatMap(([name, value]) =>
      name.endsWith('_VERSION') && /^v?\d+\.\d+/.test(value) ? [plainName(name.replace(/_VERSION$/, ''))] : [],
    ),
  )
  const family = modules.filter(
    ({ repository, isRelease }) =>
      (isRelease && ownerOf(repository) === ownerOf(own)) ||
      (!TOOLS.has(nameOf(repository)) &&
        [plainName(nameOf(repository)), initials(nameOf(repository))].some((call) => stems.has(call))),
  )
  const all = new Set([...told, ...family.map(({ repository }) => repository)])
  return [...all]
    .filter((one) => one !== own)
    .map((repository) => ({ name: titleOf(repository), repository, released: false }))
}

/** What Makefiles of operators fetch to build with. */
const TOOLS: ReadonlySet<string> = new Set([
  'controller-runtime',
  'controller-tools',
  'golangci-lint',
  'kind',
  'kustomize',
  'operator-sdk',
  'yq',
])

interface Module {
  readonly path: string
  readonly repository: string
  /** A released version, not a commit. */
  readonly isRelease: boolean
}

/** What go.mod requires directly. */
function requiredModules(text: string): Module[] {
  return [...text.matchAll(/^(?:require[ \t]+|[ \t]+)(\S+)[ \t]+(v\d\S*)[ \t]*(\/\/[^\n]*)?$/gm)].flatMap(
    ([, path = '', version = '', comment = '']) => {
      const repository = repositoryIn(path)
      if (repository === null || comment.includes('indirect')) return []
      return [{ path, repository, isRelease: !/-\d{14}-[0-9a-f]{12}/.test(version) }]
    },
  )
}

/** Every place where a member's version is written and can be read. */
async function placesOf(checkout: Checkout, member: Named, modules: readonly Module[]): Promise<FoundPlace[]> {
  const found: FoundPlace[] = []
  const { variables } = readMakefile(await checkout.text('Makefile'))
  const calls = new Set([plainName(member.name), plainName(nameOf(member.repository)), initials(member.name)])
  for (const variable of variables.keys()) {
    const stem = /^(\w+)_VERSION$/.exec(variable)?.[1]
    if (stem === undefined) continue
    const told = repositoryIn(variables.get(`${stem}_REPO`) ?? '')
    const isIt = told === null ? calls.has(plainName(stem)) : told === member.repository
    if (isIt) found.push({ file: 'Makefile', form: 'makefile', key: variable })
  }
  for (const { path, repository } of modules) {
    if (repository === member.repository) found.push({ file: 'go.mod', form: 'go-mod', key: path })
  }
  for (const file of checkout.paths.filter((path) => /(?:^|\/)kustomization\.ya?ml$/.test(path))) {
    const text = await checkout.text(file)
    for (const [, address = ''] of text.matchAll(/(github\.com\/[^\s?]+)\?(?:[^\s]*&)?(?:ref|version)=/g)) {
      if (repositoryIn(address) === member.repository)
        found.push({ file, form: 'kustomize-ref', key: address.replace(/\.git$/, '') })
    }
  }
  return readable(checkout, found)
}

/** The places that can be read as they are; a template or two versions in one would stop the first release. */
export async function readable(checkout: Checkout, places: readonly FoundPlace[]): Promise<FoundPlace[]> {
  const kept: FoundPlace[] = []
  for (const place of places) {
    if (kept.some((one) => one.file === place.file && one.key === place.key)) continue
    const source = sourceOf(place.file, Buffer.from(await checkout.text(place.file)))
    try {
      const form = await loadForm(place.form)
      if (mentions(source, form, place.key) && occurrences(source, form, place.key).length > 0) kept.push(place)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
    }
  }
  return kept
}

/** The places that say the same version as the first; one that differs on purpose must not be overwritten by a release. */
async function agreeing(
  checkout: Checkout,
  { name }: Named,
  places: readonly FoundPlace[],
  notes: string[],
): Promise<FoundPlace[]> {
  const said = await Promise.all(
    places.map(async ({ file, form, key }) => {
      const source = sourceOf(file, Buffer.from(await checkout.text(file)))
      return occurrences(source, await loadForm(form), key).map(({ value, version }) => version ?? value)
    }),
  )
  const [first, ...others] = said.map((values) => [...new Set(values)].join(', '))
  for (const [index, other] of others.entries()) {
    if (other !== first) {
      notes.push(
        `${name} is ${first} in ${places[0]?.file} and ${other} in ${places[index + 1]?.file}: the latter is left out. Add it under “versions” if it shall follow.`,
      )
    }
  }
  return places.filter((_, index) => index === 0 || others[index - 1] === first)
}

/** A kustomization that takes CRDs from elsewhere, beside copies of them: they come from there. */
async function copiedCrds(checkout: Checkout, places: readonly FoundPlace[]): Promise<FoundMember['crds']> {
  for (const { file, form, key } of places) {
    const path = /^github\.com\/[^/]+\/[^/]+\/(.*\bcrds?\b.*)$/.exec(key)?.[1]
    if (form !== 'kustomize-ref' || path === undefined) continue
    const above = file.split('/').slice(0, -2).join('/')
    for (const copy of checkout.paths.filter(
      (one) => one.startsWith(`${above}/`) && !one.slice(above.length + 1).includes('/'),
    )) {
      if (!/^kind:\s*CustomResourceDefinition\s*$/m.test(await checkout.text(copy))) continue
      return { path: path.endsWith('/bases') ? path : `${path}/bases`, to: above }
    }
  }
  return null
}

function unique(id: string, taken: readonly string[]): string {
  if (!taken.includes(id) && id !== 'operator') return id
  let n = 2
  while (taken.includes(`${id}-${n}`)) n += 1
  return `${id}-${n}`
}

const ownerOf = (repository: string): string => repository.split('/')[0]?.toLowerCase() ?? ''
const nameOf = (repository: string): string => repository.split('/')[1]?.toLowerCase() ?? ''
