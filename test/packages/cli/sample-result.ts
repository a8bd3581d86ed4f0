import { code, paragraph } from '../../../packages/plan/index.ts'
import type { RehearsalResult } from '../../../packages/cli/rehearsal/result.ts'

const digest = (seed: string): string => `sha256:${seed.repeat(64).slice(0, 64)}`
const sha = (seed: string): string => seed.repeat(40).slice(0, 40)

/** A result made by hand, with everything that a page or a report must cope with. */
export const SAMPLE: RehearsalResult = {
  title: 'CodeFlare Stack',
  version: 'v1.3.0',
  previous: 'v1.2.0',
  outcome: 'released',
  failure: null,
  writes: 42,
  stages: [
    {
      number: 1,
      title: 'Components release',
      state: 'done',
      summary: 'MCAD v1.41.0, SDK v0.15.0; InstaScale has nothing new, v0.4.0 stays',
      steps: [
        {
          action: 'semver-tag',
          where: 'project-codeflare/multi-cluster-app-dispatcher',
          title: 'Tag and release v1.41.0',
          state: 'done',
          note: '',
          plan: [
            {
              action: 'create',
              subject: 'tag v1.41.0 of project-codeflare/multi-cluster-app-dispatcher',
              before: null,
              after: sha('a1'),
              reason: 'minor, because of feat(api)',
            },
          ],
          findings: [],
          report: [paragraph('Version ', code('v1.41.0'), ' <script>alert(1)</script>')],
          outputs: {},
        },
        {
          action: 'release-components',
          where: 'project-codeflare/codeflare-operator',
          title: 'Start the release workflows',
          state: 'not-automated',
          note: 'The components are released here one by one instead.',
          plan: [],
          findings: [],
          report: [],
          outputs: {},
        },
      ],
    },
    { number: 2, title: 'The operator adopts them', state: 'nothing', summary: 'All references are right', steps: [] },
    { number: 3, title: 'Bundle, tests, matrix', state: 'not-automated', summary: 'gen-bundle', steps: [] },
    { number: 4, title: 'Operator tag', state: 'failed', summary: 'failed', steps: [] },
    { number: 5, title: 'Community operators', state: 'waiting', summary: '', steps: [] },
    { number: 6, title: 'stable moves', state: 'planned', summary: '3 tags', steps: [] },
  ],
  members: [
    {
      id: 'mcad',
      name: 'Multi-Cluster App Dispatcher',
      repository: 'project-codeflare/multi-cluster-app-dispatcher',
      kind: 'component',
      dependsOn: [],
      before: 'v1.40.0',
      after: 'v1.41.0',
    },
    {
      id: 'instascale',
      name: 'InstaScale',
      repository: 'project-codeflare/instascale',
      kind: 'component',
      dependsOn: ['mcad'],
      before: 'v0.4.0',
      after: 'v0.4.0',
    },
    {
      id: 'kuberay',
      name: 'KubeRay',
      repository: 'ray-project/kuberay',
      kind: 'external',
      dependsOn: [],
      before: 'v1.0.0',
      after: 'v1.1.0',
    },
    {
      id: 'torchx',
      name: 'TorchX',
      repository: 'project-codeflare/torchx',
      kind: 'external',
      dependsOn: [],
      before: 'v0.6.0',
      after: 'v0.6.0',
    },
    {
      id: 'sdk',
      name: 'CodeFlare-SDK',
      repository: 'project-codeflare/codeflare-sdk',
      kind: 'component',
      dependsOn: ['kuberay', 'torchx'],
      before: 'v0.14.0',
      after: 'v0.15.0',
    },
    {
      id: 'operator',
      name: 'CodeFlare Operator',
      repository: 'project-codeflare/codeflare-operator',
      kind: 'component',
      dependsOn: ['mcad', 'instascale', 'kuberay', 'sdk'],
      before: 'v1.2.0',
      after: 'v1.3.0',
    },
    {
      id: 'catalog',
      name: 'Community operators',
      repository: 'redhat-openshift-ecosystem/community-operators-prod',
      kind: 'target',
      dependsOn: ['operator'],
      before: null,
      after: null,
    },
    {
      id: 'odh',
      name: 'Distributed Workloads',
      repository: 'opendatahub-io/distributed-workloads',
      kind: 'target',
      dependsOn: ['catalog'],
      before: null,
      after: null,
    },
  ],
  images: [
    {
      name: 'quay.io/project-codeflare/codeflare-operator',
      platforms: ['linux/amd64', 'linux/arm64', 'linux/ppc64le', 'linux/s390x'],
      tags: [
        { tag: 'dev', before: digest('a0'), after: digest('b1') },
        { tag: 'stable', before: digest('c2'), after: digest('b1') },
        { tag: 'v1.2.0', before: digest('c2'), after: digest('c2') },
        { tag: 'v1.3.0', before: null, after: digest('b1') },
      ],
    },
  ],
  repositories: [
    {
      name: 'project-codeflare/codeflare-operator',
      tags: [{ name: 'v1.3.0', sha: sha('d3') }],
      commits: [
        {
          sha: sha('d3'),
          subject: 'Update dependency versions for release v1.3.0 (#481)',
          files: [
            { path: 'Makefile', added: 2, removed: 2 },
            { path: 'config/crd/crd-appwrapper.yml', added: 8, removed: 0 },
          ],
          patch:
            'diff --git a/Makefile b/Makefile\n--- a/Makefile\n+++ b/Makefile\n@@ -6 +6 @@\n-MCAD_VERSION ?= v1.40.0\n+MCAD_VERSION ?= v1.41.0\n',
        },
      ],
    },
  ],
  matrix:
    '| Component | Version |\n|---|---|\n| CodeFlare Operator | [v1.3.0](https://github.com/project-codeflare/codeflare-operator/releases/tag/v1.3.0) |\n',
  notes:
    '## What’s new\n\n- **feat**: something by @ada in #12\n\n<img src=x onerror=alert(1)>\n\n[no](javascript:alert(1))\n',
  messages: [{ channel: 'Slack', to: '#codeflare', text: 'CodeFlare Stack v1.3.0 is out' }],
  plans: [{ title: 'Before the first step', report: [paragraph('v1.3.0 is next')] }],
}
