import type { Finding } from '../../plan/index.ts'
import { compareDefinitions, pairs } from './compare-definition.ts'
import { compareSchemas, type SchemaChange } from './compare-schema.ts'
import type { Definition, DefinitionVersion } from '../document/definition.ts'
import { entriesOf, isList, isObject, type Json, member } from '../../yaml/index.ts'
import { showPath } from '../schema/schema.ts'
import { findWitness, type KindVersion } from './witness.ts'

/**
 * What a new definition means for those who have objects of the old one: one finding for each version and node, errors for
 * what refuses objects, requests or the update itself and for what drops data.
 *
 * `stored` is the ledger of the lock file: versions that were ever the storage version. Rules of the API server:
 * apiextensions-apiserver, ValidateCustomResourceDefinitionUpdate; of pruning and defaulting: its schema package.
 */
export function judge(before: Definition, after: Definition, stored: readonly string[]): Finding[] {
  const found = [
    ...compareDefinitions(before, after, stored),
    ...pairs(before, after).flatMap(([old, now]) => judgeVersion(before, after, old, now)),
    ...descriptions(before, after),
  ]
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info']

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

function judgeVersion(
  before: Definition,
  after: Definition,
  old: DefinitionVersion,
  now: DefinitionVersion,
): Finding[] {
  if (old.schema === undefined || now.schema === undefined) return []
  const was = kindVersion(before, old.name, old.schema)
  const is = kindVersion(after, now.name, now.schema)
  return compareSchemas(old.schema, now.schema, after.prunes).map((change) =>
    toFinding(change, was, is, after.name, now.name),
  )
}

function kindVersion({ group, names, prunes }: Definition, version: string, schema: Json): KindVersion {
  return { apiVersion: `${group}/${version}`, kind: names.kind, schema, prunes }
}

function toFinding(change: SchemaChange, was: KindVersion, is: KindVersion, crd: string, version: string): Finding {
  const { severity, rule, path, says, advice, before, after } = change
  const witness = severity === 'error' ? findWitness(was, is, change.at, change.values()) : undefined
  const answer = witness === undefined ? '' : ` The API server says of the example: “${witness.answer}”.`
  const subject = path.length === 0 ? 'the object' : showPath(path)
  return {
    severity,
    rule,
    message: `${crd} ${version}: ${subject} ${says}${answer}`,
    advice,
    crd,
    version,
    path: showPath(path),
    before: toPlain(before),
    after: toPlain(after),
    ...(witness !== undefined && { witness: toPlain(witness.object) }),
  }
}

/** For outputs, which JSON writes: whole numbers as numbers where they fit, else as text. */
function toPlain(value: Json): unknown {
  if (typeof value === 'bigint') {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value)
  }
  if (isList(value)) return value.map(toPlain)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toPlain(inner)]))
  return value
}

/** Descriptions that are gone are one line, not one for each field: KubeRay v1.0.0 dropped 2,177. */
function descriptions(before: Definition, after: Definition): Finding[] {
  const [was, is] = [before, after].map((definition) =>
    definition.versions.reduce((sum, { schema }) => sum + countDescriptions(schema), 0),
  )
  if (was === undefined || is === undefined || was < 20 || is > was / 2) return []
  return [
    {
      severity: 'info',
      rule: 'descriptions-removed',
      message: `CRD ${after.name} loses ${was - is} of ${was} descriptions; kubectl explain says less.`,
      advice: 'Nothing to do.',
      crd: after.name,
      before: was,
      after: is,
    },
  ]
}

function countDescriptions(schema: Json | undefined): number {
  if (!isObject(schema)) return 0
  const own = typeof member(schema, 'description') === 'string' ? 1 : 0
  const children = [
    ...entriesOf(schema, 'properties').map(([, child]) => child),
    member(schema, 'items'),
    member(schema, 'additionalProperties'),
  ]
  return children.reduce<number>((sum, child) => sum + countDescriptions(child), own)
}
