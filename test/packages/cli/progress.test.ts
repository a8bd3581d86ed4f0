import { describe, expect, test } from 'vitest'
import { progressOn } from '../../../packages/cli/rehearsal/progress.ts'
import { STAGES } from '../../../packages/cli/rehearsal/stages.ts'
import { SAMPLE } from './sample-result.ts'

function seen(interactive: boolean, environment: Record<string, string> = {}): string {
  let text = ''
  const progress = progressOn({
    environment,
    directory: '/',
    out: () => undefined,
    err: (more) => void (text += more),
    interactive,
    signal: new AbortController().signal,
  })
  const [stage] = STAGES
  const [ended] = SAMPLE.stages
  const [step] = ended?.steps ?? []
  if (stage === undefined || ended === undefined || step === undefined) throw new Error('the sample has no stage')
  progress.started('CodeFlare Stack v1.3.0')
  progress.stageStarted(stage)
  progress.step(step)
  progress.stageEnded(ended)
  return text
}

describe('progress', () => {
  test('on a terminal is a line a stage, rewritten while it runs', () => {
    expect(seen(true).replaceAll('\r\u001B[K', '<')).toBe(
      'CodeFlare Stack v1.3.0\n<  1  Components make their releases<  1  Components make their releases · Tag and release v1.41.0<✔ 1  Components release: MCAD v1.41.0, SDK v0.15.0; InstaScale has nothing new, v0.4.0 stays\n',
    )
  })

  test('in GitHub Actions is a folded group a stage, with its line under it', () => {
    expect(seen(false, { GITHUB_ACTIONS: 'true' })).toBe(
      'CodeFlare Stack v1.3.0\n::group::1 Components make their releases\n  ✔ semver-tag in project-codeflare/multi-cluster-app-dispatcher: Tag and release v1.41.0 (done)\n::endgroup::\n✔ 1  Components release: MCAD v1.41.0, SDK v0.15.0; InstaScale has nothing new, v0.4.0 stays\n',
    )
  })

  test('elsewhere is a plain line a stage', () => {
    expect(seen(false)).toBe(
      'CodeFlare Stack v1.3.0\n✔ 1  Components release: MCAD v1.41.0, SDK v0.15.0; InstaScale has nothing new, v0.4.0 stays\n',
    )
  })
})
