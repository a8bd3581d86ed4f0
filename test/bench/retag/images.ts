import { createHash } from 'node:crypto'
import { type Artifact, PLATFORMS } from '../../../packages/sandbox/index.ts'

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const INDEX = 'application/vnd.oci.image.index.v1+json'
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const CONFIG = 'application/vnd.oci.image.config.v1+json'

export const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Bytes that do not repeat and are the same in each run. */
function noise(seed: string, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let count = 0; count * 64 < length; count += 1) {
    blocks.push(createHash('sha512').update(`${seed} ${count}`).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}

function describe(mediaType: string, bytes: Buffer): { mediaType: string; digest: string; size: number } {
  return { mediaType, digest: digestOf(bytes), size: bytes.length }
}

export function anImage(seed: string, layers: readonly number[], more: object = {}, type = LAYER): Artifact {
  const config = Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, seed }))
  const blobs = layers.map((length, index) => noise(`${seed} ${index}`, length))
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: describe(CONFIG, config),
    layers: blobs.map((blob) => describe(type, blob)),
    ...more,
  }
  const bytes = Buffer.from(JSON.stringify(manifest))
  return { mediaType: MANIFEST, digest: digestOf(bytes), bytes, blobs: [config, ...blobs], manifests: [] }
}

/** Four platforms of six layers each, with an attestation manifest for each: 36 blobs, 94 MB. */
export function anIndex(seed: string, layer = 3_900_000): Artifact {
  const images = PLATFORMS.map((platform) => ({
    platform,
    image: anImage(`${seed} ${platform.architecture}`, Array<number>(6).fill(layer)),
  }))
  const attestations = images.map(({ image, platform }) => ({
    image,
    statement: anImage(`${seed} ${platform.architecture} attestation`, [2000], {}, 'application/vnd.in-toto+json'),
  }))
  const manifests = [
    ...images.map(({ image, platform }) => ({ ...describe(MANIFEST, image.bytes), platform })),
    ...attestations.map(({ image, statement }) => ({
      ...describe(MANIFEST, statement.bytes),
      platform: { architecture: 'unknown', os: 'unknown' },
      annotations: {
        'vnd.docker.reference.digest': image.digest,
        'vnd.docker.reference.type': 'attestation-manifest',
      },
    })),
  ]
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }))
  const children = [...images.map(({ image }) => image), ...attestations.map(({ statement }) => statement)]
  return { mediaType: INDEX, digest: digestOf(bytes), bytes, blobs: [], manifests: children }
}

/** What signs an image in the three ways that are in use: a tag `.sig`, a referrer, and the tag that lists it. */
export function signaturesOf(image: Artifact): readonly { readonly name: string; readonly artifact: Artifact }[] {
  const tag = image.digest.replace(':', '-')
  const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
  const subject = describe(image.mediaType, image.bytes)
  const signed = anImage(`${image.digest} sig`, [250], {}, 'application/vnd.dev.cosign.simplesigning.v1+json')
  const referrer = anImage(`${image.digest} bundle`, [3000], { artifactType, subject }, artifactType)
  const entry = { ...describe(MANIFEST, referrer.bytes), artifactType }
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [entry] }))
  const list = { mediaType: INDEX, digest: digestOf(bytes), bytes, blobs: [], manifests: [referrer] }
  return [
    { name: `${tag}.sig`, artifact: signed },
    { name: tag, artifact: list },
  ]
}
