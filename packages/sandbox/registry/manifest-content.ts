import { isObject, parseObject } from '../json.ts'
import type { Descriptor } from './images.ts'

/** The parts of a manifest or an index that the registry looks at. */
export interface ManifestContent {
  readonly mediaType?: string
  readonly artifactType?: string
  readonly config?: Descriptor
  readonly layers?: readonly Descriptor[]
  readonly manifests?: readonly Descriptor[]
  readonly subject?: Descriptor
  readonly annotations?: Readonly<Record<string, string>>
}

/** Reads a manifest, or says in a sentence why it is none. */
export function parseManifest(bytes: Buffer): ManifestContent | string {
  const value = parseObject(bytes.toString('utf8'))
  if (value === undefined) return 'the manifest is not a JSON object'
  const { mediaType, artifactType, config, layers, manifests, subject, annotations } = value
  if (!isOptional(mediaType, isString)) return 'mediaType is not a string'
  if (!isOptional(artifactType, isString)) return 'artifactType is not a string'
  if (!isOptional(config, isDescriptor)) return 'config is not a descriptor'
  if (!isOptional(layers, isDescriptors)) return 'layers is not a list of descriptors'
  if (!isOptional(manifests, isDescriptors)) return 'manifests is not a list of descriptors'
  if (!isOptional(subject, isDescriptor)) return 'subject is not a descriptor'
  if (!isOptional(annotations, isStringMap)) return 'annotations is not a map of strings'
  return {
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(config === undefined ? {} : { config }),
    ...(layers === undefined ? {} : { layers }),
    ...(manifests === undefined ? {} : { manifests }),
    ...(subject === undefined ? {} : { subject }),
    ...(annotations === undefined ? {} : { annotations }),
  }
}

function isOptional<T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined {
  return value === undefined || is(value)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

function isStringMap(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every(isString)
}

function isDescriptor(value: unknown): value is Descriptor {
  if (!isObject(value)) return false
  const { digest, mediaType, size } = value
  return typeof digest === 'string' && typeof mediaType === 'string' && typeof size === 'number'
}

function isDescriptors(value: unknown): value is Descriptor[] {
  return Array.isArray(value) && value.every(isDescriptor)
}
