import { type Json, listMember, member } from '../../yaml/index.ts'

/** The containers of a deployment, then those that run before them. */
export function containersOf(deployment: Json): readonly Json[] {
  const pod = member(member(member(deployment, 'spec'), 'template'), 'spec')
  return [...listMember(pod, 'containers'), ...listMember(pod, 'initContainers')]
}
