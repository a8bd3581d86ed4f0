import { buildIndex, type World } from '../../packages/sandbox/index.ts'
import type { Scene } from './scene.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const IMAGE = 'project-codeflare/codeflare-operator'

const MANIFEST = `train: codeflare
title: CodeFlare Stack
components:
  operator:
    name: CodeFlare Operator
    repository: ${OPERATOR}
    leads: true
    images:
      - { name: quay.io/${IMAGE} }
    versions:
      - { of: operator, file: charts/operator/Chart.yaml, form: helm-chart, key: appVersion }
      - { of: operator, file: charts/operator/values.yaml, form: helm-values, key: quay.io/${IMAGE} }
      - { of: operator, file: config/manifests/kustomization.yaml, form: kustomize-patch, key: /metadata/annotations/containerImage }
      - { of: kuberay, file: Makefile, form: makefile, key: KUBERAY_VERSION }
    beside:
      - { of: kuberay, as: Go API, file: go.mod, form: go-mod, key: github.com/ray-project/kuberay/ray-operator }
    matrix: { file: README.md, section: Compatibility Matrix }
external:
  kuberay: { name: KubeRay, repository: ray-project/kuberay }
`

const readme = (operator: string, kuberay: string): string => `# The operator

<!-- Compatibility Matrix start -->
| Component | Version |
|---|---|
| CodeFlare Operator | ${operator} |
| KubeRay | ${kuberay} |
<!-- Compatibility Matrix end -->
`

const FILES: Readonly<Record<string, string>> = {
  'release-train.yaml': MANIFEST,
  'README.md': readme('v1.2.0', 'v1.1.0'),
  Makefile: 'KUBERAY_VERSION ?= v1.2.2\n',
  'go.mod': `module github.com/${OPERATOR}

require github.com/ray-project/kuberay/ray-operator v1.2.2

// ray-operator v1.2.2 deprecates what we still use.
replace github.com/ray-project/kuberay/ray-operator v1.2.2 => github.com/ray-project/kuberay/ray-operator v1.2.1
`,
  'charts/operator/Chart.yaml':
    'apiVersion: v2\nname: codeflare-operator\nversion: 0.1.0\nappVersion: "v1.2.0" # of the image\n',
  'charts/operator/values.yaml': `image:\n  registry: quay.io\n  repository: ${IMAGE}\n  tag: v1.2.0\n  digest: ""\n`,
  'config/manifests/kustomization.yaml': `patches:\r\n- patch: '[{"op":"add","path":"/metadata/annotations/containerImage","value":"quay.io/${IMAGE}:v1.2.0"}]'\r\n`,
}

async function published(world: World): Promise<void> {
  const quay = await world.registry('quay.io')
  quay.push(
    IMAGE,
    ['v1.3.0'],
    buildIndex({ name: IMAGE, version: 'v1.3.0', revision: 'c'.repeat(40), source: `https://github.com/${OPERATOR}` }),
  )
}

export const pinImages: Scene = {
  action: 'update-image-refs',
  concurrent: true,
  title: 'a Helm chart and a JSON patch get operator v1.3.0 with its digest',
  async furnish(world) {
    await published(world)
    return {
      with: { versions: 'operator=v1.3.0\nkuberay=v1.2.2', digests: 'true' },
      environment: { GITHUB_REPOSITORY: OPERATOR },
      files: FILES,
    }
  },
}

/** Two releases, each with its own matrix, and KubeRay's. */
async function releases({ github }: World): Promise<void> {
  await github.createRepository(OPERATOR, { files: { 'README.md': readme('v1.1.0', 'v1.0.0') } })
  await github.tag(OPERATOR, 'v1.1.0', { message: 'Release v1.1.0' })
  await github.commit(OPERATOR, 'main', {
    message: 'docs: support matrix of v1.2.0',
    author: 'ada',
    files: { 'README.md': readme('v1.2.0', 'v1.1.0') },
  })
  await github.tag(OPERATOR, 'v1.2.0', { message: 'Release v1.2.0' })
  await github.createRepository('ray-project/kuberay', { files: { 'README.md': 'KubeRay\n' } })
  for (const tag of ['v1.0.0', 'v1.1.0', 'v1.2.1', 'v1.2.2']) await github.tag('ray-project/kuberay', tag, {})
}

export const history: Scene = {
  action: 'update-support-matrix',
  concurrent: true,
  title: 'KubeRay with its Go API beside it, digests, and the last three releases',
  async furnish(world) {
    await published(world)
    await releases(world)
    return {
      with: {
        token: 'ghs_release_token',
        versions: 'operator=v1.3.0',
        digests: 'true',
        'history-file': 'docs/support-matrix.md',
      },
      environment: { GITHUB_REPOSITORY: OPERATOR },
      files: Object.fromEntries(
        Object.entries(FILES).map(([file, text]) => [
          file,
          file === 'README.md' ? text : text.replace('v1.2.0', 'v1.3.0'),
        ]),
      ),
    }
  },
}
