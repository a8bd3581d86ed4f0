import { checkDefinition, isRatcheted, versionOf } from './check-definition.js'
import { size } from '../compare/compare-definition.js'
import { textMember } from '../../yaml/index.js'
/**
 * What the API server has against a definition: an error, as nobody can install it; a warning where the copy that is here has
 * the same, for then the API server lets it pass on update.
 */
export function judgeValidity(before, after) {
  const crd = after.name
  if (textMember(after.value, 'apiVersion') === 'apiextensions.k8s.io/v1beta1') {
    return [
      {
        severity:
          before === null || textMember(before.value, 'apiVersion') !== 'apiextensions.k8s.io/v1beta1'
            ? 'error'
            : 'warning',
        rule: 'definition-invalid',
        message: `CRD ${crd} is written in apiextensions.k8s.io/v1beta1, which Kubernetes 1.22 and later refuse.`,
        advice: 'Have the source generate apiextensions.k8s.io/v1 (controller-gen 0.3 and later).',
        crd,
        path: 'apiVersion',
        after: 'apiextensions.k8s.io/v1beta1',
      },
    ]
  }
  const old = before === null ? [] : checkDefinition(before.value)
  const refusals = checkDefinition(after.value).map((refusal) => {
    const ratcheted = isRatcheted(refusal, old)
    const version = versionOf(refusal, after.value)
    return {
      severity: ratcheted ? 'warning' : 'error',
      rule: 'definition-invalid',
      message: `CRD ${crd}: the API server refuses it${ratcheted ? ' where it is not installed yet' : ''}: ${refusal.field}: ${refusal.detail || 'required'}.`,
      advice: 'Have it corrected in the source.',
      crd,
      ...(version !== undefined && { version }),
      path: refusal.field,
    }
  })
  const large = before === null ? size(null, after).map((told) => ({ ...told, crd })) : []
  return [...refusals, ...large]
}
