import { gzipSync } from 'node:zlib'
import { isList, isObject, type Json, type JsonObject } from '../../../yaml/index.ts'
import { Mismatch, Normalizer } from '../../generate/normalize.ts'
import { type BundleDirectory, LABEL, textAt, textOf, valueAt } from '../bundle-files.ts'
import type { Findings } from '../findings.ts'
import type { SourceFile } from '../source-file.ts'

/** An object of a bundle. */
export interface BundleObject {
  readonly file: SourceFile
  readonly value: JsonObject
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
}

/** A bundle as operator-sdk has it once it could be read at all. */
export interface LoadedBundle {
  readonly annotations: Annotations
  readonly mediaType: MediaType
  readonly csv: BundleObject
  /** All objects, the CSV included, in the order of their files. */
  readonly objects: readonly BundleObject[]
  readonly size: number
  /** Of every file after gzip and Base64, which is how OLM stores it in a ConfigMap. */
  readonly compressedSize: number
}

export interface Annotations {
  readonly file: SourceFile
  readonly values: ReadonlyMap<string, string>
}

export type MediaType = 'registry+v1' | 'plain+v0' | 'helm+v0'

/**
 * Reads a bundle as `operator-sdk bundle validate` does (operator-framework/api, `manifests/bundleloader.go`; sdk,
 * `internal/registry/labels.go`). What stops it there, with one line and no result, are findings here, all of them.
 *
 * @returns null when the bundle cannot be read; the findings say why.
 */
export function loadBundle(directory: BundleDirectory, findings: Findings): LoadedBundle | null {
  const annotations = findAnnotations(directory, findings)
  const manifests = manifestsDirectory(annotations)
  const { files } = directory.list(manifests)
  if (files.length === 0) {
    findings.about(directory.called(manifests), {
      severity: 'error',
      rule: 'manifests-directory',
      message: `The directory ${directory.called(manifests)} contains no yaml files`,
      advice: 'Generate the bundle again; a bundle has its objects in manifests/.',
    })
    return null
  }
  const home = csvDirectory(directory, manifests)
  if (home === null) {
    findings.about(directory.called(manifests), {
      severity: 'error',
      rule: 'csv-missing',
      message: `unable to find a csv in bundle directory ${directory.called(manifests)}`,
      advice: 'A bundle has exactly one ClusterServiceVersion; generate the bundle again.',
    })
    return null
  }
  const before = findings.all.length
  const objects = readObjects(directory, home, findings)
  const csv = onlyCsv(objects, findings)
  for (const object of objects) checkTypes(object, findings)
  if (annotations === null || csv === null || findings.all.length > before) return null
  const within = directory.paths.filter((path) => path.startsWith(`${manifests}/`))
  const contents = within.map((path) => directory.file(path)?.bytes ?? Buffer.alloc(0))
  return {
    annotations,
    mediaType: mediaTypeOf(directory, manifests),
    csv,
    objects,
    size: contents.reduce((sum, { length }) => sum + length, 0),
    compressedSize: contents.reduce((sum, bytes) => sum + Math.ceil(gzipSync(bytes).length / 3) * 4, 0),
  }
}

/** The annotations of `metadata/annotations.yaml`, else of the first file that has any; null where no file has. */
function findAnnotations(directory: BundleDirectory, findings: Findings): Annotations | null {
  const usual = 'metadata/annotations.yaml'
  for (const path of [usual, ...directory.paths.filter((one) => one !== usual)]) {
    const file = directory.file(path)
    if (file === null) continue
    const values = readAnnotations(file)
    if (values !== null && values.size > 0) return { file, values }
    if (path === usual && values === null) {
      findings.about(file.path, {
        severity: 'error',
        rule: 'annotations-unreadable',
        message: `error unmarshalling potential bundle metadata ${file.path}: ${file.problem?.message ?? '“annotations” is no map of texts'}`,
        advice: 'The file holds one map, “annotations”, of names to texts.',
      })
      return null
    }
  }
  findings.about(directory.called('metadata'), {
    severity: 'error',
    rule: 'annotations-missing',
    message: `metadata not found in ${directory.name}`,
    advice: 'A bundle says what it is in metadata/annotations.yaml; generate the bundle again.',
  })
  return null
}

/** The annotations that a file holds, none where it has no such member; null where they are no map of texts. */
export function readAnnotations({ value, problem }: SourceFile): ReadonlyMap<string, string> | null {
  if (problem !== null) return null
  if (value === null || value === undefined) return new Map()
  if (!isObject(value)) return null
  const annotations = valueAt(value, 'annotations') ?? null
  if (annotations === null) return new Map()
  if (!isObject(annotations)) return null
  const values = Object.entries(annotations).map(([key, text]) => [key, text === null ? '' : textOf(text)] as const)
  return values.some(([, text]) => text === undefined) ? null : new Map(values.map(([key, text]) => [key, text ?? '']))
}

function manifestsDirectory(annotations: Annotations | null): string {
  const named = annotations?.values.get(LABEL.manifests)
  if (named === undefined) return 'manifests'
  return (
    named
      .replace(/^(?:\.\/+)+/, '')
      .replaceAll(/\/{2,}/g, '/')
      .replace(/\/+$/, '') || '.'
  )
}

/** Where the CSV is: the directory itself, or one below it. */
function csvDirectory(directory: BundleDirectory, manifests: string): string | null {
  const hidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'))
  const found = directory.paths.find(
    (path) =>
      path.startsWith(`${manifests}/`) &&
      !hidden(path) &&
      textAt(directory.file(path)?.value, 'kind') === 'ClusterServiceVersion',
  )
  return found === undefined ? null : found.slice(0, found.lastIndexOf('/'))
}

