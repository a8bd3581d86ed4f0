import type { Scene } from './scene.ts'

const REPOSITORY = 'project-codeflare/instascale'

export const publish: Scene = {
  action: 'semver-tag',
  title: 'two commits after v0.3.0 become v0.4.0, published, with v0 and v0.4',
  async furnish({ github }) {
    await github.createRepository(REPOSITORY, { files: { 'README.md': 'InstaScale\n' } })
    await github.tag(REPOSITORY, 'v0.3.0', { message: 'Release v0.3.0' })
    await github.commit(REPOSITORY, 'main', {
      message: 'fix(controller): close the watch (#71)',
      author: 'ada',
      files: { 'controller.go': 'package controller\n' },
    })
    const head = await github.commit(REPOSITORY, 'main', {
      message: 'feat: machine pools (#72)',
      author: 'grace',
      files: { 'pools.go': 'package pools\n' },
    })
    return {
      with: { token: 'ghs_release_token', release: 'published', 'floating-tags': 'both' },
      environment: {
        GITHUB_REPOSITORY: REPOSITORY,
        GITHUB_REF_NAME: 'main',
        GITHUB_REF_TYPE: 'branch',
        GITHUB_SHA: head,
      },
    }
  },
}
