import { isList, isObject, type Json, type JsonObject, listMember, member, textMember } from '../../yaml/index.ts'
import { goJson } from './go-json.ts'
import { type Manifests, servedVersions, type Typed } from './manifests.ts'
import { Normalizer } from './normalize.ts'
import type { Permission } from './rbac.ts'
import type { RelatedImage } from './related-images.ts'

/** Everything that is put into the base. */
export interface CsvParts {
  readonly packageName: string
  /** Undefined leaves name and version as the base has them. */
  readonly version: string | undefined
  readonly permissions: readonly Permission[]
  readonly clusterPermissions: readonly Permission[]
  readonly relatedImages: readonly RelatedImage[]
  readonly webhooks: readonly JsonObject[]
  readonly annotations: Readonly<Record<string, string>>
  readonly place: UpdatePlace
}

/** The bundle's place in the update graph; undefined leaves what the base says, null takes it away. */
export interface UpdatePlace {
  readonly replaces?: string | null | undefined
  readonly skips?: readonly string[] | undefined
  readonly skipRange?: string | null | undefined
}

const SKIP_RANGE = 'olm.skipRange'

/** The finished ClusterServiceVersion (operator-sdk, `ApplyTo`), in the form in which it is written. */
export function assembleCsv(base: JsonObject, manifests: Manifests, parts: CsvParts): JsonObject {
  const { packageName, version, place } = parts
  const metadata = objectMember(base, 'metadata')
  const spec = objectMember(base, 'spec')
  const skipRange = place.skipRange === undefined ? {} : { [SKIP_RANGE]: place.skipRange }
  const annotations: JsonObject = {
    ...objectMember(metadata, 'annotations'),
    'alm-examples': goJson(manifests.customResources.map(({ value }) => value)),
    ...skipRange,
    ...parts.annotations,
  }
  const csv = new Normalizer().struct('ClusterServiceVersion', {
    ...base,
    metadata: {
      ...metadata,
      annotations: Object.fromEntries(Object.entries(annotations).filter(([, value]) => value !== null)),
      ...(version !== undefined && { name: `${packageName}.v${version}` }),
    },
    spec: {
      ...spec,
      ...(version !== undefined && { version }),
      ...(place.replaces !== undefined && { replaces: place.replaces }),
      ...(place.skips !== undefined && { skips: place.skips }),
      relatedImages: parts.relatedImages.map((image) => ({ ...image })),
      install: installOf(objectMember(spec, 'install'), manifests, parts),
      customresourcedefinitions: {
        ...objectMember(spec, 'customresourcedefinitions'),
        owned: ownedDefinitions(member(spec, 'customresourcedefinitions'), manifests),
      },
      webhookdefinitions: parts.webhooks,
    },
  })
  return cleared(csv)
}

function objectMember(value: Json, key: string): JsonObject {
  const found = member(value, key)
  return isObject(found) ? found : {}
}

function installOf(install: JsonObject, manifests: Manifests, parts: CsvParts): JsonObject {
  const strategy = textMember(install, 'strategy') ?? 'deployment'
  if (strategy !== 'deployment') return install
  return {
    strategy,
    spec: {
      deployments: manifests.deployments.map(({ name, value }) => ({
        name,
        spec: watchingTargets(objectMember(value, 'spec')),
        label: member(member(value, 'metadata'), 'labels') ?? null,
      })),
      permissions: parts.permissions.map((permission) => ({ ...permission })),
      clusterPermissions: parts.clusterPermissions.map((permission) => ({ ...permission })),
    },
  }
}

/** OLM tells an operator in an annotation which namespaces it shall watch. */
function watchingTargets(spec: JsonObject): JsonObject {
  const template = objectMember(spec, 'template')
  const pod = objectMember(template, 'spec')
  const containers = member(pod, 'containers')
  if (!isList(containers)) return spec
  const watching = containers.map((container) => {
    const env = member(container, 'env')
    if (!isObject(container) || !isList(env)) return container
    return { ...container, env: env.map((variable) => (member(variable, 'name') === WATCHED ? TARGETS : variable)) }
  })
  return { ...spec, template: { ...template, spec: { ...pod, containers: watching } } }
}

const WATCHED = 'WATCH_NAMESPACE'
const TARGETS = {
  name: WATCHED,
  valueFrom: { fieldRef: { fieldPath: "metadata.annotations['olm.targetNamespaces']" } },
}

/** Every served version of every definition, with what the base says of it. */
function ownedDefinitions(described: Json | undefined, manifests: Manifests): readonly Json[] {
  const known = listMember(described, 'owned')
  const owned = (definition: Typed): Json[] => {
    const kind = textMember(member(member(definition.value, 'spec'), 'names'), 'kind') ?? ''
    return servedVersions(definition.value).map((version) => {
      // Of two descriptions of the same, the later one counts.
      const said = known.findLast(
        (one) =>
          member(one, 'name') === definition.name && member(one, 'version') === version && member(one, 'kind') === kind,
      )
      return said ?? { name: definition.name, version, kind }
    })
  }
  return [...manifests.definitions, ...manifests.oldDefinitions].flatMap(owned)
}

/** What operator-sdk takes out before it writes: the status, times of creation, a cleanup that is off. */
function cleared(csv: JsonObject): JsonObject {
  const { status: _, ...rest } = csv
  const { cleanup, ...spec } = objectMember(rest, 'spec')
  const isOff = member(cleanup, 'enabled') === false
  return withoutCreation({ ...rest, spec: cleanup === undefined || isOff ? spec : { ...spec, cleanup } })
}

/** Takes `creationTimestamp` out of objects and of objects in lists; below one that had it, nothing is looked at. */
function withoutCreation(value: JsonObject): JsonObject {
  if (Object.hasOwn(value, 'creationTimestamp')) {
    const { creationTimestamp: _, ...rest } = value
    return rest
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isObject(inner)
        ? withoutCreation(inner)
        : isList(inner)
          ? inner.map((item) => (isObject(item) ? withoutCreation(item) : item))
          : inner,
    ]),
  )
}
