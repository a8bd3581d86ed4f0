const COMMON = [
  'ClusterServiceVersion',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Service',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'PrometheusRule',
  'ServiceMonitor',
  'Secret',
  'ConfigMap',
  'PodDisruptionBudget',
  'PriorityClass',
  'VerticalPodAutoscaler',
  'ConsoleYAMLSample',
  'ConsoleQuickStart',
  'ConsoleCLIDownload',
  'ConsoleLink',
]
/** Kinds that a bundle may hold (operator-registry, `supported_resources.go`: v1.26.3 and v1.59.0). */
export const SUPPORTED_KINDS = {
  'v1.27.0': new Set(COMMON),
  'v1.42.3': new Set([...COMMON, 'ConsolePlugin', 'NetworkPolicy']),
}
const CATEGORIES_2022 = [
  'AI/Machine Learning',
  'Application Runtime',
  'Big Data',
  'Cloud Provider',
  'Developer Tools',
  'Database',
  'Integration & Delivery',
  'Logging & Tracing',
  'Monitoring',
  'Modernization & Migration',
  'Networking',
  'OpenShift Optional',
  'Security',
  'Storage',
  'Streaming & Messaging',
]
/** Categories that OperatorHub shows operators under. */
export const CATEGORIES = {
  'v1.27.0': new Set(CATEGORIES_2022),
  'v1.42.3': new Set([...CATEGORIES_2022, 'Observability']),
}
