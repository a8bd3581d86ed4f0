import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { findExample } from '../../packages/cli/rehearsal/example.ts'
import { exampleScene } from '../rehearsals/scene.ts'

const PROGRAM = ['kustomize', 'kubectl'].find((name) => {
  try {
    execFileSync(name, name === 'kubectl' ? ['version', '--client'] : ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})

describe.skipIf(PROGRAM === undefined)(
  `a bundle from a kustomize directory (${PROGRAM ?? 'skipped: neither kustomize nor kubectl is installed'})`,
  () => {
    test.each(['codeflare', 'appwrapper'] as const)(
      'the rendered file beside the example %s gives the same bundle as the directory does',
      async (name) => {
        const { rendered } = await findExample(name)
        const bundles = []
        for (const canRender of [true, false]) {
          const scene = await exampleScene(name)
          const { stages } = await scene.rehearse({ canRender, rendered })
          const step = stages[2]?.steps.find(({ action }) => action === 'gen-bundle')
          bundles.push(step?.plan)
          await scene.remove()
        }
        expect(bundles[0]?.length).toBeGreaterThan(4)
        expect(bundles[1]).toEqual(bundles[0])
      },
    )
  },
)
