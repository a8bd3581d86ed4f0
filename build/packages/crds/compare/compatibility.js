import { compareDefinitions, pairs } from './compare-definition.js'
import { compareSchemas } from './compare-schema.js'
import { entriesOf, isList, isObject, member } from '../../yaml/index.js'
import { showPath } from '../schema/schema.js'
import { findWitness } from './witness.js'
/**
 * What a new definition means for those who have objects of the old one: one finding for each version and node, errors for
 * what refuses objects, requests or the update itself and for what drops data.
 *
 * `stored` is the ledger of the lock file: versions that were ever the storage version. Rules of the API server:
 * apiextensions-apiserver, ValidateCustomResourceDefinitionUpdate; of pruning and defaulting: its schema package.
 */
export function judge(before, after, stored) {
  const found = [
    ...compareDefinitions(before, after, stored),
    ...pairs(before, after).flatMap(([old, now]) => judgeVersion(before, after, old, now)),
    ...descriptions(before, after),
  ]
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}
const SEVERITIES = ['error', 'warning', 'info']
/** The finding for a definition that goes away. */
export function judgeRemoval(crd, versions) {
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
function judgeVersion(before, after, old, now) {
  if (old.schema === undefined || now.schema === undefined) return []
  const was = kindVersion(before, old.name, old.schema)
  const is = kindVersion(after, now.name, now.schema)
  return compareSchemas(old.schema, now.schema, after.prunes).map((change) =>
    toFinding(change, was, is, after.name, now.name),
  )
}
function kindVersion({ group, names, prunes }, version, schema) {
  return { apiVersion: `${group}/${version}`, kind: names.kind, schema, prunes }
}
function toFinding(change, was, is, crd, version) {
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
function toPlain(value) {
  if (typeof value === 'bigint') {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value)
  }
  if (isList(value)) return value.map(toPlain)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toPlain(inner)]))
  return value
}
/** Descriptions that are gone are one line, not one for each field: KubeRay v1.0.0 dropped 2,177. */
function descriptions(before, after) {
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
function countDescriptions(schema) {
  if (!isObject(schema)) return 0
  const own = typeof member(schema, 'description') === 'string' ? 1 : 0
  const children = [
    ...entriesOf(schema, 'properties').map(([, child]) => child),
    member(schema, 'items'),
    member(schema, 'additionalProperties'),
  ]
  return children.reduce((sum, child) => sum + countDescriptions(child), own)
}
