import { buildIndex, buildReferrer } from '../../packages/sandbox/index.ts'
import type { Scene } from './scene.ts'

const REPOSITORY = 'project-codeflare/instascale-controller'

function image(version: string, revision: string, name = REPOSITORY) {
  return buildIndex({
    name,
    version,
    revision: revision.repeat(40),
    source: 'https://github.com/project-codeflare/instascale',
  })
}

export const promote: Scene = {
  action: 'retag-image',
  title: 'the tested dev image becomes v0.5.0 and stable',
  async furnish(world) {
    const quay = await world.registry('quay.io')
    quay.push(REPOSITORY, ['v0.4.0', 'stable'], image('v0.4.0', 'a'))
    quay.push(REPOSITORY, ['dev'], image('v0.5.0', 'b'))
    quay.configure({ auth: { scheme: 'token', users: { 'codeflare+ci': 'quay-robot-token' } } })
    return {
      with: {
        source: `quay.io/${REPOSITORY}:dev`,
        tags: 'v0.5.0\nstable',
        username: 'codeflare+ci',
        password: 'quay-robot-token',
      },
    }
  },
}

const TRAIN = ['codeflare-operator', 'mcad-controller', 'instascale-controller'].map(
  (name) => `project-codeflare/${name}`,
)

export const promoteTrain: Scene = {
  action: 'retag-image',
  concurrent: true,
  title: 'stable of a whole train moves on',
  async furnish(world) {
    const quay = await world.registry('quay.io')
    for (const name of TRAIN) {
      quay.push(name, ['v1.2.0', 'stable'], image('v1.2.0', 'a', name))
      quay.push(name, ['v1.3.0'], image('v1.3.0', 'b', name))
    }
    quay.configure({ auth: { scheme: 'token', users: { 'codeflare+ci': 'quay-robot-token' } } })
    return {
      with: {
        images: TRAIN.map((name) => `quay.io/${name}:v1.3.0 => stable`).join('\n'),
        username: 'codeflare+ci',
        password: 'quay-robot-token',
      },
    }
  },
}

export const copySigned: Scene = {
  action: 'retag-image',
  concurrent: true,
  title: 'a signed v0.5.0 goes to another registry, with its signature',
  async furnish(world) {
    const [quay, ghcr] = [await world.registry('quay.io'), await world.registry('ghcr.io')]
    const released = image('v0.5.0', 'b')
    const signature = buildReferrer(released, 'application/vnd.dev.sigstore.bundle.v0.3+json', 'signed')
    quay.push(REPOSITORY, ['v0.5.0'], released)
    quay.push(REPOSITORY, [], signature)
    // As registries do that know no referrers: the list is a tag, and whoever pushes must write it.
    ghcr.configure({ referrers: false, auth: { scheme: 'token', users: { codeflare: 'ghcr-token' } } })
    return {
      with: {
        source: `quay.io/${REPOSITORY}:v0.5.0`,
        tags: `ghcr.io/${REPOSITORY}:v0.5.0`,
        username: 'codeflare',
        password: 'ghcr-token',
      },
    }
  },
}
