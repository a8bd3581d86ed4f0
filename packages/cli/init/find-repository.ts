import { UserError } from '../../plan/index.ts'
import { type Checkout, repositoryIn } from './checkout.ts'
import { findImage } from './find-image.ts'
import { findMatrix } from './find-matrix.ts'
import { findMembers, readable } from './find-members.ts'
import type { FoundPlace, FoundRepository } from './findings.ts'
import { readMakefile } from './makefile.ts'
import { plainName, titleOf } from './names.ts'

/**
 * Which repository a checkout is: what was said, what git's remote says, else what its own files call themselves.
 *
 * @throws UserError when nothing tells.
 */
export async function whichRepository(checkout: Checkout, given: string | undefined): Promise<string> {
  if (given !== undefined) {
    if (/^[\w.-]+\/[\w.-]+$/.test(given)) return given
    throw new UserError(`--repository is “${given}”; OWNER/NAME was expected.`)
  }
  const project = /^repo:\s*(\S+)/m.exec(await checkout.text('PROJECT'))?.[1] ?? ''
  const module = /^module\s+(\S+)/m.exec(await checkout.text('go.mod'))?.[1] ?? ''
  const python =
    /^(?:repository|homepage|source)\s*=\s*["'](\S+?)["']/im.exec(await checkout.text('pyproject.toml'))?.[1] ?? ''
  const found = checkout.origin ?? repositoryIn(module) ?? repositoryIn(project) ?? repositoryIn(python)
  if (found !== null) return found
  throw new UserError('Nothing here says which repository on GitHub this is.', {
    advice: 'Give it: --repository OWNER/NAME.',
  })
}

/** Reads from a checkout what a first manifest can say about it. Nothing is asked of anybody outside. */
export async function findRepository(checkout: Checkout, repository: string): Promise<FoundRepository> {
  const matrix = await findMatrix(checkout)
  const { members, notes } = await findMembers(checkout, repository, matrix)
  const row = matrix?.rows.find((one) => one.repository?.toLowerCase() === repository.toLowerCase())
  const image = await findImage(checkout, repository)
  const bundle = await findBundle(checkout)
  const name = row?.name ?? (await headingOf(checkout, repository)) ?? titleOf(repository)
  return {
    repository,
    branch: checkout.defaultBranch ?? 'main',
    id:
      bundle !== null || repository.endsWith('operator')
        ? 'operator'
        : (repository.split('/')[1] ?? 'component').toLowerCase(),
    name,
    image,
    places: await ownPlaces(checkout, repository, image),
    matrix: matrix === null ? null : { file: matrix.file, section: matrix.section },
    members,
    bundle,
    notes: [...notes, ...(image === null ? ['No image was found: say under “images” what a release publishes.'] : [])],
  }
}

/** What the README calls it, where that is the repository's name in other letters. */
async function headingOf(checkout: Checkout, repository: string): Promise<string | null> {
  const heading = /^#[ \t]+([A-Za-z][\w -]*?)[ \t]*#*$/m.exec(await checkout.text('README.md'))?.[1] ?? ''
  const own = repository.split('/')[1] ?? ''
  return heading !== own && plainName(heading) === plainName(own) ? heading : null
}

/** Where its own version is written: in a `params.env` or a kustomization, as the tag of its image. */
async function ownPlaces(checkout: Checkout, repository: string, image: string | null): Promise<FoundPlace[]> {
  const own = plainName(repository.split('/')[1] ?? '')
  const places: FoundPlace[] = []
  for (const file of checkout.paths.filter((path) => /(?:^|\/)params\.env$/.test(path))) {
    for (const [, key = '', value = ''] of (await checkout.text(file)).matchAll(/^\s*([\w.-]+)\s*=\s*(\S+)/gm)) {
      const last = /([^/]+?)(?::[^:/]*|@sha256:.*)$/.exec(value)?.[1] ?? ''
      if (plainName(last) === own) places.push({ file, form: 'params-env', key })
    }
  }
  for (const file of checkout.paths.filter((path) => /(?:^|\/)kustomization\.ya?ml$/.test(path))) {
    for (const entry of imageEntries(await checkout.text(file))) {
      if (entry.newName === image) places.push({ file, form: 'kustomize-image', key: entry.name })
    }
  }
  return readable(checkout, places)
}

/** The entries of `images:` in a kustomization. */
function imageEntries(text: string): { readonly name: string; readonly newName: string }[] {
  return [...text.matchAll(/^- name: (\S+)\n((?: {2}\S.*\n?)*)/gm)].flatMap(([, name = '', rest = '']) => {
    const newName = /^ {2}newName: (\S+)/m.exec(rest)?.[1]
    return newName === undefined ? [] : [{ name, newName }]
  })
}

/** The OLM bundle: the base of its CSV names the package, the Makefile where it is published. */
async function findBundle(checkout: Checkout): Promise<FoundRepository['bundle']> {
  const base = checkout.paths.find((path) =>
    /^config\/manifests\/bases\/[^/]+\.clusterserviceversion\.yaml$/.test(path),
  )
  const name = base === undefined ? undefined : /([^/]+)\.clusterserviceversion\.yaml$/.exec(base)?.[1]
  if (name === undefined) return null
  const { variables } = readMakefile(await checkout.text('Makefile'))
  const organization = variables.get('OPERATORS_REPO_ORG') ?? 'redhat-openshift-ecosystem'
  return { package: name, catalog: `${organization}/community-operators-prod` }
}
