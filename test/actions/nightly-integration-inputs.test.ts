/** What is wrong before anything is run, and says so. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildImage } from '../../packages/sandbox/index.ts'
import { anImage, COMPONENTS, imagesOf, Stack, trialsOf, verdictOf } from './nightly/stack.ts'

const DEV = 'quay.io/project-codeflare/mcad:dev'

describe('nightly-integration refuses', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no component', { images: '# none', manifest: 'empty.yaml' }, 'There is no component to test'],
    ['a line without a component', { images: DEV }, 'does not begin with a component’s name and “=”'],
    ['no reference', { images: 'mcad=' }, 'Input “images”, mcad: “” is not an image reference'],
    ['neither tag nor digest', { images: 'mcad=quay.io/project-codeflare/mcad' }, 'has neither tag nor digest'],
    ['one name twice', { images: `mcad=${DEV}\nmcad=${DEV}` }, 'names “mcad” twice'],
    [
      'two names that are one variable',
      { images: `mc-ad=${DEV}\nmc_ad=${DEV}` },
      '“mc-ad” and “mc_ad” would both be IMAGE_MC_AD',
    ],
    [
      'an image that does not exist',
      { images: 'mcad=quay.io/project-codeflare/mcad:nope\nx=quay.io/nobody/x:dev' },
      '2 images cannot be tested: mcad (quay.io/project-codeflare/mcad:nope) does not exist; x (quay.io/nobody/x:dev) does not exist',
    ],
    [
      'a platform that is not there',
      { platforms: 'windows/amd64' },
      'is not there for windows/amd64, only for linux/amd64',
    ],
    ['a group of one', { together: 'mcad' }, 'it takes two to move together'],
    ['a group with a stranger', { together: 'mcad nobody' }, '“nobody” is none of the images'],
    ['no such directory', { 'working-directory': 'nowhere' }, 'there is no such directory'],
    [
      'a rate that is none',
      { 'flake-rate': 'often' },
      'Input “flake-rate” is “often”; allowed: a number from 0.001 to 0.45',
    ],
    ['a confidence of certainty', { confidence: '1' }, 'Input “confidence” is “1”'],
    ['a time that is none', { now: 'tonight' }, 'Input “now” is “tonight”'],
    ['a trial that is no JSON', { trial: '{' }, 'Input “trial” cannot be used: it is not JSON'],
    [
      'a trial without images',
      { trial: `{"id":"n.t1","base":null,"candidate":"${'a'.repeat(64)}","moved":[],"failing":[]}` },
      '“images” names no image',
    ],
    [
      'a trial by tag',
      {
        trial: `{"id":"n.t1","base":null,"candidate":"${'a'.repeat(64)}","moved":[],"failing":[],"images":{"mcad":"${DEV}"}}`,
      },
      'image “mcad” is not given by digest',
    ],
  ])('%s', async (_, inputs, message) => {
    const stack = await Stack.open()
    await stack.job.checkout({
      'empty.yaml': 'train: t\ntitle: T\ncomponents:\n  a:\n    name: A\n    repository: org/a\n    leads: true\n',
    })
    await expect(stack.night(1, inputs)).rejects.toThrow(message)
    expect(stack.job.writes()).toEqual([])
  })

  it('a private image without rights', async () => {
    const stack = await Stack.open()
    const quay = await stack.job.world.registry('quay.io')
    quay.configure({ auth: { scheme: 'token', users: { robot: 'secret' }, anonymousPull: false } })
    await expect(stack.night(1)).rejects.toThrow(/quay\.io/)
  })

  it('a damaged history, and leaves it as it is', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    const log = join(stack.job.workspace, 'history', 'nights', '2024-01.jsonl')
    const damaged = (await readFile(log, 'utf8')).replace('"verdict":"accepted"', '"verdict":"fine"')
    await writeFile(log, damaged)
    await stack.move(2, ['mcad'])
    await expect(stack.night(2)).rejects.toThrow(/The history is damaged: nights\/2024-01\.jsonl, line 2/)
    expect(await readFile(log, 'utf8')).toBe(damaged)
  })
})

describe('nightly-integration takes', () => {
  it('the components of the manifest with the channel dev, all images of one together', async () => {
    const stack = await Stack.open()
    const quay = await stack.job.world.registry('quay.io')
    const source = 'https://github.com/project-codeflare/sdk'
    for (const name of ['notebook', 'runtime'])
      quay.push(
        `project-codeflare/${name}`,
        ['dev'],
        buildImage({ name, version: 'v1', revision: 'e'.repeat(40), source }),
      )
    await stack.job.checkout({
      'release-train.yaml': `train: codeflare
title: CodeFlare Stack
components:
  operator:
    name: CodeFlare Operator
    repository: project-codeflare/codeflare-operator
    leads: true
    images:
      - { name: quay.io/project-codeflare/operator, channels: [dev, stable] }
  sdk:
    name: CodeFlare SDK
    repository: project-codeflare/codeflare-sdk
    images:
      - { name: quay.io/project-codeflare/notebook, channels: [dev] }
      - { name: quay.io/project-codeflare/runtime, channels: [dev] }
      - { name: quay.io/project-codeflare/mcad, channels: [stable] }
`,
    })
    await mkdir(join(stack.job.workspace, 'e2e'))
    const night = await stack.night(1, {
      images: '',
      'working-directory': 'e2e',
      'test-command': '[[ $IMAGE_SDK == */notebook@* && $IMAGE_SDK_RUNTIME == */runtime@* && $PWD == */e2e ]]',
    })
    expect(verdictOf(night)).toBe('accepted')
    const images = imagesOf(night)
    expect(images.map(({ component }) => component)).toEqual(['operator', 'sdk', 'sdk-runtime'])
    expect(images[1]).toMatchObject({
      repository: 'project-codeflare/codeflare-sdk',
      revision: 'e'.repeat(40),
      version: 'v1',
    })
    quay.push(
      'project-codeflare/notebook',
      ['dev'],
      buildImage({ name: 'notebook', version: 'v2', revision: 'f'.repeat(40), source }),
    )
    quay.push(
      'project-codeflare/runtime',
      ['dev'],
      buildImage({ name: 'runtime', version: 'v2', revision: 'f'.repeat(40), source }),
    )
    const next = await stack.night(2, {
      images: '',
      'test-command': `[[ $IMAGE_SDK == *@${images[1]?.digest} ]]`,
    })
    for (const { moved } of trialsOf(next)) expect(moved ?? []).not.toContain('sdk')
  })

  it('a release’s tags for the payload that they point at: what was accepted is found again, and not tested twice', async () => {
    const stack = await Stack.open()
    const first = await stack.night(1)
    const quay = await stack.job.world.registry('quay.io')
    const images = COMPONENTS.map((component) => {
      quay.push(`project-codeflare/${component}`, ['v0.1.0'], anImage(component, 1))
      return `${component}=quay.io/project-codeflare/${component}:v0.1.0`
    })
    await stack.move(2, COMPONENTS)
    const release = await stack.night(2, { images: images.join('\n'), 'test-command': 'exit 1' })
    expect(verdictOf(release)).toBe('unchanged')
    expect(release.outputs['payload-id']).toBe(first.outputs['payload-id'])
    expect(release.outputs['message']).toContain('2024-01-01')
  })
})
