import { entriesOf } from '../../yaml/index.js'
/** Kinds that OLM installs from a bundle beside the CSV (operator-registry v1.59, pkg/lib/bundle/supported_resources.go). */
const SUPPORTED = new Set([
  'ClusterServiceVersion',
  'CustomResourceDefinition',
  'Secret',
  'ClusterRole',
  'ClusterRoleBinding',
  'ConfigMap',
  'ServiceAccount',
  'Service',
  'Role',
  'RoleBinding',
  'PrometheusRule',
  'ServiceMonitor',
  'PodDisruptionBudget',
  'PriorityClass',
  'VerticalPodAutoscaler',
  'ConsoleYAMLSample',
  'ConsoleQuickStart',
  'ConsoleCLIDownload',
  'ConsoleLink',
  'ConsolePlugin',
  'NetworkPolicy',
])
export function isSupported(kind) {
  return SUPPORTED.has(kind)
}
/** Kinds that an operator on OLM does without: said, but nothing to worry about. */
const NEEDLESS = new Map([
  ['Namespace', 'OLM installs the operator into a namespace that exists.'],
  ['Certificate', 'OLM makes the certificates of webhooks itself.'],
  ['Issuer', 'OLM makes the certificates of webhooks itself.'],
])
/** Objects that no bundle can hold. operator-sdk leaves them out without a word. */
export function droppedKinds(manifests, file) {
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
export function lostOfDeployments({ deployments }, file) {
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
