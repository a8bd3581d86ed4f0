import type { Finding } from '../plan/index.ts'
import type { Definition, DefinitionVersion } from './definition.ts'
import { entriesOf, isObject, type Json, listMember, member, textMember } from './json.ts'

/**
 * What a new definition breaks for those who have objects of the old one: the part of the judgement that needs no
 * schema evaluator. Every finding is an error.
 *
 * `stored` is the ledger of the lock file: versions that were ever the storage version. Rules of the API server:
 * apiextensions-apiserver, ValidateCustomResourceDefinitionUpdate; of pruning and defaulting: its schema package.
 */
export function judge(before: Definition, after: Definition, stored: readonly string[]): Finding[] {
  return [
    ...judgeDefinition(before, after),
    ...judgeVersions(before, after, stored),
    ...before.versions.flatMap((version) => {
      const next = after.versions.find(({ name }) => name === version.name)
      return next === undefined ? [] : judgeSchema(after, version, next)
    }),
  ]
}

/** The finding for a definition that goes away. */
export function judgeRemoval(crd: string, versions: readonly string[]): Finding {
  return {
    severity: 'error',
    rule: 'crd-removed',
    message: `CRD ${crd} goes away. Deleting it from a cluster deletes every object of that kind.`,
    advice:
      'Make sure that no cluster has such objects, and say in the release notes how to migrate. To keep the file, set “prune: false”.',
    crd,
    before: versions,
    after: null,
  }
}

function judgeDefinition(before: Definition, after: Definition): Finding[] {
  const crd = after.name
  const findings: Finding[] = []
  if (before.scope !== after.scope) {
    findings.push({
      severity: 'error',
      rule: 'scope-changed',
      message: `CRD ${crd} changes from ${before.scope} to ${after.scope}. The API server refuses the update.`,
      advice: 'The scope of an established CRD cannot change. A new kind or a new group is needed.',
      crd,
      path: 'spec.scope',
      before: before.scope,
      after: after.scope,
    })
  }
  for (const name of ['kind', 'listKind', 'plural', 'singular'] as const) {
    const [old, now] = [before.names[name], after.names[name]]
    if (old === now) continue
    findings.push({
      severity: 'error',
      rule: 'names-changed',
      message:
        name === 'kind'
          ? `CRD ${crd} changes its kind from ${old} to ${now}. The API server refuses the update; existing objects say ${old}.`
          : `CRD ${crd} changes its ${name} from ${old} to ${now}. Clients that use the old name stop working.`,
      advice: 'Keep the name. A new kind needs a CRD of its own beside this one.',
      crd,
      path: `spec.names.${name}`,
      before: old,
      after: now,
    })
  }
  return findings
}

function judgeVersions(before: Definition, after: Definition, stored: readonly string[]): Finding[] {
  const crd = after.name
  const findings: Finding[] = []
  const next = new Map(after.versions.map((version) => [version.name, version]))
  const everStored = new Set([...stored, ...before.versions.filter(({ storage }) => storage).map(({ name }) => name)])
  for (const version of [...everStored].sort()) {
    if (next.has(version)) continue
    findings.push({
      severity: 'error',
      rule: 'stored-version-removed',
      message: `CRD ${crd} drops version ${version}, in which clusters may still store objects. The API server then refuses the update (status.storedVersions).`,
      advice: `Keep ${version} with served: false for one more release, or have users migrate their objects and remove ${version} from status.storedVersions first.`,
      crd,
      version,
      path: `spec.versions[${version}]`,
      before: 'storage',
      after: null,
    })
  }
  for (const { name: version, served } of before.versions) {
    const now = next.get(version)
    if (!served || now?.served === true) continue
    findings.push({
      severity: 'error',
      rule: 'served-version-removed',
      message: `CRD ${crd} no longer serves version ${version}. Manifests and clients that use it are refused.`,
      advice: `Serve ${version} for one more release, marked deprecated, and tell users to move to ${servedVersions(after)}.`,
      crd,
      version,
      path: `spec.versions[${version}].served`,
      before: true,
      after: now === undefined ? null : false,
    })
  }
  return findings
}

function servedVersions(definition: Definition): string {
  const served = definition.versions.filter((version) => version.served).map(({ name }) => name)
  return served.length === 0 ? 'another kind' : served.join(' or ')
}

