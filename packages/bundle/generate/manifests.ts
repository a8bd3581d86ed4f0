import { type Finding, UserError } from '../../plan/index.ts'
import { canonical, isObject, type Json, type JsonObject, listMember, member, textMember } from '../../yaml/index.ts'
import { Mismatch, Normalizer } from './normalize.ts'
import { readStream, type StreamObject } from './stream.ts'

/** The objects of a stream by what becomes of them, typed ones as they come out of their Go structs. In stream order. */
export interface Manifests {
  readonly csvs: readonly Typed[]
  readonly roles: readonly Typed[]
  readonly clusterRoles: readonly Typed[]
  readonly roleBindings: readonly Typed[]
  readonly clusterRoleBindings: readonly Typed[]
  readonly serviceAccounts: readonly Typed[]
  readonly services: readonly Typed[]
  readonly deployments: readonly Typed[]
  /** `apiextensions.k8s.io/v1`. */
  readonly definitions: readonly Typed[]
  /** `apiextensions.k8s.io/v1beta1`. */
  readonly oldDefinitions: readonly Typed[]
  readonly validatingWebhooks: readonly Webhook[]
  readonly mutatingWebhooks: readonly Webhook[]
  readonly scorecard: Typed | null
  readonly others: readonly StreamObject[]
  /** Those of `others` that a definition of the stream serves. */
  readonly customResources: readonly StreamObject[]
  readonly findings: readonly Finding[]
}

export interface Typed extends StreamObject {
  readonly namespace: string
}

export interface Webhook {
  readonly value: JsonObject
  readonly line: number
}

/** The Go struct that an object is read into, by group and kind. */
const STRUCTS: ReadonlyMap<string, string> = new Map([
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
export function collect(text: string, file: string): Manifests {
  const { objects, others: noObjects } = readStream(text, file)
  const findings: Finding[] = noObjects.map((line) => ({
    severity: 'warning',
    rule: 'not-an-object',
    file,
    line,
    message: `The document that starts on line ${line} of ${file} has no “kind” and is left out.`,
    advice: 'Remove it, or give it apiVersion and kind.',
  }))
  const byStruct = new Map<string, Typed[]>()
  const others: StreamObject[] = []
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
  const of = (struct: string): readonly Typed[] => byStruct.get(struct) ?? []
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

function structOf(struct: string, { version, name, line }: StreamObject, file: string): string {
  if (struct !== 'CustomResourceDefinition' || version === 'v1') return struct
  if (version === 'v1beta1') return 'CustomResourceDefinitionBeta'
  throw new UserError(`${file}: the definition ${name} is of version “${version}”; v1 and v1beta1 are known.`, {
    file,
    line,
    advice: 'Generate it as apiextensions.k8s.io/v1.',
  })
}

function typed(struct: string, object: StreamObject, file: string, findings: Finding[]): Typed {
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

function shown(value: Json): string {
  if (value === null) return 'null'
  if (typeof value === 'object') return isObject(value) ? 'an object' : 'a list'
  return `“${String(value).slice(0, 80)}”`
}

/** Without those that are the same as an earlier one. Only namesakes can be. */
function distinct<T extends { readonly name: string; readonly value: JsonObject }>(
  objects: readonly T[],
): readonly T[] {
  const byName = Map.groupBy(objects, ({ name }) => name)
  if (byName.size === objects.length) return objects
  const seen = new Set<string>()
  return objects.filter(({ name, value }) => {
    if ((byName.get(name) ?? []).length === 1) return true
    const text = canonical(value)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

function webhooks(configurations: readonly Typed[]): readonly Webhook[] {
  const all = configurations.flatMap(({ value, line }) =>
    listMember(value, 'webhooks').flatMap((webhook) =>
      isObject(webhook) ? [{ name: textMember(webhook, 'name') ?? '', value: webhook, line }] : [],
    ),
  )
  return distinct(all)
}

function customResources(others: readonly StreamObject[], definitions: readonly Typed[]): readonly StreamObject[] {
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
export function servedVersions(definition: Json): string[] {
  const spec = member(definition, 'spec')
  const versions = listMember(spec, 'versions')
  if (versions.length === 0) return [textMember(spec, 'version') ?? []].flat()
  return versions
    .filter((version) => member(version, 'served') === true)
    .flatMap((version) => textMember(version, 'name') ?? [])
}
