import { isList, isObject, listMember, member, textMember } from '../../yaml/index.js'
import { goJson } from './go-json.js'
import { servedVersions } from './manifests.js'
import { Normalizer } from './normalize.js'
const SKIP_RANGE = 'olm.skipRange'
/** The finished ClusterServiceVersion (operator-sdk, `ApplyTo`), in the form in which it is written. */
export function assembleCsv(base, manifests, parts) {
  const { packageName, version, place } = parts
  const metadata = objectMember(base, 'metadata')
  const spec = objectMember(base, 'spec')
  const skipRange = place.skipRange === undefined ? {} : { [SKIP_RANGE]: place.skipRange }
  const annotations = {
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
function objectMember(value, key) {
  const found = member(value, key)
  return isObject(found) ? found : {}
}
function installOf(install, manifests, parts) {
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
function watchingTargets(spec) {
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
function ownedDefinitions(described, manifests) {
  const known = listMember(described, 'owned')
  const owned = (definition) => {
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
function cleared(csv) {
  const { status: _, ...rest } = csv
  const { cleanup, ...spec } = objectMember(rest, 'spec')
  const isOff = member(cleanup, 'enabled') === false
  return withoutCreation({ ...rest, spec: cleanup === undefined || isOff ? spec : { ...spec, cleanup } })
}
/** Takes `creationTimestamp` out of objects and of objects in lists; below one that had it, nothing is looked at. */
function withoutCreation(value) {
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
