import { listMember, member } from '../../../yaml/index.js'
import { compareSemVer, readTolerant } from '../../graph/semver.js'
import { textAt, textOf, valueAt } from '../bundle-files.js'
/** APIs that Kubernetes removed, by the release that no longer has them (kubernetes.io/docs/reference/using-api/deprecation-guide). */
const REMOVED = {
  1.22: {
    'scheduling.k8s.io/v1beta1': ['PriorityClass'],
    'rbac.authorization.k8s.io/v1beta1': ['Role', 'ClusterRoleBinding', 'RoleBinding', 'ClusterRole'],
    'apiregistration.k8s.io/v1beta1': ['APIService'],
    'authentication.k8s.io/v1beta1': ['TokenReview'],
    'authorization.k8s.io/v1beta1': ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SubjectAccessReview'],
    'admissionregistration.k8s.io/v1beta1': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
    'coordination.k8s.io/v1beta1': ['Lease'],
    'extensions/v1beta1': ['Ingress'],
    'networking.k8s.io/v1beta1': ['Ingress', 'IngressClass'],
    'storage.k8s.io/v1beta1': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
    'certificates.k8s.io/v1beta1': ['CertificateSigningRequest'],
  },
  1.25: {
    'batch/v1beta1': ['CronJob'],
    'discovery.k8s.io/v1beta1': ['EndpointSlice'],
    'events.k8s.io/v1beta1': ['Event'],
    'autoscaling/v2beta1': ['HorizontalPodAutoscaler'],
    'policy/v1beta1': ['PodDisruptionBudget', 'PodSecurityPolicy'],
    'node.k8s.io/v1beta1': ['RuntimeClass'],
  },
  1.26: { 'autoscaling/v2beta2': ['HorizontalPodAutoscaler'] },
}
/** Resources that permissions may be about an API of, which 1.25 removed. */
const RESOURCES_1_25 = new Set([
  'batch/cronjobs',
  'discovery.k8s.io/endpointslices',
  'events.k8s.io/events',
  'autoscaling/horizontalpodautoscalers',
  'policy/poddisruptionbudgets',
  'policy/podsecuritypolicies',
  'node.k8s.io/runtimeclasses',
])
/**
 * Uses of APIs that Kubernetes removed: warnings, or errors where the bundle says that it runs on a Kubernetes without them
 * (operator-framework/api, `validation/internal/removed_apis.go`).
 *
 * @param kubernetes the version that the bundle is checked for; empty for none.
 */
export function checkRemovedApis(bundle, kubernetes, findings) {
  const { csv } = bundle
  const minimum = textAt(csv.value, 'spec', 'minKubeVersion')
  const [target, least] = [readTolerant(kubernetes), readTolerant(minimum)]
  if (kubernetes !== '' && target === null) {
    findings.about(csv.file.path, {
      severity: 'error',
      rule: 'removed-apis',
      message: `invalid value informed via the k8s key option : ${kubernetes}`,
      advice: 'Give a version such as “1.29”.',
    })
  }
  if (minimum !== '' && least === null) {
    findings.at(csv.file, ['spec', 'minKubeVersion'], {
      severity: 'error',
      rule: 'removed-apis',
      message: `unable to use csv.Spec.MinKubeVersion to verify the CRD/Webhook apis because it has an invalid value: ${minimum}`,
      advice: 'Write three numbers, for example “1.25.0”.',
    })
  }
  for (const release of Object.keys(REMOVED)) {
    const gone = readTolerant(release)
    const isWithout = (version) => version !== null && gone !== null && compareSemVer(version, gone) >= 0
    say(release, usesOf(bundle, release), isWithout(target) || isWithout(least) ? 'error' : 'warning', findings)
    if (release === '1.25') say(release, permissionsOf(bundle), 'warning', findings)
  }
}
function say(release, uses, severity, findings) {
  const [first] = uses
  if (first === undefined) return
  const groups = Map.groupBy(uses, ({ group }) => group)
  const list = [...groups].map(
    ([group, all]) => `${group}: (${JSON.stringify(all.map(({ name }) => name)).replaceAll('","', '" "')})`,
  )
  findings.at(first.file, first.path, {
    severity,
    rule: 'removed-apis',
    message: `this bundle is using APIs which were deprecated and removed in v${release}. More info: https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v${release.replace('.', '-')}. Migrate the API(s) for ${list.sort().join(',')}`,
    advice: 'Use the API that the guide names instead.',
  })
}
function usesOf(bundle, release) {
  const removed = REMOVED[release] ?? {}
  const uses = bundle.objects.flatMap(({ file, kind, apiVersion, name }) => {
    if (release === '1.22' && kind === 'CustomResourceDefinition' && apiVersion === 'apiextensions.k8s.io/v1beta1') {
      return [{ file, path: ['apiVersion'], group: 'CRD', name }]
    }
    return removed[apiVersion]?.includes(kind) === true ? [{ file, path: ['apiVersion'], group: kind, name }] : []
  })
  return release === '1.25' ? [...resourcesOf(bundle, removed), ...uses] : uses
}
/** Resources that the descriptions of CRDs name. Their “version” is read as an apiVersion. */
function resourcesOf({ csv }, removed) {
  return describedResources(csv.value).flatMap(({ kind, apiVersion, path, name }) =>
    removed[apiVersion]?.includes(kind) === true ? [{ file: csv.file, path, group: kind, name }] : [],
  )
}
function describedResources(csv) {
  return ['owned', 'required'].flatMap((list) =>
    listMember(valueAt(csv, 'spec', 'customresourcedefinitions'), list).flatMap((crd, index) =>
      listMember(crd, 'resources').map((resource, position) => ({
        kind: textAt(resource, 'kind'),
        apiVersion: textAt(resource, 'version'),
        path: ['spec', 'customresourcedefinitions', list, index, 'resources', position],
        name: `ClusterServiceVersion.Spec.CustomResourceDefinitions.${list === 'owned' ? 'Owned' : 'Required'}[${index}].Resource[${position}]`,
      })),
    ),
  )
}
function permissionsOf({ csv }) {
  const described = new Set(describedResources(csv.value).map(({ kind }) => `${kind.toLowerCase()}s`))
  return ['clusterPermissions', 'permissions'].flatMap((list) =>
    listMember(valueAt(csv.value, 'spec', 'install', 'spec'), list).flatMap((permission, index) =>
      listMember(permission, 'rules').flatMap((rule, position) =>
        texts(member(rule, 'apiGroups')).flatMap((group) =>
          texts(member(rule, 'resources'))
            .filter((resource) => !described.has(resource) && RESOURCES_1_25.has(`${group}/${resource}`))
            .map((resource) => ({
              file: csv.file,
              path: ['spec', 'install', 'spec', list, index, 'rules', position],
              group: resource,
              name: `ClusterServiceVersion.Spec.InstallStrategy.StrategySpec.${list === 'permissions' ? 'Permissions' : 'ClusterPermissions'}[${index}].Rules[${position}]`,
            })),
        ),
      ),
    ),
  )
}
function texts(value) {
  return Array.isArray(value) ? value.flatMap((item) => textOf(item) ?? []) : []
}
