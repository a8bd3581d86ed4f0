import type { World } from '../../packages/sandbox/index.ts'
import type { Furnished, Scene } from './scene.ts'

const REPOSITORY = 'project-codeflare/instascale'

const on = (branch: string, head: string, inputs: Readonly<Record<string, string>>): Furnished => ({
  with: { token: 'ghs_release_token', release: 'published', ...inputs },
  environment: {
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_REF_NAME: branch,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: head,
  },
})

async function instascale({ github }: World): Promise<(branch: string, message: string) => Promise<string>> {
  await github.createRepository(REPOSITORY, { files: { 'README.md': 'InstaScale\n' } })
  let number = 0
  return (branch, message) => {
    number += 1
    const author = number % 2 === 1 ? 'ada' : 'grace'
    return github.commit(REPOSITORY, branch, {
      message,
      author,
      files: { [`change-${number}.go`]: 'package change\n' },
    })
  }
}

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
    return on('main', head, { 'floating-tags': 'both' })
  },
}

export const hotfix: Scene = {
  action: 'semver-tag',
  title: 'two fixes on release-1.3 become v1.3.1 where v1.4.0 is out and releases are immutable',
  async furnish(world) {
    const { github } = world
    const commit = await instascale(world)
    github.setImmutableReleases(REPOSITORY, true)
    await github.release(REPOSITORY, { tag: 'v1.3.0' })
    await github.branch(REPOSITORY, 'release-1.3', 'v1.3.0')
    await commit('main', 'feat: quotas (#81)')
    await github.release(REPOSITORY, { tag: 'v1.4.0' })
    await github.tag(REPOSITORY, 'v1', { target: 'v1.4.0' })
    await github.tag(REPOSITORY, 'v1.3', { target: 'v1.3.0' })
    await commit('release-1.3', 'fix: leak (#82)')
    const head = await commit('release-1.3', 'fix(controller): race (#83)')
    return on('release-1.3', head, { 'floating-tags': 'both' })
  },
}

export const promotion: Scene = {
  action: 'semver-tag',
  title: 'candidate v1.4.0-rc.2 becomes v1.4.0 on its own commit, behind the head of main',
  async furnish(world) {
    const { github } = world
    const commit = await instascale(world)
    await github.release(REPOSITORY, { tag: 'v1.3.0' })
    await commit('main', 'feat: quotas (#81)')
    await github.release(REPOSITORY, { tag: 'v1.4.0-rc.1', prerelease: true })
    await commit('main', 'fix: of the candidate (#82)')
    await github.release(REPOSITORY, { tag: 'v1.4.0-rc.2', prerelease: true })
    const head = await commit('main', 'feat: for the time after (#83)')
    return on('main', head, { bump: 'promote' })
  },
}
