export { algorithmOf, digestOf, type Algorithm } from './digest.ts'
export {
  buildImage,
  buildIndex,
  buildReferrer,
  describe,
  PLATFORMS,
  type Artifact,
  type Descriptor,
  type ImageOptions,
  type Platform,
} from './images.ts'
export type { RegistryAuth, RegistryPolicy } from './policy.ts'
export { openRegistry, type Registry, type RepositorySnapshot } from './registry.ts'
