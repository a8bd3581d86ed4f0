import { stat } from 'node:fs/promises'
import { posix } from 'node:path'
import { type Change, type Finding, UserError, type Workspace } from '../../plan/index.ts'
import type { OperatorCatalog } from '../graph/operator-catalog.ts'
import { validateBundle } from '../validate/validate.ts'
import type { TextFile } from './base.ts'
import { readCatalogInput, type CatalogPlace } from './catalog-input.ts'
import { type GeneratedBundle, generateBundle } from './generate.ts'
import type { Digests } from './images.ts'
import { placeInCatalog, type Placed } from './place-in-catalog.ts'
import { readProject } from './project-file.ts'

/** What the action is given, by the names of its inputs. */
export interface BundleInputs {
  readonly version: string
  readonly package: string
  readonly manifests: string
  readonly image: string
  readonly channels: readonly string[]
  readonly 'default-channel': string
  readonly replaces: string
  readonly 'skip-range': string
  readonly catalog: string
  readonly 'output-dir': string
  readonly 'use-image-digests': boolean
  readonly 'created-at': string
  readonly 'extra-service-accounts': readonly string[]
  readonly validate: boolean
}

/** The world, as far as a bundle is made of it. */
export interface BundleWorld {
  /** Renders a kustomize directory, given by its absolute path. */
  render(directory: string): Promise<string>
  readonly digests: Digests
  catalog(place: CatalogPlace): Promise<OperatorCatalog>
  /** When the commit was made that is checked out; null where nobody can tell. */
  commitTime(): Promise<string | null>
}

export interface BundlePlan {
  readonly bundle: GeneratedBundle
  readonly directory: string
  readonly channels: readonly string[]
  readonly placed: Placed
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
  readonly refusal?: UserError
}

/**
 * Renders, generates, checks, and says what has to change in the checkout: files that differ are written, files that no
 * object makes any more are deleted. Whatever is wrong is found before anything is written.
 */
export async function planBundle(inputs: BundleInputs, workspace: Workspace, world: BundleWorld): Promise<BundlePlan> {
  const directory = outputDirectory(inputs['output-dir'])
  const manifests = tidy(inputs.manifests)
  const project = await readProject(workspace, manifests)
  const packageName = inputs.package === '' ? (project?.name ?? '') : inputs.package
  if (packageName === '') {
    throw new UserError('Input “package” is missing, and there is no PROJECT file with a “projectName”.', {
      advice: 'Give the name of the operator, for example “package: codeflare-operator”.',
    })
  }
  const version = inputs.version === '' ? undefined : inputs.version
  const defaultChannel = inputs['default-channel'] === '' ? undefined : inputs['default-channel']
  const { channels } = inputs
  const createdAt = givenTime(inputs['created-at'])
  const place = { packageName, version, channels, defaultChannel, replaces: inputs.replaces }
  const catalogPlace =
    inputs.replaces === 'auto' && inputs.catalog !== '' ? readCatalogInput(inputs.catalog, packageName) : null
  const [source, catalog, present] = await Promise.all([
    readManifests(workspace, manifests, packageName, world),
    catalogPlace === null ? null : world.catalog(catalogPlace),
    presentFiles(workspace, directory),
  ])
  const placed = placeInCatalog({ ...place, skipRange: inputs['skip-range'] }, catalog)
  const bundle = await generateBundle({
    ...place,
    ...source,
    place: placed.place,
    createdAt: createdAt ?? (await timeOfCommit(world, present)),
    layout: project?.layout ?? 'unknown',
    image: inputs.image === '' ? undefined : inputs.image,
    digests: inputs['use-image-digests'] ? world.digests : null,
    annotations: textOf(present, directory, 'metadata/annotations.yaml'),
    hasScorecard: present.has('tests/scorecard/config.yaml'),
    directory: posix.basename(directory),
    extraServiceAccounts: inputs['extra-service-accounts'],
  })
  const files = createdAt === null ? unchangedTime(bundle, present) : bundle.files
  const findings = [
    ...placed.findings,
    ...bundle.findings,
    ...(inputs.validate ? validateBundle(wholeBundle(files, present), { directory }) : []),
  ]
  const errors = findings.filter(({ severity }) => severity === 'error')
  return {
    bundle: { ...bundle, files },
    directory,
    channels,
    placed,
    changes: await changesOf(workspace, directory, { ...bundle, files }, present),
    findings,
    ...(inputs.validate && errors.length > 0 && { refusal: refusalOf(errors) }),
  }
}

function tidy(path: string): string {
  return (
    path
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)+/, '')
      .replace(/\/+$/, '') || '.'
  )
}

function outputDirectory(given: string): string {
  const directory = posix.normalize(tidy(given))
  if (directory !== '.' && !directory.startsWith('..') && !directory.startsWith('/')) return directory
  throw new UserError(`Input “output-dir” is “${given}”; a directory below the root of the checkout was expected.`, {
    advice: 'The bundle has this directory for itself, for example “bundle”.',
  })
}

