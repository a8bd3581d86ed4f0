import { buildIndex, type World } from '../../packages/sandbox/index.ts'
import type { Scene } from './scene.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'
const INSTASCALE = 'project-codeflare/instascale'

const MANIFEST = `train: codeflare
title: CodeFlare Stack
components:
  operator:
    name: CodeFlare Operator
    repository: ${OPERATOR}
    leads: true
    depends-on: [mcad, instascale]
  mcad:
    name: Multi-Cluster App Dispatcher
    repository: ${MCAD}
    workflow: release.yml
    images: [{ name: quay.io/project-codeflare/mcad-controller, channels: [dev, stable] }]
  instascale:
    name: InstaScale
    repository: ${INSTASCALE}
    workflow: release.yml
    depends-on: [mcad]
    images: [{ name: quay.io/project-codeflare/instascale-controller, channels: [dev, stable] }]
`

/** What the workflow template “component-release” takes. */
const WORKFLOW = `name: Component release
run-name: Release \${{ inputs.version }} (\${{ inputs.correlation-id }})
on:
  workflow_dispatch:
    inputs:
      version:
        description: Version to release, like v1.4.0.
      commit:
        description: The commit to release.
      correlation-id:
        description: What the run is found by.
`

/** Repository, image and last release of what is released here. */
const COMPONENTS = [
  [MCAD, 'mcad-controller', 'v1.40.0'],
  [INSTASCALE, 'instascale-controller', 'v0.4.0'],
] as const

export const releaseTrain: Scene = {
  action: 'release-components',
  title: 'MCAD v1.41.0 is released by its own workflow, then InstaScale v0.5.0 by its',
  // The runs of one level are looked at side by side.
  concurrent: true,
  async furnish(world) {
    const quay = await world.registry('quay.io')
    for (const [repository, image, version] of COMPONENTS) {
      await world.github.createRepository(repository, { files: { '.github/workflows/release.yml': WORKFLOW } })
      await world.github.release(repository, { tag: version })
      quay.push(`project-codeflare/${image}`, [version, 'stable'], built(repository, image, 'a'))
      await world.github.commit(repository, 'main', {
        message: 'feat: quotas (#7)',
        files: { 'quota.go': 'package quota\n' },
      })
      quay.push(`project-codeflare/${image}`, ['dev'], built(repository, image, 'b'))
    }
    await world.github.createRepository(OPERATOR, { files: { 'release-train.yaml': MANIFEST } })
    return {
      with: { token: 'ghs_release_token', versions: 'mcad=v1.41.0\ninstascale=v0.5.0' },
      environment: { GITHUB_REPOSITORY: OPERATOR, GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' },
      files: { 'release-train.yaml': MANIFEST },
    }
  },
  script: (world) => {
    for (const [repository, image] of COMPONENTS) scriptRelease(world, repository, image)
  },
}

/** What the release workflow of a component does: it tags the commit, publishes the release, and names the tested image. */
function scriptRelease(world: World, repository: string, image: string): void {
  world.github.onDispatch(repository, 'release.yml', async (run) => {
    const { version: tag = '', commit: target = '' } = run.inputs
    run.log(`release ${tag} of ${repository}`)
    // As semver-tag and retag-image do: what is there is found.
    if ((await world.github.resolve(repository, `refs/tags/${tag}`)) === undefined)
      await world.github.release(repository, { tag, target })
    const quay = await world.registry('quay.io')
    quay.push(`project-codeflare/${image}`, [tag], built(repository, image, 'b'))
    return 'success'
  })
}

function built(repository: string, image: string, revision: string) {
  return buildIndex({
    name: `project-codeflare/${image}`,
    version: 'main',
    revision: revision.repeat(40),
    source: `https://github.com/${repository}`,
  })
}