function readObjects(directory: BundleDirectory, home: string, findings: Findings): BundleObject[] {
  const { files, directories } = directory.list(home)
  const say = (path: string, rule: string, message: string, advice: string): void =>
    findings.about(path, { severity: 'error', rule, message, advice })
  for (const name of directories) {
    const path = directory.called(`${home}/${name}`)
    say(
      path,
      'manifests-directory',
      `bundle manifests dir contains directory: ${path}`,
      'Put its files beside the CSV, or remove it.',
    )
  }
  return files.flatMap((name) => {
    const file = directory.file(`${home}/${name}`)
    if (file === null) return []
    const { path } = file
    if (name.startsWith('.')) {
      say(path, 'manifests-hidden-file', `bundle manifests dir has hidden file: ${path}`, 'Remove it.')
      return []
    }
    const fault = undecodable(file)
    if (fault !== null) {
      findings.at(file, [], {
        severity: 'error',
        rule: 'manifests-unreadable',
        message: `unable to decode object: ${fault}`,
        advice: 'Every file in manifests/ holds one Kubernetes object; remove what is none.',
      })
      return []
    }
    const value = isObject(file.value) ? file.value : {}
    return [
      {
        file,
        value,
        apiVersion: textAt(value, 'apiVersion'),
        kind: textAt(value, 'kind'),
        name: nameOf(value),
      },
    ]
  })
}

/** Only a CSV is read into a struct, which turns numbers into texts; for other objects a name that is no text is none. */
function nameOf(object: JsonObject): string {
  const name = valueAt(object, 'metadata', 'name')
  const isRead = ['ClusterServiceVersion', 'CustomResourceDefinition'].includes(textAt(object, 'kind'))
  return typeof name === 'string' ? name : isRead ? textAt(object, 'metadata', 'name') : ''
}

/** Why a file is no object, in the words of the decoder; a file that holds only comments is one without a kind. */
function undecodable({ value, problem, bytes }: SourceFile): string | null {
  if (problem !== null) return `error converting YAML to JSON: yaml: ${problem.message}`
  if (value === undefined || bytes.length === 0) return 'EOF'
  if (value === null) return null
  const into = 'Go value of type map[string]interface {}'
  if (isList(value)) return `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into ${into}`
  if (!isObject(value)) {
    const kind = typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'bool' : 'number'
    return `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${kind} into ${into}`
  }
  return textAt(value, 'kind') === '' ? "error unmarshaling JSON: while decoding JSON: Object 'Kind' is missing" : null
}

function onlyCsv(objects: readonly BundleObject[], findings: Findings): BundleObject | null {
  const [csv, second] = objects.filter(({ kind }) => kind === 'ClusterServiceVersion')
  if (second === undefined) return csv ?? null
  findings.at(second.file, ['kind'], {
    severity: 'error',
    rule: 'csv-multiple',
    message: 'invalid bundle: contains multiple CSVs',
    advice: `A bundle has exactly one ClusterServiceVersion; the other one is in ${csv?.file.path ?? 'manifests/'}.`,
  })
  return null
}

const CRD_VERSIONS = ['apiextensions.k8s.io/v1', 'apiextensions.k8s.io/v1beta1']

/** What the Go types of a CSV or a CRD cannot take. */
function checkTypes({ file, kind, apiVersion, value }: BundleObject, findings: Findings): void {
  const isCrd = kind === 'CustomResourceDefinition'
  if (isCrd && !CRD_VERSIONS.includes(apiVersion)) {
    findings.at(file, ['apiVersion'], {
      severity: 'error',
      rule: 'crd-version-unsupported',
      message: `unsupported CRD version ${apiVersion} for ${file.path.split('/').at(-1) ?? ''}`,
      advice: 'Write the definition as apiextensions.k8s.io/v1.',
    })
    return
  }
  if (kind !== 'ClusterServiceVersion' && !(isCrd && apiVersion === CRD_VERSIONS[0])) return
  try {
    const normalizer = new Normalizer()
    normalizer.struct(kind, value)
    // The version reads itself, and takes a text only: `version: 1.16` without quotes is a number.
    const version = isCrd ? undefined : valueAt(value, 'spec', 'version')
    if (version !== undefined && version !== null && typeof version !== 'string')
      throw new Mismatch('.spec.version', 'a text (in quotes)', version)
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error
    findings.at(file, readPath(error.path), {
      severity: 'error',
      rule: isCrd ? 'crd-unreadable' : 'csv-unreadable',
      message: `unable to parse ${isCrd ? 'CRD' : 'CSV'} ${file.path.split('/').at(-1) ?? ''}: ${error.path} holds ${told(error.found)}, not ${error.message}`,
      advice: 'Correct the value; neither OLM nor the catalog can read the file as it is.',
    })
  }
}

function readPath(path: string): (string | number)[] {
  return [...path.matchAll(/\.([^.[]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index))
}

function told(value: Json): string {
  if (isList(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return typeof value === 'string' ? `“${value.slice(0, 40)}”` : String(value)
}

function mediaTypeOf(directory: BundleDirectory, manifests: string): MediaType {
  const { files } = directory.list(manifests)
  const kinds = files.map((name) => textAt(directory.file(`${manifests}/${name}`)?.value, 'kind'))
  if (files.includes('Chart.yaml') && textAt(directory.file(`${manifests}/Chart.yaml`)?.value, 'name') !== '')
    return 'helm+v0'
  return kinds.includes('ClusterServiceVersion') ? 'registry+v1' : 'plain+v0'
}
