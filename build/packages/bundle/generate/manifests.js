import { UserError } from '../../plan/index.js'
import { canonical, isObject, listMember, member, textMember } from '../../yaml/index.js'
import { Mismatch, Normalizer } from './normalize.js'
import { readStream } from './stream.js'
/** The Go struct that an object is read into, by group and kind. */
const STRUCTS = new Map([
  ['operators.coreos.com/ClusterServiceVersion', 'ClusterServiceVersion'],
  ['rbac.authorization.k8s.io/Role', 'Role'],
  ['rbac.authorization.k8s.io/ClusterRole', 'ClusterRole'],
  ['rbac.authorization.k8s.io/RoleBinding', 'RoleBinding'],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', 'ClusterRoleBinding'],
  ['/ServiceAccount', 'ServiceAccount'],
  ['/Service', 'Service'],
  ['apps/Deployment', 'Deployment'],
  ['apiextensions.k8s.io/CustomResourceDefinition', 'CustomResourceDefinition'],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
  ['scorecard.operatorframework.io/Configuration', 'Configuration'],
])
/**
 * Reads, sorts and freshens the objects of a stream (operator-sdk, internal/generate/collector).
 *
 * @throws UserError for an object that its kind's struct cannot hold, with file and line.
 */
export function collect(text, file) {
  const { objects, others: noObjects } = readStream(text, file)
  const findings = noObjects.map((line) => ({
    severity: 'warning',
    rule: 'not-an-object',
    file,
    line,
    message: `The document that starts on line ${line} of ${file} has no “kind” and is left out.`,
    advice: 'Remove it, or give it apiVersion and kind.',
  }))
  const byStruct = new Map()
  const others = []
  for (const object of objects) {
    const struct = STRUCTS.get(`${object.group}/${object.kind}`)
    if (struct === undefined) others.push(object)
    else {
      const name = structOf(struct, object, file)
      const list = byStruct.get(name) ?? []
      list.push(typed(name, object, file, findings))
      byStruct.set(name, list)
    }
  }
  const of = (struct) => byStruct.get(struct) ?? []
  const [scorecard = null, second] = of('Configuration')
  if (scorecard !== null && second !== undefined) {
    throw new UserError(`${file} has two scorecard configurations, on lines ${scorecard.line} and ${second.line}.`, {
      file,
      line: second.line,
      advice: 'A bundle has one tests/scorecard/config.yaml: keep one.',
    })
  }
  const definitions = distinct(of('CustomResourceDefinition'))
  const oldDefinitions = distinct(of('CustomResourceDefinitionBeta'))
  return {
    csvs: of('ClusterServiceVersion'),
    roles: distinct(of('Role')),
    clusterRoles: distinct(of('ClusterRole')),
    roleBindings: of('RoleBinding'),
    clusterRoleBindings: of('ClusterRoleBinding'),
    serviceAccounts: of('ServiceAccount'),
    services: of('Service'),
    deployments: distinct(of('Deployment')),
    definitions,
    oldDefinitions,
    validatingWebhooks: webhooks(of('ValidatingWebhookConfiguration')),
    mutatingWebhooks: webhooks(of('MutatingWebhookConfiguration')),
    scorecard,
    others,
    customResources: customResources(others, [...definitions, ...oldDefinitions]),
    findings,
  }
}
function structOf(struct, { version, name, line }, file) {
  if (struct !== 'CustomResourceDefinition' || version === 'v1') return struct
  if (version === 'v1beta1') return 'CustomResourceDefinitionBeta'
  throw new UserError(`${file}: the definition ${name} is of version “${version}”; v1 and v1beta1 are known.`, {
    file,
    line,
    advice: 'Generate it as apiextensions.k8s.io/v1.',
  })
}
function typed(struct, object, file, findings) {
  const normalizer = new Normalizer()
  const { kind, name, line } = object
  try {
    const value = normalizer.struct(struct, object.value)
    for (const path of normalizer.unknown) {
      findings.push({
        severity: 'warning',
        rule: 'unknown-field',
        file,
        line,
        path,
        message: `${kind} ${name}: the field ${path} is not known and is left out.`,
        advice: 'Correct its name, or remove it. OLM would not understand it either.',
      })
    }
    return { ...object, value, namespace: textMember(value['metadata'], 'namespace') ?? '' }
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error
    throw new UserError(
      `${file}: ${kind} ${name} has ${shown(error.found)} at ${error.path}; expected ${error.message}.`,
      {
        file,
        line,
        advice: 'The API server would refuse it too: correct the manifest.',
        cause: error,
      },
    )
  }
}
function shown(value) {
  if (value === null) return 'null'
  if (typeof value === 'object') return isObject(value) ? 'an object' : 'a list'
  return `“${String(value).slice(0, 80)}”`
}
/** Without those that are the same as an earlier one. Only namesakes can be. */
function distinct(objects) {
  const byName = Map.groupBy(objects, ({ name }) => name)
  if (byName.size === objects.length) return objects
  const seen = new Set()
  return objects.filter(({ name, value }) => {
    if ((byName.get(name) ?? []).length === 1) return true
    const text = canonical(value)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}
function webhooks(configurations) {
  const all = configurations.flatMap(({ value, line }) =>
    listMember(value, 'webhooks').flatMap((webhook) =>
      isObject(webhook) ? [{ name: textMember(webhook, 'name') ?? '', value: webhook, line }] : [],
    ),
  )
  return distinct(all)
}
function customResources(others, definitions) {
  const served = new Set(
    definitions.flatMap(({ value }) => {
      const spec = member(value, 'spec')
      const kind = `${textMember(spec, 'group') ?? ''}/${textMember(member(spec, 'names'), 'kind') ?? ''}`
      return servedVersions(value).map((version) => `${kind}/${version}`)
    }),
  )
  return distinct(others.filter(({ group, kind, version }) => served.has(`${group}/${kind}/${version}`)))
}
/** Names of the versions that a definition serves; the old form may name a single one. */
export function servedVersions(definition) {
  const spec = member(definition, 'spec')
  const versions = listMember(spec, 'versions')
  if (versions.length === 0) return [textMember(spec, 'version') ?? []].flat()
  return versions
    .filter((version) => member(version, 'served') === true)
    .flatMap((version) => textMember(version, 'name') ?? [])
}
