/**
 * Bundles as operator-sdk v1.42.3 makes them: byte for byte, but for its stamp and, in the synthetic ones, the image that the
 * base lists by hand. `npm run bench -- bundle DIRECTORY` compares the original data.
 */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { generateBundle, type GeneratedBundle } from '../../packages/bundle/index.ts'
import { askedFor, type Golden, packed, unstamped, withoutHandWritten } from './bundle-generate.ts'

const { goldens, published } = await packed()

function generate(golden: Golden): Promise<GeneratedBundle> {
  const stream = { path: 'stream.yaml', text: withoutHandWritten(golden.stream) }
  return generateBundle({ stream, ...askedFor(golden) })
}

function filesOf({ files, dockerfile }: GeneratedBundle): Record<string, string> {
  return { ...Object.fromEntries(files), 'bundle.Dockerfile': dockerfile }
}

/** One conversion webhook for each port and path: operator-sdk makes one for each definition when the port is written. */
const BETTER = 'synthetic/conversion-bugs/ports'

describe('a bundle of operator-sdk', () => {
  it('there are some', () => {
    expect(goldens.length).toBeGreaterThanOrEqual(17)
    expect(goldens.filter(({ id }) => id.startsWith('generated/')).length).toBeGreaterThanOrEqual(7)
  })

  it.each(goldens.filter(({ id }) => id !== BETTER))('$id is made again, byte for byte', async (golden) => {
    const made = filesOf(await generate(golden))
    expect(Object.keys(made).sort()).toEqual(Object.keys(golden.files).sort())
    for (const [path, text] of Object.entries(golden.files))
      expect(unstamped(made[path] ?? ''), path).toBe(unstamped(text))
  })

  it.each(goldens)('$id names its layout', async (golden) => {
    const bundle = await generate(golden)
    const { annotations } = parse(bundle.files.get('metadata/annotations.yaml') ?? '')
    expect(annotations['operators.operatorframework.io.metrics.project_layout']).toBe(
      golden.project === null ? 'unknown' : golden.id.includes('helm') ? HELM : GO[golden.id.includes('sdk-') ? 1 : 0],
    )
  })

  it(`${BETTER} has one conversion for both definitions`, async () => {
    const golden = goldens.find(({ id }) => id === BETTER)
    if (golden === undefined) throw new Error('It is not there.')
    const csv = parse((await generate(golden)).files.get('manifests/demo-operator.clusterserviceversion.yaml') ?? '')
    expect(csv.spec.webhookdefinitions).toMatchObject([
      { type: 'ConversionWebhook', conversionCRDs: ['aaas.example.com', 'bbbs.example.com'], webhookPath: '/convert' },
    ])
  })
})

const HELM = 'helm.sdk.operatorframework.io/v1'
const GO = ['go.kubebuilder.io/v3', 'go.kubebuilder.io/v4']

/** What people changed by hand before they submitted a bundle. */
const HAND_EDITS: Readonly<Record<string, readonly [RegExp, string]>> = {
  // The samples were refused as empty: the annotation was emptied by hand, and the review took 17.8 days.
  '1.1.0': [/^    alm-examples: '\[\]'$/m, "    alm-examples: ''"],
}

describe('a published bundle of CodeFlare', () => {
  const made = Object.keys(published).flatMap((version) => {
    const golden = goldens.find(({ id }) => id === `generated/codeflare-operator-v${version}`)
    return golden === undefined ? [] : [{ version, golden }]
  })

  it('four have their stream here', () => {
    expect(made.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0', '1.2.0', '1.9.0'])
  })

  it.each(made)('$version is made again from its stream', async ({ version, golden }) => {
    const asPublished = published[version] ?? {}
    const csv = asPublished['manifests/codeflare-operator.clusterserviceversion.yaml'] ?? ''
    const createdAt = /createdAt: "(.*)"/.exec(csv)?.[1] ?? ''
    const stream = { path: 'stream.yaml', text: golden.stream }
    const { files } = await generateBundle({ stream, ...askedFor(golden), createdAt })
    expect([...files.keys()].sort()).toEqual(Object.keys(asPublished).sort())
    const [found, put] = HAND_EDITS[version] ?? [/(?!)/, '']
    for (const [path, text] of Object.entries(asPublished))
      expect(unstamped(files.get(path) ?? '').replace(found, put), path).toBe(unstamped(text))
  })
})
