import { compareSchemas } from './compare-schema.js'
import { canonical, member, textMember } from '../../yaml/index.js'
import { showPath } from '../schema/schema.js'
/** Versions that are dropped, no longer served, new; how objects are stored and converted. */
export function compareVersions(before, after, stored) {
  return [...servedOf(before, after, stored), ...storageOf(before, after), ...conversionOf(before, after)]
}
function servedOf(before, after, stored) {
  const crd = after.name
  const findings = []
  const next = new Map(after.versions.map((version) => [version.name, version]))
  const everStored = new Set([...stored, ...before.versions.filter(({ storage }) => storage).map(({ name }) => name)])
  for (const version of [...everStored].sort()) {
    if (next.has(version)) continue
    findings.push({
      severity: 'error',
      rule: 'stored-version-removed',
      message: `CRD ${crd} drops version ${version}, in which clusters may still store objects. The API server then refuses the update (status.storedVersions).`,
      advice: `Keep ${version} with served: false for one more release, or have users migrate their objects and remove ${version} from status.storedVersions first.`,
      version,
      path: `spec.versions[${version}]`,
      before: 'storage',
      after: null,
    })
  }
  for (const { name: version, served, deprecated } of before.versions) {
    const now = next.get(version)
    if (served && now?.served !== true) {
      findings.push({
        severity: 'error',
        rule: 'served-version-removed',
        message: `CRD ${crd} no longer serves version ${version}. Manifests and clients that use it are refused.`,
        advice: `${deprecated ? `${version} was deprecated, so users were warned: waive this if that was long enough ago; tell` : `Serve ${version} for one more release, marked deprecated, and tell`} users to move to ${servedVersions(after)}.`,
        version,
        path: `spec.versions[${version}].served`,
        before: true,
        after: now === undefined ? null : false,
      })
    } else if (now?.deprecated === true && !deprecated) {
      findings.push({
        severity: 'info',
        rule: 'version-deprecated',
        message: `CRD ${crd} deprecates version ${version}.`,
        advice: `Tell users to move to ${servedVersions(after, version)}.`,
        version,
        path: `spec.versions[${version}].deprecated`,
        before: false,
        after: true,
      })
    }
  }
  for (const { name, served } of after.versions) {
    if (before.versions.some((version) => version.name === name)) continue
    findings.push({
      severity: 'info',
      rule: 'version-added',
      message: `CRD ${crd} has a new version, ${name}${served ? '' : ', not served'}.`,
      advice: 'Nothing to do.',
      version: name,
      path: `spec.versions[${name}]`,
      before: null,
      after: name,
    })
  }
  return findings
}
function servedVersions(definition, except) {
  const served = definition.versions
    .filter((version) => version.served && version.name !== except)
    .map(({ name }) => name)
  return served.length === 0 ? 'another kind' : served.join(' or ')
}
/** Objects are written in another version from now on; without a webhook, only their apiVersion changes. */
function storageOf(before, after) {
  const [old, now] = [before, after].map((definition) => definition.versions.find((version) => version.storage))
  if (old === undefined || now === undefined || old.name === now.name) return []
  // Dropped at once: that is the finding, and the worse one.
  if (!after.versions.some(({ name }) => name === old.name)) return []
  const common = {
    version: now.name,
    path: `spec.versions[${now.name}].storage`,
    before: old.name,
    after: now.name,
  }
  const lost =
    strategyOf(after) === 'Webhook' || old.schema === undefined || now.schema === undefined
      ? []
      : compareSchemas(old.schema, now.schema, after.prunes).filter(({ severity }) => severity === 'error')
  const migrate = `Migrate stored objects (kube-storage-version-migrator) before ${old.name} is ever dropped.`
  if (lost.length === 0) {
    return [
      {
        ...common,
        severity: 'warning',
        rule: 'storage-version-changed',
        message: `CRD ${after.name} stores objects in ${now.name} instead of ${old.name}.`,
        advice: migrate,
      },
    ]
  }
  const paths = lost.map(({ path }) => showPath(path))
  const shown = `${paths.slice(0, 4).join(', ')}${paths.length > 4 ? ` and ${paths.length - 4} more` : ''}`
  // Generated files say nothing of conversion; a kustomize patch often adds the webhook.
  const isSaid = member(after.conversion, 'strategy') !== undefined
  return [
    {
      ...common,
      severity: isSaid ? 'error' : 'warning',
      rule: isSaid ? 'storage-version-loses-data' : 'storage-version-changed',
      message: `CRD ${after.name} stores objects in ${now.name} instead of ${old.name}, and without a conversion webhook they do not fit: ${shown}.`,
      advice: `Add a conversion webhook${isSaid ? '' : ' (if a patch adds one, all is well)'}. ${migrate}`,
    },
  ]
}
function strategyOf({ conversion }) {
  return textMember(conversion, 'strategy') ?? 'None'
}
function conversionOf(before, after) {
  const crd = after.name
  const [old, now] = [strategyOf(before), strategyOf(after)]
  const findings = []
  if (old !== now) {
    const gone = now === 'None'
    findings.push({
      severity: gone && after.versions.length > 1 ? 'error' : 'warning',
      rule: 'conversion-changed',
      message: gone
        ? `CRD ${crd} no longer converts by a webhook: between versions only apiVersion changes, and fields that one of them lacks are dropped.`
        : `CRD ${crd} converts by a webhook now. Where the webhook is not reachable, its objects cannot be read in another version.`,
      advice: gone
        ? 'Keep the webhook as long as versions differ.'
        : 'Install the webhook and its certificate before the CRD.',
      path: 'spec.conversion.strategy',
      before: old,
      after: now,
    })
  }
  const [oldService, newService] = [serviceOf(before), serviceOf(after)]
  if (
    now === 'Webhook' &&
    newService !== undefined &&
    (oldService === undefined || canonical(oldService) !== canonical(newService))
  ) {
    const namespace = textMember(newService, 'namespace') ?? '?'
    findings.push({
      severity: 'warning',
      rule: 'webhook-namespace',
      message: `CRD ${crd} has its conversion webhook at service ${textMember(newService, 'name') ?? '?'} in namespace ${namespace}, as its source installs it.`,
      advice:
        'Patch namespace, name and caBundle to where you install it, or objects cannot be read in another version.',
      path: 'spec.conversion.webhook.clientConfig.service',
      before: oldService ?? null,
      after: newService,
    })
  }
  return findings
}
function serviceOf({ conversion: value }) {
  const webhook = member(value, 'webhook') ?? value
  return member(member(webhook, 'clientConfig') ?? member(webhook, 'webhookClientConfig'), 'service')
}
