import { digestOf } from './digest.ts'

/** An OCI descriptor. */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: Platform
  readonly annotations?: Readonly<Record<string, string>>
  readonly artifactType?: string
}

export interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string
}

/** A manifest or an index with everything it needs, ready to be pushed. */
export interface Artifact {
  readonly mediaType: string
  readonly digest: string
  readonly bytes: Buffer
  /** Config and layers. */
  readonly blobs: readonly Buffer[]
  /** What an index lists, pushed before it. */
  readonly manifests: readonly Artifact[]
}

/** What makes one synthetic image differ from another; equal inputs give equal bytes. */
export interface ImageOptions {
  /** `org/app`: part of the layer's content. */
  readonly name: string
  readonly version: string
  /** The commit it was built from. */
  readonly revision: string
  /** The repository's address. */
  readonly source: string
  /** Default: the four architectures that OpenShift ships. */
  readonly platforms?: readonly Platform[]
  /** BuildKit's provenance attestations, one a platform (default true). */
  readonly attestations?: boolean
  /** Anything else that shall be in the layer, e.g. the versions of the components inside. */
  readonly content?: string
}

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json'
const OCI_LAYER = 'application/vnd.oci.image.layer.v1.tar'
const IN_TOTO = 'application/vnd.in-toto+json'

export const PLATFORMS: readonly Platform[] = ['amd64', 'arm64', 'ppc64le', 's390x'].map((architecture) => ({
  os: 'linux',
  architecture,
}))

/** A multi-architecture index as BuildKit pushes it: an image a platform, then an attestation manifest for each. */
export function buildIndex(options: ImageOptions): Artifact {
  const platforms = options.platforms ?? PLATFORMS
  const images = platforms.map((platform) => ({ platform, image: buildImage(options, platform) }))
  const attestations =
    options.attestations === false
      ? []
      : images.map(({ image }) => ({ image, statement: buildAttestation(options, image) }))
  const entries: Descriptor[] = [
    ...images.map(({ platform, image }) => ({ ...describe(image), platform })),
    ...attestations.map(({ image, statement }) => ({
      ...describe(statement),
      platform: { architecture: 'unknown', os: 'unknown' },
      annotations: {
        'vnd.docker.reference.digest': image.digest,
        'vnd.docker.reference.type': 'attestation-manifest',
      },
    })),
  ]
  return artifact(
    { schemaVersion: 2, mediaType: OCI_INDEX, manifests: entries },
    [],
    [...images.map(({ image }) => image), ...attestations.map(({ statement }) => statement)],
  )
}

/** An image for one platform: a config and one layer of a few bytes. */
export function buildImage(
  options: ImageOptions,
  platform: Platform = { os: 'linux', architecture: 'amd64' },
): Artifact {
  const labels = {
    'org.opencontainers.image.revision': options.revision,
    'org.opencontainers.image.source': options.source,
    'org.opencontainers.image.version': options.version,
  }
  const layer = tarWith(
    `${options.name} ${options.version} ${platform.os}/${platform.architecture}\n${options.content ?? ''}`,
  )
  const config = json({
    architecture: platform.architecture,
    os: platform.os,
    ...(platform.variant === undefined ? {} : { variant: platform.variant }),
    config: { Labels: labels },
    rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
    history: [{ created_by: `COPY ${options.name} / # buildkit` }],
  })
  const manifest = {
    schemaVersion: 2 as const,
    mediaType: OCI_MANIFEST,
    config: { mediaType: OCI_CONFIG, digest: digestOf(config), size: config.length },
    layers: [{ mediaType: OCI_LAYER, digest: digestOf(layer), size: layer.length }],
  }
  return artifact(manifest, [config, layer], [])
}

/** An artifact that refers to another by `subject`: a signature, an SBOM, a scan result. */
export function buildReferrer(
  subject: Artifact,
  artifactType: string,
  content: string,
  annotations: Readonly<Record<string, string>> = {},
): Artifact {
  const config = Buffer.from('{}')
  const payload = Buffer.from(content)
  const manifest = {
    schemaVersion: 2 as const,
    mediaType: OCI_MANIFEST,
    artifactType,
    config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf(config), size: config.length },
    layers: [{ mediaType: artifactType, digest: digestOf(payload), size: payload.length }],
    subject: describe(subject),
    annotations,
  }
  return artifact(manifest, [config, payload], [])
}

/** The descriptor under which a manifest is listed elsewhere. */
export function describe(manifest: Artifact): Descriptor {
  return { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length }
}

/** BuildKit's `provenance=mode=min`: an in-toto statement as the only layer of a manifest. */
function buildAttestation(options: ImageOptions, image: Artifact): Artifact {
  const statement = json({
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    subject: [{ name: options.name, digest: { sha256: image.digest.replace('sha256:', '') } }],
    predicate: {
      builder: { id: '' },
      buildType: 'https://mobyproject.org/buildkit@v1',
      invocation: { configSource: { uri: options.source, digest: { sha1: options.revision } } },
    },
  })
  const config = json({
    architecture: 'unknown',
    os: 'unknown',
    config: {},
    rootfs: { type: 'layers', diff_ids: [digestOf(statement)] },
  })
  const manifest = {
    schemaVersion: 2 as const,
    mediaType: OCI_MANIFEST,
    config: { mediaType: OCI_CONFIG, digest: digestOf(config), size: config.length },
    layers: [
      {
        mediaType: IN_TOTO,
        digest: digestOf(statement),
        size: statement.length,
        annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v0.2' },
      },
    ],
  }
  return artifact(manifest, [config, statement], [])
}

function artifact(
  manifest: { readonly schemaVersion: 2; readonly mediaType: string; readonly [field: string]: unknown },
  blobs: readonly Buffer[],
  manifests: readonly Artifact[],
): Artifact {
  const bytes = json(manifest)
  return { mediaType: manifest.mediaType, digest: digestOf(bytes), bytes, blobs, manifests }
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value))
}

/** A POSIX tar archive with one file of the given text, owned by root, dated at the epoch. */
function tarWith(text: string): Buffer {
  const content = Buffer.from(text)
  const header = Buffer.alloc(512)
  header.write('release\0', 0)
  header.write(octal(0o644, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(content.length, 12), 124)
  header.write(octal(0, 12), 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512)
  return Buffer.concat([header, content, padding, Buffer.alloc(1024)])
}

/** A number as tar writes it: octal digits and a NUL in a field of the given length. */
function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, '0')}\0`
}
