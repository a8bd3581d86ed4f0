import { compareServing } from './compare-serving.js'
import { compareVersions } from './compare-versions.js'
/** What changed in the definition itself: names, versions, conversion, subresources; not what the schemas say. */
export function compareDefinitions(before, after, stored) {
  const told = [
    ...names(before, after),
    ...compareVersions(before, after, stored),
    ...age(before, after),
    ...size(before, after),
    ...pairs(before, after).flatMap(([old, now]) => compareServing(old, now)),
  ]
  return told.map((finding) => ({ ...finding, crd: after.name }))
}
/** Versions that both have. */
export function pairs(before, after) {
  return before.versions.flatMap((version) => {
    const next = after.versions.find(({ name }) => name === version.name)
    return next === undefined ? [] : [[version, next]]
  })
}
function names(before, after) {
  const crd = after.name
  const findings = []
  if (before.scope !== after.scope) {
    findings.push({
      severity: 'error',
      rule: 'scope-changed',
      message: `CRD ${crd} changes from ${before.scope} to ${after.scope}. The API server refuses the update.`,
      advice: 'The scope of an established CRD cannot change. A new kind or a new group is needed.',
      path: 'spec.scope',
      before: before.scope,
      after: after.scope,
    })
  }
  for (const name of ['kind', 'listKind', 'plural', 'singular']) {
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
      path: `spec.names.${name}`,
      before: old,
      after: now,
    })
  }
  for (const [what, noun] of [
    ['shortNames', 'short name'],
    ['categories', 'category'],
  ]) {
    const [old, now] = [before.names[what], after.names[what]]
    const gone = old.filter((name) => !now.includes(name))
    const added = now.filter((name) => !old.includes(name))
    const common = { path: `spec.names.${what}`, before: old, after: now }
    if (gone.length > 0) {
      findings.push({
        ...common,
        severity: 'warning',
        rule: `${noun.replace(' ', '-')}-removed`,
        message: `CRD ${crd} loses the ${noun} ${gone.join(', ')}. Scripts that use it with kubectl stop working.`,
        advice: 'Keep it, or say so in the release notes.',
      })
    }
    if (added.length > 0) {
      findings.push({
        ...common,
        severity: 'info',
        rule: `${noun.replace(' ', '-')}-added`,
        message: `CRD ${crd} gets the ${noun} ${added.join(', ')}.`,
        advice: 'Where another CRD has the same one, the API server gives it to whichever was first.',
      })
    }
  }
  return findings
}
/** Annotations by which projects say how new a definition is. */
const AGES = ['gateway.networking.k8s.io/bundle-version', 'controller-gen.kubebuilder.io/version']
/** A definition that is older than the copy, and one of another channel. */
function age(before, after) {
  const findings = []
  for (const name of AGES) {
    const [old, now] = [before.annotations.get(name), after.annotations.get(name)]
    if (old === undefined || now === undefined || !isOlder(now, old)) continue
    findings.push({
      severity: 'warning',
      rule: 'older-than-copy',
      message: `CRD ${after.name} is older than the copy that is here: ${name} goes from ${old} to ${now}.`,
      advice: 'Check the ref in “sources”; a downgrade drops what newer objects hold.',
      path: `metadata.annotations[${name}]`,
      before: old,
      after: now,
    })
    break
  }
  const channel = 'gateway.networking.k8s.io/channel'
  const [old, now] = [before.annotations.get(channel), after.annotations.get(channel)]
  if (old !== undefined && now !== undefined && old !== now) {
    findings.push({
      severity: 'warning',
      rule: 'channel-changed',
      message: `CRD ${after.name} moves from the ${old} channel to the ${now} channel.`,
      advice:
        now === 'experimental'
          ? 'Its fields may change without notice.'
          : 'Fields of the other channel are gone; see what is removed.',
      path: `metadata.annotations[${channel}]`,
      before: old,
      after: now,
    })
  }
  return findings
}
function isOlder(now, old) {
  const [a, b] = [now, old].map((text) => text.match(/\d+/g)?.map(Number) ?? [])
  if (a === undefined || b === undefined) return false
  for (let index = 0; index < 3; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
/** `kubectl apply` keeps a copy of the object in an annotation, and all annotations together have a limit. */
const APPLY_LIMIT = 262_144
/** What etcd takes in one request, unless told otherwise. */
const ETCD_LIMIT = 1_572_864
/** A definition that grows beyond what tools and etcd take. */
export function size(before, after) {
  const { bytes } = after
  const was = before?.bytes ?? 0
  const over = (limit) => bytes > limit && was <= limit
  const common = { path: '.', before: before === null ? null : was, after: bytes }
  if (over(ETCD_LIMIT)) {
    return [
      {
        ...common,
        severity: 'error',
        rule: 'too-large-for-etcd',
        message: `CRD ${after.name} has ${bytes} bytes as JSON; etcd takes ${ETCD_LIMIT}.`,
        advice: 'Generate it without descriptions (controller-gen crd:maxDescLen=0).',
      },
    ]
  }
  if (!over(APPLY_LIMIT)) return []
  return [
    {
      ...common,
      severity: 'warning',
      rule: 'too-large-for-apply',
      message: `CRD ${after.name} has ${bytes} bytes as JSON; kubectl apply without --server-side takes ${APPLY_LIMIT} (the last-applied annotation).`,
      advice: 'Tell users to apply it with --server-side, or generate it without descriptions.',
    },
  ]
}
