import type { Scene } from './scene.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const WORKLOADS = 'opendatahub-io/distributed-workloads'
const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'

const MANIFEST = `train: codeflare
title: CodeFlare Stack
components:
  operator:
    name: CodeFlare Operator
    repository: ${OPERATOR}
    leads: true
    depends-on: [mcad]
    versions:
      - { of: operator, file: config/params.env, form: params-env, key: codeflare-operator-controller-image }
      - { of: mcad, file: Makefile, form: makefile, key: MCAD_VERSION }
      - { of: mcad, file: go.mod, form: go-mod, key: github.com/${MCAD} }
    matrix: { file: README.md, section: Compatibility Matrix }
  mcad:
    name: Multi-Cluster App Dispatcher
    repository: ${MCAD}
`

const README = `# The operator

<!-- Compatibility Matrix start -->
CodeFlare Stack Compatibility Matrix

| Component | Version |
|---|---|
| CodeFlare Operator | [v1.2.0](https://github.com/${OPERATOR}/releases/tag/v1.2.0) |
| Multi-Cluster App Dispatcher | [v1.40.0](https://github.com/${MCAD}/releases/tag/v1.40.0) |
<!-- Compatibility Matrix end -->

Everything else stays, v1.40.0 in prose too.
`

const files = (mcad: string): Record<string, string> => ({
  'release-train.yaml': MANIFEST,
  'README.md': README,
  Makefile: `# MCAD_VERSION is the version of MCAD\nMCAD_VERSION ?= ${mcad}\n`,
  'go.mod': `module github.com/${OPERATOR}\n\nrequire (\n\tgithub.com/${MCAD} ${mcad} // the dispatcher\n)\n`,
  'config/params.env': 'codeflare-operator-controller-image=quay.io/project-codeflare/codeflare-operator:v1.2.0\r\n',
})

export const writeVersions: Scene = {
  action: 'update-image-refs',
  title: 'MCAD v1.41.0 and the operator v1.3.0 are written where the manifest says',
  furnish: () => ({
    with: { versions: 'mcad=v1.41.0\noperator=v1.3.0' },
    environment: { GITHUB_REPOSITORY: OPERATOR },
    files: files('v1.40.0'),
  }),
}

export const updateMatrix: Scene = {
  action: 'update-support-matrix',
  title: 'the matrix of v1.3.0 is aligned and true',
  async furnish({ github }) {
    await github.createRepository(OPERATOR, { files: { 'README.md': 'The operator\n' } })
    await github.createRepository(MCAD, { files: { 'README.md': 'MCAD\n' } })
    await github.tag(MCAD, 'v1.41.0', { message: 'Release v1.41.0' })
    return {
      with: { token: 'ghs_release_token', versions: 'operator=v1.3.0\nmcad=v1.41.0', 'notes-file': 'matrix.md' },
      environment: { GITHUB_REPOSITORY: OPERATOR },
      files: {
        ...files('v1.41.0'),
        'config/params.env':
          'codeflare-operator-controller-image=quay.io/project-codeflare/codeflare-operator:v1.3.0\n',
      },
    }
  },
}

export const downstream: Scene = {
  action: 'update-downstream',
  title: 'who builds on the stack gets v1.3.0 in its files and its matrix, from a fork and without a clone',
  async furnish({ github }) {
    await github.createRepository(MCAD, { files: { 'README.md': 'MCAD\n' } })
    await github.tag(MCAD, 'v1.41.0', { message: 'Release v1.41.0' })
    await github.createRepository(OPERATOR, { files: { 'README.md': 'The operator\n' } })
    await github.tag(OPERATOR, 'v1.3.0', { message: 'Release v1.3.0' })
    await github.createRepository(WORKLOADS, {
      files: { 'README.md': README, 'stack/params.env': 'operator-image=quay.io/org/operator:v1.2.0\n' },
    })
    return {
      with: { token: 'ghs_release_token', versions: 'operator=v1.3.0\nmcad=v1.41.0', 'fork-owner': 'release-manager' },
      environment: { GITHUB_REPOSITORY: OPERATOR },
      files: {
        'release-train.yaml': `${MANIFEST}downstream:
  - name: Distributed Workloads
    repository: ${WORKLOADS}
    within-days: 7
    versions:
      - { of: operator, file: stack/params.env, form: params-env, key: operator-image }
    matrix: { file: README.md, section: Compatibility Matrix }
`,
      },
    }
  },
}

export const trackedPlan: Scene = {
  action: 'release-plan',
  title: 'an issue of the release says where it stands',
  async furnish(world) {
    const { with: inputs, ...rest } = await whereAreWe.furnish(world)
    return { ...rest, with: { ...inputs, 'tracking-issue': 'auto' } }
  },
}

export const whereAreWe: Scene = {
  action: 'release-plan',
  title: 'MCAD v1.41.0 is out and the operator has not taken it in',
  readsOnly: true,
  async furnish({ github }) {
    const author = 'ada'
    await github.createRepository(MCAD, { files: { 'README.md': 'MCAD\n' } })
    await github.tag(MCAD, 'v1.40.0', { message: 'Release v1.40.0' })
    await github.commit(MCAD, 'main', {
      message: 'feat: quotas (#7)',
      author,
      files: { 'quota.go': 'package quota\n' },
    })
    await github.tag(MCAD, 'v1.41.0', { message: 'Release v1.41.0' })
    await github.createRepository(OPERATOR, { files: files('v1.40.0') })
    await github.tag(OPERATOR, 'v1.2.0', { message: 'Release v1.2.0' })
    await github.release(OPERATOR, { tag: 'v1.2.0', body: README })
    await github.release(MCAD, { tag: 'v1.40.0' })
    await github.release(MCAD, { tag: 'v1.41.0' })
    await github.commit(OPERATOR, 'main', {
      message: 'fix: a leak (#8)',
      author,
      files: { 'leak.go': 'package leak\n' },
    })
    return {
      with: { token: 'ghs_release_token', now: '2024-03-20T09:00:00Z' },
      environment: { GITHUB_REPOSITORY: OPERATOR, GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' },
      files: files('v1.40.0'),
    }
  },
}
