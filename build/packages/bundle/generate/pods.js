import { listMember, member } from '../../yaml/index.js'
/** The containers of a deployment, then those that run before them. */
export function containersOf(deployment) {
  const pod = member(member(member(deployment, 'spec'), 'template'), 'spec')
  return [...listMember(pod, 'containers'), ...listMember(pod, 'initContainers')]
}
