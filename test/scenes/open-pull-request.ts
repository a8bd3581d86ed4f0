import type { Scene } from './scene.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const DOWNSTREAM = 'opendatahub-io/distributed-workloads'

export const propose: Scene = {
  action: 'open-pull-request',
  title: 'changed, new and deleted files of the checkout become one pull request',
  async furnish({ github }) {
    await github.createRepository(OPERATOR, {
      files: { 'README.md': 'The operator\n', 'config/crd/a.yaml': 'old\n', 'config/crd/b.yaml': 'gone soon\n' },
    })
    const head = await github.resolve(OPERATOR, 'main')
    return {
      with: {
        token: 'ghs_release_token',
        branch: 'release/v1.3.0',
        title: 'Release v1.3.0',
        body: 'CRDs of MCAD v1.41.0.',
        paths: 'config/crd',
        labels: 'release',
        reviewers: 'ada',
      },
      environment: {
        GITHUB_REPOSITORY: OPERATOR,
        GITHUB_REF_NAME: 'main',
        GITHUB_REF_TYPE: 'branch',
        GITHUB_SHA: head ?? '',
      },
      files: { 'README.md': 'The operator\n', 'config/crd/a.yaml': 'new\n', 'config/crd/c.yaml': 'new\n' },
    }
  },
}

export const fromFork: Scene = {
  action: 'open-pull-request',
  title: 'a directory is put into another repository through a fork',
  async furnish({ github }) {
    await github.createRepository(DOWNSTREAM, {
      files: { 'README.md': 'Distributed Workloads\n', 'stack/params.env': 'a=1\n' },
    })
    await github.createRepository(OPERATOR, { files: { 'README.md': 'The operator\n' } })
    return {
      with: {
        token: 'ghs_release_token',
        repository: DOWNSTREAM,
        branch: 'codeflare-v1.3.0',
        title: 'CodeFlare v1.3.0',
        body: 'The versions of CodeFlare v1.3.0.',
        'from-dir': 'out',
        'to-dir': 'stack',
        'fork-owner': 'release-manager',
      },
      environment: { GITHUB_REPOSITORY: OPERATOR, GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' },
      files: { 'out/params.env': 'a=2\n' },
    }
  },
}
