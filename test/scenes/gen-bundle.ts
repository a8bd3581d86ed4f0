import { buildIndex } from '../../packages/sandbox/index.ts'
import type { Scene } from './scene.ts'

const CATALOG = 'redhat-openshift-ecosystem/community-operators-prod'
const IMAGE = 'project-codeflare/codeflare-operator'

/** A published bundle, as far as the update graph reads it. */
export function publishedBundle(version: string, replaces: string | null, channels = 'alpha'): Record<string, string> {
  const home = `operators/codeflare-operator/${version}`
  return {
    [`${home}/manifests/codeflare-operator.clusterserviceversion.yaml`]: `apiVersion: operators.coreos.com/v1alpha1
kind: ClusterServiceVersion
metadata:
  name: codeflare-operator.v${version}
spec:
  version: ${version}
${replaces === null ? '' : `  replaces: codeflare-operator.v${replaces}\n`}`,
    [`${home}/metadata/annotations.yaml`]: `annotations:
  operators.operatorframework.io.bundle.package.v1: codeflare-operator
  operators.operatorframework.io.bundle.channels.v1: ${channels}
`,
  }
}

/** What kustomize renders of a small operator with a webhook. */
export const RENDERED = `apiVersion: v1
kind: Namespace
metadata:
  name: codeflare
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: codeflare-manager
  namespace: codeflare
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: codeflare-manager
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: codeflare-manager
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: codeflare-manager
subjects:
- kind: ServiceAccount
  name: codeflare-manager
  namespace: codeflare
---
apiVersion: v1
kind: Service
metadata:
  name: webhook-service
  namespace: codeflare
spec:
  ports:
  - port: 443
    targetPort: 9443
  selector:
    app: codeflare
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: codeflare-manager
  namespace: codeflare
spec:
  selector:
    matchLabels:
      app: codeflare
  template:
    metadata:
      labels:
        app: codeflare
    spec:
      serviceAccountName: codeflare-manager
      containers:
      - name: manager
        image: controller:latest
        resources:
          requests:
            cpu: 100m
            memory: 64Mi
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: codeflare
webhooks:
- name: raycluster.codeflare.dev
  admissionReviewVersions: [v1]
  clientConfig:
    service:
      name: webhook-service
      namespace: codeflare
      path: /validate-ray-io-v1-raycluster
  namespaceSelector:
    matchLabels:
      kueue: managed
  rules:
  - apiGroups: [ray.io]
    apiVersions: [v1]
    operations: [CREATE]
    resources: [rayclusters]
  sideEffects: None
---
apiVersion: operators.coreos.com/v1alpha1
kind: ClusterServiceVersion
metadata:
  name: codeflare-operator.v0.0.0
  namespace: placeholder
  annotations:
    capabilities: Basic Install
    categories: AI/Machine Learning
    containerImage: quay.io/project-codeflare/codeflare-operator:latest
    description: Manages the CodeFlare stack of distributed workloads.
    repository: https://github.com/project-codeflare/codeflare-operator
    support: Project CodeFlare
spec:
  displayName: CodeFlare Operator
  description: |
    Manages the CodeFlare stack of distributed workloads.
  icon:
  - base64data: iVBORw0KGgo=
    mediatype: image/png
  install:
    strategy: deployment
  installModes:
  - {type: OwnNamespace, supported: false}
  - {type: SingleNamespace, supported: false}
  - {type: MultiNamespace, supported: false}
  - {type: AllNamespaces, supported: true}
  keywords: [ray]
  links:
  - {name: CodeFlare, url: https://github.com/project-codeflare}
  maintainers:
  - {name: CodeFlare, email: codeflare@example.com}
  maturity: alpha
  provider:
    name: Project CodeFlare
`

export const release: Scene = {
  action: 'gen-bundle',
  concurrent: true,
  title: 'v1.3.0 is made in place of v1.2.0, with its image by digest',
  async furnish(world) {
    const quay = await world.registry('quay.io')
    quay.push(
      IMAGE,
      ['v1.3.0'],
      buildIndex({
        name: IMAGE,
        version: 'v1.3.0',
        revision: 'c'.repeat(40),
        source: 'https://github.com/project-codeflare/codeflare-operator',
      }),
    )
    await world.github.createRepository(CATALOG, {
      files: {
        'operators/codeflare-operator/ci.yaml': 'updateGraph: replaces-mode\nreviewers:\n  - sutaakar\n',
        ...publishedBundle('1.1.0', null),
        ...publishedBundle('1.2.0', '1.1.0'),
      },
    })
    return {
      with: {
        token: 'ghs_release_token',
        version: '1.3.0',
        package: 'codeflare-operator',
        manifests: 'config/rendered.yaml',
        image: `quay.io/${IMAGE}:v1.3.0`,
        catalog: CATALOG,
        'created-at': '2024-03-12T09:00:00Z',
      },
      environment: { GITHUB_REPOSITORY: IMAGE },
      files: {
        'config/rendered.yaml': RENDERED,
        'bundle/manifests/mcad-config_v1_configmap.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mcad-config\n',
        'bundle/metadata/annotations.yaml': 'annotations:\n  com.redhat.openshift.versions: v4.12\n',
      },
    }
  },
}
