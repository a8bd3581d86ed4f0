import { listMember, member, textMember } from '../../yaml/index.js'
/**
 * Splits roles and bindings by the accounts of the deployments (operator-sdk, `SplitCSVPermissionsObjects`, `applyRoles`,
 * `applyClusterRoles`). A role that several bindings name is taken as often as an account is bound to it, and a role of
 * the binding's own namespace comes before its namesakes; operator-sdk panics on both.
 */
export function splitRbac(manifests, extraServiceAccounts = []) {
  const accounts = new Set([...manifests.deployments.map(accountOf), ...extraServiceAccounts])
  const used = new Set()
  const left = []
  const rulesOf = (bindings, kinds) => {
    const rules = new Map()
    for (const binding of bindings) {
      const role = roleOf(binding, kinds, manifests)
      const subjects = listMember(binding.value, 'subjects')
      const ours = subjects.filter((subject) => isAccount(subject, accounts))
      if (role !== undefined && ours.length > 0) {
        used.add(role)
        for (const subject of ours) {
          const name = textMember(subject, 'name') ?? ''
          rules.set(name, [...(rules.get(name) ?? []), ...listMember(role.value, 'rules')])
        }
      }
      if (role === undefined || ours.length < subjects.length) left.push(binding)
    }
    return [...rules]
      .filter(([, list]) => list.length > 0)
      .map(([serviceAccountName, list]) => ({ serviceAccountName, rules: list }))
      .sort((one, other) => (one.serviceAccountName < other.serviceAccountName ? -1 : 1))
  }
  const permissions = rulesOf(manifests.roleBindings, ['Role', 'ClusterRole'])
  const clusterPermissions = rulesOf(manifests.clusterRoleBindings, ['ClusterRole'])
  const unbound = [...manifests.roles, ...manifests.clusterRoles].filter((role) => !used.has(role))
  const foreign = manifests.serviceAccounts.filter(({ name }) => !accounts.has(name))
  return { permissions, clusterPermissions, files: [...unbound, ...left, ...foreign] }
}
function accountOf(deployment) {
  const pod = member(member(member(deployment.value, 'spec'), 'template'), 'spec')
  return textMember(pod, 'serviceAccountName') ?? 'default'
}
function isAccount(subject, accounts) {
  return textMember(subject, 'kind') === 'ServiceAccount' && accounts.has(textMember(subject, 'name') ?? '')
}
/** The role of the stream that a binding names. */
function roleOf(binding, kinds, manifests) {
  const reference = member(binding.value, 'roleRef')
  const group = textMember(reference, 'apiGroup') ?? ''
  if (group !== '' && group !== 'rbac.authorization.k8s.io') return undefined
  const kind = kinds.find((known) => known === textMember(reference, 'kind'))
  if (kind === undefined) return undefined
  const name = textMember(reference, 'name') ?? ''
  const namesakes = (kind === 'Role' ? manifests.roles : manifests.clusterRoles).filter((role) => role.name === name)
  // Without namespaces to tell them apart, the last one counts, as it does for operator-sdk.
  return namesakes.find(({ namespace }) => kind === 'Role' && namespace === binding.namespace) ?? namesakes.at(-1)
}
