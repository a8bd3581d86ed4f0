import { UserError } from '../../plan/index.ts'
import {
  type Descriptor,
  formatReference,
  type Manifest,
  platformsOf,
  type Reference,
  type Repository,
} from '../../registry/index.ts'
import type { Payload, PayloadImage } from '../record.ts'
import { payloadOf } from './identity.ts'
import type { WantedImage } from './request.ts'

/** What is asked of a registry here: an adapter's part (packages/registry, RegistryClient). */
export interface Images {
  get(reference: Reference): Promise<Manifest | null>
  config(repository: Repository, descriptor: Descriptor): Promise<Readonly<Record<string, unknown>>>
}

/** What an image says of where it comes from (OCI image specification, annotations.md). */
const LABELS = {
  revision: 'org.opencontainers.image.revision',
  version: 'org.opencontainers.image.version',
  source: 'org.opencontainers.image.source',
}

/**
 * Looks every image up once. From here on only digests count: a tag that moves during the night changes nothing.
 *
 * @param platforms those that the tests need, `linux/amd64`; each image must offer all of them.
 * @throws UserError naming every image that does not exist or lacks a platform.
 */
export async function resolvePayload(
  registry: Images,
  wanted: readonly WantedImage[],
  platforms: readonly string[] = [],
): Promise<Payload> {
  const answers = await Promise.all(wanted.map((image) => resolve(registry, image, platforms)))
  const missing = answers.flatMap((answer) => (typeof answer === 'string' ? [answer] : []))
  if (missing.length > 0) {
    throw new UserError(
      `${missing.length === 1 ? 'An image' : `${missing.length} images`} cannot be tested: ${missing.join('; ')}.`,
      {
        advice: 'Correct “images” or the manifest, or build and push what is missing. Nothing was tested.',
      },
    )
  }
  return payloadOf(answers.flatMap((answer) => (typeof answer === 'string' ? [] : [answer])))
}

/** The image, or in words what is wrong with it. */
async function resolve(
  registry: Images,
  { component, reference, repository }: WantedImage,
  platforms: readonly string[],
): Promise<PayloadImage | string> {
  const what = `${component} (${formatReference(reference)})`
  const manifest = await registry.get(reference)
  if (manifest === null) return `${what} does not exist`
  const labels = await labelsOf(registry, reference, manifest)
  const offered = manifest.manifests.length > 0 ? platformsOf(manifest) : [labels.platform]
  const lacking = platforms.filter(
    (platform) => !offered.some((offer) => offer === platform || offer.startsWith(`${platform}/`)),
  )
  if (lacking.length > 0) return `${what} is not there for ${lacking.join(', ')}, only for ${offered.join(', ')}`
  return {
    component,
    reference: formatReference(reference),
    digest: manifest.digest,
    revision: labels.revision,
    version: labels.version,
    repository: repository ?? labels.source,
  }
}

/** Labels of the image, or of the first that an index lists; annotations count where the labels say nothing. */
async function labelsOf(registry: Images, repository: Repository, manifest: Manifest) {
  const [first] = manifest.manifests
  const { registry: host, repository: name } = repository
  const image =
    first === undefined ? manifest : await registry.get({ registry: host, repository: name, digest: first.digest })
  const config =
    image?.config === undefined ? {} : await registry.config({ registry: host, repository: name }, image.config)
  const inner = objectAt(config, 'config')
  const labels = { ...manifest.annotations, ...image?.annotations, ...objectAt(inner, 'Labels') }
  return {
    revision: revisionIn(labels[LABELS.revision]),
    version: textIn(labels[LABELS.version]),
    source: repositoryIn(labels[LABELS.source]),
    platform: [config['os'], config['architecture'], config['variant']]
      .filter((part) => typeof part === 'string' && part !== '')
      .join('/'),
  }
}

function objectAt(value: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  const found = value[key]
  return typeof found === 'object' && found !== null ? Object.fromEntries(Object.entries(found)) : {}
}

/** One line, of a sensible length: it is shown to people. */
function textIn(label: unknown): string | null {
  return typeof label === 'string' && /^[ -~]{1,200}$/.test(label) ? label : null
}

function revisionIn(label: unknown): string | null {
  return typeof label === 'string' && /^[0-9a-f]{40}$/.test(label) ? label : null
}

/** `OWNER/NAME` from a source's URL, on whatever GitHub it is. */
function repositoryIn(label: unknown): string | null {
  if (typeof label !== 'string') return null
  return /^(?:https:\/\/|git@)[\w.-]+[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(label)?.[1] ?? null
}
