import { buildIndex } from '../../packages/sandbox/index.ts'
import type { Scene } from './scene.ts'

const REPOSITORY = 'project-codeflare/instascale-controller'

function image(version: string, revision: string) {
  return buildIndex({
    name: REPOSITORY,
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
