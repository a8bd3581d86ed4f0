export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json'
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'
const SCHEMA_1 = [
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
  'application/vnd.docker.distribution.manifest.v1+json',
]
/**
 * What every manifest request accepts. All four, because registries convert what is not asked for (Quay answers a
 * missing type with a schema 1 manifest of linux/amd64); schema 1 last, only so that it can be recognised and refused.
 */
export const ACCEPT = [OCI_INDEX, OCI_MANIFEST, DOCKER_INDEX, DOCKER_MANIFEST, ...SCHEMA_1].join(', ')
export function isIndex(mediaType) {
  return mediaType === OCI_INDEX || mediaType === DOCKER_INDEX
}
export function isImageManifest(mediaType) {
  return mediaType === OCI_MANIFEST || mediaType === DOCKER_MANIFEST
}
export function isSchema1(mediaType) {
  return SCHEMA_1.includes(mediaType)
}
/** Whether it is any type of manifest that a registry may serve us, wanted or not. */
export function isManifest(mediaType) {
  return isIndex(mediaType) || isImageManifest(mediaType) || isSchema1(mediaType)
}
/** A media type without its parameters (`; charset=utf-8`), lower case. */
export function bareMediaType(contentType) {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}