/** The manifests as text, with the base that lies beside them. */
async function readManifests(
  workspace: Workspace,
  manifests: string,
  packageName: string,
  world: BundleWorld,
): Promise<{ readonly stream: TextFile; readonly bases: TextFile | null }> {
  const target = await workspace.locate(manifests, 'Input “manifests”')
  const found = await stat(target).catch(() => null)
  if (found === null) {
    throw new UserError(`Input “manifests”: there is no “${manifests}” in the checkout.`, {
      advice: 'Name a kustomize directory or a file of rendered manifests. Was the repository checked out before?',
    })
  }
  const home = found.isDirectory() ? manifests : posix.dirname(manifests)
  const basePath = posix.join(home, 'bases', `${packageName}.clusterserviceversion.yaml`)
  const base = await workspace.read(basePath, 'Input “manifests”')
  const text = found.isDirectory()
    ? await world.render(target)
    : ((await workspace.read(manifests, 'Input “manifests”'))?.toString('utf8') ?? '')
  return {
    stream: { path: manifests, text },
    bases: base === null ? null : { path: basePath, text: base.toString('utf8') },
  }
}

/** What the bundle's directory holds now, by path below it. */
async function presentFiles(workspace: Workspace, directory: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const path of await workspace.list(directory, 'Input “output-dir”')) {
    const bytes = await workspace.read(path, 'Input “output-dir”')
    if (bytes !== null) files.set(posix.relative(directory, path), bytes)
  }
  return files
}

function textOf(present: ReadonlyMap<string, Buffer>, directory: string, path: string): TextFile | null {
  const bytes = present.get(path)
  return bytes === undefined ? null : { path: posix.join(directory, path), text: bytes.toString('utf8') }
}

/** Null for “of the commit”. */
function givenTime(given: string): string | null {
  if (given === '') return null
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(given)
    ? Date.parse(given)
    : Number.NaN
  if (!Number.isNaN(at)) return `${new Date(at).toISOString().slice(0, 19)}Z`
  throw new UserError(`Input “created-at” is “${given}”, which is no time as in RFC 3339.`, {
    advice: 'Write it as 2026-01-31T12:00:00Z, or leave it out: then it is the time of the commit.',
  })
}

const CREATED_AT = /^(    createdAt: ")([^"\n]+)(")$/m

async function timeOfCommit(world: BundleWorld, present: ReadonlyMap<string, Buffer>): Promise<string> {
  const time = (await world.commitTime()) ?? earlierTime(present)
  if (time !== undefined) return time
  throw new UserError('Input “created-at” is missing, and the checkout has no commit to take the time from.', {
    advice: 'Check the repository out with actions/checkout, or give “created-at”.',
  })
}

function earlierTime(present: ReadonlyMap<string, Buffer>): string | undefined {
  const [, csv] = [...present].find(([path]) => path.endsWith('.clusterserviceversion.yaml')) ?? []
  return csv === undefined ? undefined : CREATED_AT.exec(csv.toString('utf8'))?.[2]
}

/**
 * The bundle with the time that it had, if nothing else of it changed: committing it makes a new commit, and a bundle that is
 * generated again from there is the same bundle.
 */
function unchangedTime(bundle: GeneratedBundle, present: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> {
  const before = earlierTime(present)
  const csv = bundle.files.get(bundle.csvPath)
  if (before === undefined || csv === undefined) return bundle.files
  const files = new Map(bundle.files)
  files.set(bundle.csvPath, csv.replace(CREATED_AT, `$1${before}$3`))
  const isSame = [...files].every(([path, text]) => present.get(path)?.toString('utf8') === text)
  return isSame ? files : bundle.files
}

/** Files of the directory that a generator does not write stay, and are checked with the rest. */
function wholeBundle(
  files: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, Buffer>,
): ReadonlyMap<string, Buffer> {
  const kept = [...present].filter(([path]) => !isStale(path, files))
  return new Map([...kept, ...[...files].map(([path, text]) => [path, Buffer.from(text)] as const)])
}

/** `manifests/` is the generator's: what no object makes is left from an earlier run. */
function isStale(path: string, files: ReadonlyMap<string, string>): boolean {
  return path.startsWith('manifests/') && !files.has(path)
}

async function changesOf(
  workspace: Workspace,
  directory: string,
  bundle: GeneratedBundle,
  present: ReadonlyMap<string, Buffer>,
): Promise<Change[]> {
  const reason = `the bundle ${bundle.csvName}`
  const wanted: (readonly [string, string | null, string])[] = [
    ...[...bundle.files].map(([path, text]) => [posix.join(directory, path), text, reason] as const),
    [posix.join(posix.dirname(directory), 'bundle.Dockerfile'), bundle.dockerfile, reason] as const,
    ...[...present.keys()]
      .filter((path) => isStale(path, bundle.files))
      .map((path) => [posix.join(directory, path), null, 'no object of the manifests makes it any more'] as const),
  ]
  const changes = await Promise.all(wanted.map(([path, text, why]) => workspace.change(path, text, why)))
  return changes.filter((change) => change !== null)
}

function refusalOf(errors: readonly Finding[]): UserError {
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return new UserError(`The bundle was not written: ${first?.message ?? ''}${more}`, {
    ...(first?.file !== undefined && { file: first.file }),
    ...(first?.line !== undefined && { line: first.line }),
    advice: first?.advice ?? '',
  })
}
