import { publishedBundle } from './gen-bundle.ts'
import type { Scene } from './scene.ts'

export const CATALOG = 'redhat-openshift-ecosystem/community-operators-prod'
const FORK_OWNER = 'release-manager'

/** A bundle without errors, as gen-bundle would write it. */
export function bundleFiles(version: string, replaces: string | null, channels = 'alpha'): Record<string, string> {
  return {
    'manifests/codeflare-operator.clusterserviceversion.yaml': `apiVersion: operators.coreos.com/v1alpha1
kind: ClusterServiceVersion
metadata:
  annotations:
    alm-examples: '[]'
    capabilities: Basic Install
    categories: AI/Machine Learning
    containerImage: quay.io/project-codeflare/codeflare-operator:v${version}
    createdAt: "2024-03-12T09:00:00Z"
    description: Manages the CodeFlare stack of distributed workloads.
    repository: https://github.com/project-codeflare/codeflare-operator
    support: Project CodeFlare
  name: codeflare-operator.v${version}
  namespace: placeholder
spec:
  apiservicedefinitions: {}
  customresourcedefinitions: {}
  description: Manages the CodeFlare stack of distributed workloads.
  displayName: CodeFlare Operator
  icon:
  - base64data: iVBORw0KGgo=
    mediatype: image/png
  install:
    spec:
      deployments:
      - name: codeflare-operator-manager
        spec:
          replicas: 1
          selector:
            matchLabels:
              app: codeflare
          strategy: {}
          template:
            metadata:
              labels:
                app: codeflare
            spec:
              containers:
              - image: quay.io/project-codeflare/codeflare-operator@sha256:${'0'.repeat(64)}
                name: manager
                resources:
                  requests:
                    cpu: 100m
                    memory: 64Mi
              serviceAccountName: codeflare-operator-controller-manager
    strategy: deployment
  installModes:
  - supported: false
    type: OwnNamespace
  - supported: false
    type: SingleNamespace
  - supported: false
    type: MultiNamespace
  - supported: true
    type: AllNamespaces
  keywords:
  - ray
  links:
  - name: CodeFlare
    url: https://github.com/project-codeflare
  maintainers:
  - email: codeflare@example.com
    name: CodeFlare
  maturity: alpha
  provider:
    name: Project CodeFlare
${replaces === null ? '' : `  replaces: codeflare-operator.v${replaces}\n`}  version: ${version}
`,
    'metadata/annotations.yaml': `annotations:
  operators.operatorframework.io.bundle.mediatype.v1: registry+v1
  operators.operatorframework.io.bundle.manifests.v1: manifests/
  operators.operatorframework.io.bundle.metadata.v1: metadata/
  operators.operatorframework.io.bundle.package.v1: codeflare-operator
  operators.operatorframework.io.bundle.channels.v1: ${channels}
`,
  }
}

export function below(directory: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${directory}/${path}`, text]))
}

export const submit: Scene = {
  action: 'submit-bundle',
  concurrent: true,
  title: 'a bundle is proposed from a fork that lags behind the catalog',
  async furnish({ github }) {
    await github.createRepository(CATALOG, {
      collaborators: ['catalog-bot'],
      files: {
        'README.md': 'Community operators\n',
        'operators/codeflare-operator/ci.yaml': 'updateGraph: replaces-mode\nreviewers:\n  - sutaakar\n',
        ...publishedBundle('1.1.0', null),
      },
    })
    github.fork(CATALOG, FORK_OWNER)
    await github.commit(CATALOG, 'main', {
      message: 'operator codeflare-operator (1.2.0)',
      files: publishedBundle('1.2.0', '1.1.0'),
    })
    return {
      with: { token: 'ghs_release_token', 'fork-owner': FORK_OWNER, 'body-file': 'notes.md' },
      environment: { GITHUB_REPOSITORY: 'project-codeflare/codeflare-operator' },
      files: { 'notes.md': 'The operator of CodeFlare v1.3.0.\n', ...below('bundle', bundleFiles('1.3.0', '1.2.0')) },
    }
  },
}
