import { stat } from 'node:fs/promises'
import { posix } from 'node:path'
import { UserError } from '../../plan/index.js'
import { validateBundle } from '../validate/validate.js'
import { readCatalogInput } from './catalog-input.js'
import { generateBundle } from './generate.js'
import { placeInCatalog } from './place-in-catalog.js'
import { readProject } from './project-file.js'
/**
 * Renders, generates, checks, and says what has to change in the checkout: files that differ are written, files that no
 * object makes any more are deleted. Whatever is wrong is found before anything is written.
 */
export async function planBundle(inputs, workspace, world) {
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
  const [source, catalog, present] = await Promise.all([
    readManifests(workspace, manifests, packageName, world),
    inputs.replaces === 'auto' && inputs.catalog !== ''
      ? world.catalog(readCatalogInput(inputs.catalog, packageName))
      : null,
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
function tidy(path) {
  return (
    path
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)+/, '')
      .replace(/\/+$/, '') || '.'
  )
}
function outputDirectory(given) {
  const directory = posix.normalize(tidy(given))
  if (directory !== '.' && !directory.startsWith('..') && !directory.startsWith('/')) return directory
  throw new UserError(`Input “output-dir” is “${given}”; a directory below the root of the checkout was expected.`, {
    advice: 'The bundle has this directory for itself, for example “bundle”.',
  })
}
/** The manifests as text, with the base that lies beside them. */
async function readManifests(workspace, manifests, packageName, world) {
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
async function presentFiles(workspace, directory) {
  const files = new Map()
  for (const path of await workspace.list(directory, 'Input “output-dir”')) {
    const bytes = await workspace.read(path, 'Input “output-dir”')
    if (bytes !== null) files.set(posix.relative(directory, path), bytes)
  }
  return files
}
function textOf(present, directory, path) {
  const bytes = present.get(path)
  return bytes === undefined ? null : { path: posix.join(directory, path), text: bytes.toString('utf8') }
}
/** Null for “of the commit”. */
function givenTime(given) {
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
async function timeOfCommit(world, present) {
  const time = (await world.commitTime()) ?? earlierTime(present)
  if (time !== undefined) return time
  throw new UserError('Input “created-at” is missing, and the checkout has no commit to take the time from.', {
    advice: 'Check the repository out with actions/checkout, or give “created-at”.',
  })
}
function earlierTime(present) {
  const [, csv] = [...present].find(([path]) => path.endsWith('.clusterserviceversion.yaml')) ?? []
  return csv === undefined ? undefined : CREATED_AT.exec(csv.toString('utf8'))?.[2]
}
/**
 * The bundle with the time that it had, if nothing else of it changed: committing it makes a new commit, and a bundle that is
 * generated again from there is the same bundle.
 */
function unchangedTime(bundle, present) {
  const before = earlierTime(present)
  const csv = bundle.files.get(bundle.csvPath)
  if (before === undefined || csv === undefined) return bundle.files
  const files = new Map(bundle.files)
  files.set(bundle.csvPath, csv.replace(CREATED_AT, `$1${before}$3`))
  const isSame = [...files].every(([path, text]) => present.get(path)?.toString('utf8') === text)
  return isSame ? files : bundle.files
}
/** Files of the directory that a generator does not write stay, and are checked with the rest. */
function wholeBundle(files, present) {
  const kept = [...present].filter(([path]) => !isStale(path, files))
  return new Map([...kept, ...[...files].map(([path, text]) => [path, Buffer.from(text)])])
}
/** `manifests/` is the generator's: what no object makes is left from an earlier run. */
function isStale(path, files) {
  return path.startsWith('manifests/') && !files.has(path)
}
async function changesOf(workspace, directory, bundle, present) {
  const reason = `the bundle ${bundle.csvName}`
  const wanted = [
    ...[...bundle.files].map(([path, text]) => [posix.join(directory, path), text, reason]),
    [posix.join(posix.dirname(directory), 'bundle.Dockerfile'), bundle.dockerfile, reason],
    ...[...present.keys()]
      .filter((path) => isStale(path, bundle.files))
      .map((path) => [posix.join(directory, path), null, 'no object of the manifests makes it any more']),
  ]
  const changes = await Promise.all(wanted.map(([path, text, why]) => workspace.change(path, text, why)))
  return changes.filter((change) => change !== null)
}
function refusalOf(errors) {
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return new UserError(`The bundle was not written: ${first?.message ?? ''}${more}`, {
    ...(first?.file !== undefined && { file: first.file }),
    ...(first?.line !== undefined && { line: first.line }),
    advice: first?.advice ?? '',
  })
}
