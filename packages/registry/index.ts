export { type Found, fallbackTag, RegistryClient } from './client.ts'
export { type Credential, type CredentialOptions, type CredentialSource, findCredentials } from './credentials.ts'
export { digestOf, isDigest, matchesDigest, shortDigest } from './digest.ts'
export { parseEndpoints } from './endpoints.ts'
export type { Guard } from './guard.ts'
export { type Descriptor, type Manifest, type Platform, platformsOf } from './manifest.ts'
export {
  formatReference,
  isTag,
  parseReference,
  type Reference,
  type Repository,
  sameRepository,
  type TagReference,
} from './reference.ts'
export {
  planRetag,
  type PlannedCopy,
  type PlannedTag,
  type RetagOptions,
  type RetagPlan,
  type RetagPolicy,
  type RetagSource,
} from './retag.ts'
export {
  displacedBy,
  type DisplacedImage,
  movementsOf,
  reportRetag,
  summarizeSource,
  type TagMovement,
} from './retag-outcome.ts'
export { credentialsGiven, readRequests, type RetagRequest } from './retag-request.ts'
export { RETRY, type RetryPolicy } from './retry.ts'
export type { TransportOptions } from './transport.ts'
