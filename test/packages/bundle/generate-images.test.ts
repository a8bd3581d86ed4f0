import { describe, expect, it } from 'vitest'
import { registryDigests } from '../../../packages/bundle/index.ts'
import { packed } from '../../golden/bundle-generate.ts'
import { BASE, csvOf, deployment, generate } from './generate.ts'

const { inputs } = await packed()

/** A registry in which every image has a digest that can be told from its name. */
const digests = registryDigests({
  head: async ({ repository, tag }) => ({
    digest: `sha256:${Buffer.from(`${repository}:${tag}`).toString('hex').padEnd(64, '0').slice(0, 64)}`,
  }),
})

describe('digests', () => {
  it('pin containers, RELATED_IMAGE_*, containerImage and the list, each image once and in the order of the stream', async () => {
    const stream = (inputs['pin'] ?? '').replace(/sha256:a+/, `sha256:${'a'.repeat(64)}`)
    const bundle = await generate([stream], { digests })
    expect(bundle.relatedImages.map(({ name, image }) => [name, image.replace(/@sha256:.*/, '@')])).toEqual([
      ['foo-bar', '127.0.0.1:5055/f/foo@'],
      ['manual', 'quay.io/x/manual@'],
      ['manager', '127.0.0.1:5055/demo/op@'],
      ['proxy', '127.0.0.1:5055/k/proxy@'],
      ['init', '127.0.0.1:5055/i/init@'],
    ])
    expect(csvOf(bundle)).toMatchObject({
      metadata: { annotations: { containerImage: expect.stringMatching(/^127\.0\.0\.1:5055\/demo\/op@sha256:/) } },
      spec: {
        install: {
          spec: {
            deployments: [
              {
                spec: {
                  template: {
                    spec: {
                      containers: [
                        {
                          args: ['--image=127.0.0.1:5055/demo/arg:v2'],
                          env: [{ value: expect.stringContaining('@sha256:') }, { value: '127.0.0.1:5055/o/other:1' }],
                          image: expect.stringContaining('@sha256:'),
                        },
                        { image: `127.0.0.1:5055/k/proxy@sha256:${'a'.repeat(64)}` },
                      ],
                    },
                  },
                },
              },
            ],
          },
        },
      },
    })
    expect((await generate([stream], { digests })).files).toEqual(bundle.files)
  })

  it('two images of containers with one name have two names', async () => {
    const { relatedImages } = await generate(
      [
        BASE,
        deployment('one', '', 'quay.io/a/a:1'),
        deployment('two', '', 'quay.io/b/b:1'),
        deployment('three', '', 'quay.io/a/a:1'),
      ],
      { digests },
    )
    expect(relatedImages.map(({ name }) => name)).toEqual(['manager', 'two-manager'])
  })

  it('of an image that does not exist cannot be written', async () => {
    const none = registryDigests({ head: async () => null })
    await expect(generate([BASE, deployment('d')], { digests: none })).rejects.toThrow(
      'There is no image quay.io/demo/op:v1',
    )
  })

  it('a placeholder is no image', async () => {
    await expect(generate([BASE, deployment('d', '', 'controller:latest')], { digests })).rejects.toThrow(
      /stands for an image/,
    )
  })
})

describe('the operator’s image', () => {
  it.each(['quay.io/demo/op:v0', 'quay.io/demo/op@sha256:' + '1'.repeat(64), 'controller:latest'])(
    'takes the place of %s',
    async (found) => {
      const bundle = await generate([BASE, deployment('d', '', found), deployment('proxy', '', 'quay.io/k/proxy:1')], {
        image: 'quay.io/demo/op:v0.1.0',
      })
      expect(csvOf(bundle)).toMatchObject({
        metadata: { annotations: { containerImage: 'quay.io/demo/op:v0.1.0' } },
        spec: {
          install: {
            spec: {
              deployments: [
                { spec: { template: { spec: { containers: [{ image: 'quay.io/demo/op:v0.1.0' }] } } } },
                { spec: { template: { spec: { containers: [{ image: 'quay.io/k/proxy:1' }] } } } },
              ],
            },
          },
        },
      })
    },
  )

  it('that nothing runs is refused with the images that are run', async () => {
    await expect(generate([BASE, deployment('d')], { image: 'quay.io/other/op:v1' })).rejects.toMatchObject({
      message: expect.stringContaining('no deployment in stream.yaml runs quay.io/other/op'),
      advice: expect.stringContaining('quay.io/demo/op:v1'),
    })
  })
})
