import type { Finding } from '../../plan/index.ts'
import { entriesOf } from '../../yaml/index.ts'
import { SUPPORTED_KINDS } from '../validate/operator-sdk/rule-set.ts'
import type { Manifests } from './manifests.ts'

/** Whether OLM installs a kind from a bundle, as the newest operator-sdk has it. */
export function isSupported(kind: string): boolean {
  return SUPPORTED_KINDS['v1.42.3'].has(kind)
}

/** Kinds that an operator on OLM does without: said, but nothing to worry about. */
const NEEDLESS: ReadonlyMap<string, string> = new Map([
  ['Namespace', 'OLM installs the operator into a namespace that exists.'],
  ['Certificate', 'OLM makes the certificates of webhooks itself.'],
  ['Issuer', 'OLM makes the certificates of webhooks itself.'],
])

/** Objects that no bundle can hold. operator-sdk leaves them out without a word. */
export function droppedKinds(manifests: Manifests, file: string): Finding[] {
  const examples = new Set(manifests.customResources)
  const dropped = manifests.others.filter((object) => !isSupported(object.kind) && !examples.has(object))
  return [...Map.groupBy(dropped, ({ group, kind }) => (group === '' ? kind : `${kind}.${group}`))].map(
    ([kind, objects]) => {
      const needless = NEEDLESS.get(objects[0]?.kind ?? '')
      return {
        severity: needless === undefined ? 'warning' : 'info',
        rule: 'dropped-kind',
        file,
        ...(objects[0] !== undefined && { line: objects[0].line }),
        message: `${kind} is no kind that a bundle can hold; left out: ${objects.map(({ name }) => name).join(', ')}.`,
        advice: needless ?? 'Let the operator create it, or install it by other means.',
      }
    },
  )
}

/** What of a deployment has no place in the CSV. */
export function lostOfDeployments({ deployments }: Manifests, file: string): Finding[] {
  return deployments.flatMap(({ name, line, value }) => {
    if (entriesOf(value['metadata'], 'annotations').length === 0) return []
    return [
      {
        severity: 'info',
        rule: 'deployment-annotations',
        file,
        line,
        path: '.metadata.annotations',
        message: `The annotations of Deployment ${name} are lost: OLM takes a deployment's labels and its spec.`,
        advice: 'Annotations of the pods (.spec.template.metadata) stay.',
      },
    ]
  })
}
