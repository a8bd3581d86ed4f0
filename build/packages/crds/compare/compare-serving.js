import { canonical, member, textMember } from '../../yaml/index.js'
/** What a version offers besides its schema: subresources, columns, field selectors. */
export function compareServing(old, now) {
  return [...subresources(old, now), ...columns(old, now)]
}
function subresources(old, now) {
  const version = now.name
  const at = (name) => ({
    version,
    path: `spec.versions[${version}].subresources.${name}`,
  })
  const findings = []
  const has = ({ subresources: all }, name) => member(all, name) !== undefined
  if (has(old, 'status') !== has(now, 'status')) {
    const gone = has(old, 'status')
    findings.push({
      ...at('status'),
      severity: gone ? 'error' : 'warning',
      rule: gone ? 'status-subresource-removed' : 'status-subresource-added',
      message: gone
        ? `${version}: the status subresource goes away. Controllers that write /status get 404, and whoever may edit objects may edit their status.`
        : `${version}: status is a subresource now. A status written with the rest of the object is ignored without a word.`,
      advice: gone ? 'Keep it.' : 'Controllers must write /status from now on; give them the right to.',
      before: gone ? 'present' : null,
      after: gone ? null : 'present',
    })
  }
  const [oldScale, newScale] = [scaleOf(old.subresources), scaleOf(now.subresources)]
  if (canonical(oldScale) !== canonical(newScale)) {
    const added = oldScale === null
    findings.push({
      ...at('scale'),
      severity: added ? 'info' : 'error',
      rule: added ? 'scale-subresource-added' : 'scale-subresource-changed',
      message: added
        ? `${version}: it can be scaled now (kubectl scale, HorizontalPodAutoscaler).`
        : `${version}: the scale subresource ${newScale === null ? 'goes away' : 'reads or writes other fields'}. Autoscalers that use it ${newScale === null ? 'fail' : 'act on something else'}.`,
      advice: added ? 'Nothing to do.' : 'Keep it as it was.',
      before: oldScale,
      after: newScale,
    })
  }
  return findings
}
function scaleOf(subresources_) {
  return member(subresources_, 'scale') ?? null
}
function columns(old, now) {
  const version = now.name
  const findings = []
  const named = (version_) =>
    new Map(
      version_.printerColumns.map((column) => [
        textMember(column, 'name') ?? '',
        textMember(column, 'jsonPath') ?? textMember(column, 'JSONPath') ?? '',
      ]),
    )
  const [was, is] = [named(old), named(now)]
  const gone = [...was.keys()].filter((name) => !is.has(name))
  const moved = [...was].filter(([name, path]) => is.has(name) && is.get(name) !== path).map(([name]) => name)
  const added = [...is.keys()].filter((name) => !was.has(name))
  if (gone.length + moved.length > 0) {
    findings.push({
      severity: 'warning',
      rule: 'printer-columns-changed',
      message: `${version}: kubectl get ${[gone.length > 0 ? `no longer shows ${gone.join(', ')}` : '', moved.length > 0 ? `shows something else as ${moved.join(', ')}` : ''].filter(Boolean).join(' and ')}.`,
      advice: 'Scripts that cut columns from its output may break; they should use -o json.',
      version,
      path: `spec.versions[${version}].additionalPrinterColumns`,
      before: [...was.keys()],
      after: [...is.keys()],
    })
  } else if (added.length > 0) {
    findings.push({
      severity: 'info',
      rule: 'printer-columns-added',
      message: `${version}: kubectl get shows ${added.join(', ')}, too.`,
      advice: 'Nothing to do.',
      version,
      path: `spec.versions[${version}].additionalPrinterColumns`,
      before: [...was.keys()],
      after: [...is.keys()],
    })
  }
  const unselectable = old.selectableFields.filter((path) => !now.selectableFields.includes(path))
  if (unselectable.length > 0) {
    findings.push({
      severity: 'error',
      rule: 'selectable-field-removed',
      message: `${version}: field selectors can no longer use ${unselectable.join(', ')}. Clients that select or watch by it are refused.`,
      advice: 'Keep the field selectable.',
      version,
      path: `spec.versions[${version}].selectableFields`,
      before: old.selectableFields,
      after: now.selectableFields,
    })
  }
  return findings
}
