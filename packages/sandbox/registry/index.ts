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
export { openRegistry, type Registry, type RegistryPolicy, type RepositorySnapshot } from './registry.ts'