/** Walks both schemas as long as both have the node; what is new harms nobody, what is gone is said once, at its top. */
function judgeSchema(after: Definition, version: DefinitionVersion, next: DefinitionVersion): Finding[] {
  const findings: Finding[] = []
  const crd = after.name
  const common = { severity: 'error', crd, version: version.name } as const

  /** `at` is empty for the object itself. */
  function walk(old: Json, now: Json, at: string): void {
    if (!sameOrWider(old, now)) {
      findings.push({
        ...common,
        rule: 'type-changed',
        message: `${crd} ${version.name}: ${at || 'the object'} changes from ${typeOf(old)} to ${typeOf(now)}. Existing objects are refused.`,
        advice: 'Keep the type and add a new field, or introduce a new version with a conversion.',
        path: at || '.',
        before: typeOf(old),
        after: typeOf(now),
      })
      return
    }
    for (const name of added(requiredOf(old), requiredOf(now))) {
      // Defaulting runs before validation, so a default fulfils the requirement.
      if (member(propertyOf(now, name), 'default') !== undefined) continue
      findings.push({
        ...common,
        rule: 'required-added',
        message: `${crd} ${version.name}: ${at}.${name} becomes required. Objects without it are refused.`,
        advice: 'Give it a default, or leave it optional.',
        path: `${at}.${name}`,
        before: 'optional',
        after: 'required',
      })
    }
    for (const [name, child] of entriesOf(old, 'properties')) {
      if (isServerOwned(old, name, at)) continue
      const here = propertyOf(now, name) ?? valuesOf(now)
      if (here !== undefined) walk(child, here, `${at}.${name}`)
      else if (!keepsUnknown(now)) removed(`${at}.${name}`, child)
    }
    const [oldItems, nowItems] = [member(old, 'items'), member(now, 'items')]
    if (isObject(oldItems) && isObject(nowItems)) walk(oldItems, nowItems, `${at}[*]`)
    const [oldValues, nowValues] = [valuesOf(old), valuesOf(now)]
    if (oldValues !== undefined && nowValues !== undefined) walk(oldValues, nowValues, `${at}[*]`)
    else if (oldValues !== undefined && !keepsUnknown(now)) removed(`${at}[*]`, oldValues)
  }

  function removed(path: string, schema: Json): void {
    findings.push({
      ...common,
      rule: 'field-removed',
      message: `${crd} ${version.name}: ${path} goes away. The API server drops its value from every object that it writes.`,
      advice: 'Keep the field, deprecated, or introduce a new version with a conversion that carries its value.',
      path,
      before: typeOf(schema),
      after: null,
    })
  }

  /** Without pruning, or with unknown fields kept here, a value survives though no schema names it. */
  function keepsUnknown(schema: Json): boolean {
    return (
      !after.prunes ||
      member(schema, 'x-kubernetes-preserve-unknown-fields') === true ||
      member(schema, 'additionalProperties') === true
    )
  }

  if (version.schema !== undefined && next.schema !== undefined) walk(version.schema, next.schema, '')
  return findings
}

/** apiVersion, kind and metadata of an object (and of one embedded in it) are the server's, whatever a schema says. */
function isServerOwned(schema: Json, name: string, at: string): boolean {
  const isResource = at === '' || member(schema, 'x-kubernetes-embedded-resource') === true
  return isResource && (name === 'apiVersion' || name === 'kind' || name === 'metadata')
}

/** Whether every value of the old type has the new type. */
function sameOrWider(old: Json, now: Json): boolean {
  const [from, to] = [typeOf(old), typeOf(now)]
  if (from === to || to === 'any') return true
  if (from === 'integer') return to === 'number' || to === 'int-or-string'
  return from === 'string' && to === 'int-or-string'
}

function typeOf(schema: Json): string {
  if (member(schema, 'x-kubernetes-int-or-string') === true) return 'int-or-string'
  return textMember(schema, 'type') ?? 'any'
}

function requiredOf(schema: Json): string[] {
  return listMember(schema, 'required').filter((name) => typeof name === 'string')
}

function added(before: readonly string[], after: readonly string[]): string[] {
  return [...new Set(after)].filter((name) => !before.includes(name)).sort()
}

function propertyOf(schema: Json, name: string): Json | undefined {
  return member(member(schema, 'properties'), name)
}

/** The schema of a map's values. */
function valuesOf(schema: Json): Json | undefined {
  const values = member(schema, 'additionalProperties')
  return isObject(values) ? values : undefined
}
