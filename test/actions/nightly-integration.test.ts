/**
 * `nightly-integration` on real processes: bash as deploy, test and reset commands, images of the sandbox's registry, and
 * culprits that were planted.
 */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { COMPONENTS, culpritOf, culprits, Stack, suite, trialsOf, verdictOf } from './nightly/stack.ts'

describe('a night', () => {
  it('accepts what passes, says unchanged the next night, and runs nothing then', async () => {
    const stack = await Stack.open()
    const first = await stack.night(1)
    expect(verdictOf(first)).toBe('accepted')
    expect(first.changed).toBe(true)
    const second = await stack.night(2, { 'test-command': 'exit 1' })
    expect(verdictOf(second)).toBe('unchanged')
    expect(trialsOf(second)).toEqual([])
    const forced = await stack.night(3, { 'test-command': 'true', force: 'true' })
    expect(verdictOf(forced)).toBe('accepted')
    expect(trialsOf(forced)).toHaveLength(1)
  })

  it('says the same again when its run looks again, and changes nothing', async () => {
    const stack = await Stack.open()
    const first = await stack.night(1)
    const again = await stack.night(1)
    expect(again.changed).toBe(false)
    expect(again.plan).toEqual([])
    expect({ ...again.outputs, changed: '', plan: '', report: '' }).toEqual({
      ...first.outputs,
      changed: '',
      plan: '',
      report: '',
    })
  })

  it('that is red before any was accepted says so and searches nothing', async () => {
    const stack = await Stack.open()
    const night = await stack.night(1, { 'test-command': 'exit 3' })
    expect(verdictOf(night)).toBe('rejected')
    expect(trialsOf(night)).toHaveLength(1)
    expect(night.findings[0]?.message).toContain('No payload was ever accepted')
  })

  it('gives every image by digest, though all tags move while it runs', async () => {
    const stack = await Stack.open()
    const [started, go, seen] = ['started', 'go', 'seen'].map((name) => join(stack.temp, name))
    const running = stack.night(1, {
      'deploy-command': `touch ${started}; until [[ -e ${go} ]]; do sleep 0.02; done`,
      'test-command': `{ env | grep ^IMAGE_; cat "$NIGHTLY_PAYLOAD" "$NIGHTLY_KUSTOMIZE/kustomization.yaml"; } > ${seen}`,
    })
    await vi.waitFor(() => stat(started ?? ''), { timeout: 20_000 })
    await stack.move(2, COMPONENTS)
    await writeFile(go ?? '', '')
    const night = await running
    const given = await readFile(seen ?? '', 'utf8')
    for (const component of COMPONENTS) {
      const pinned = `quay.io/project-codeflare/${component}@${stack.digest(component, 1)}`
      expect(given).toContain(`IMAGE_${component.toUpperCase()}=${pinned}\n`)
      expect(given).toContain(`"${component}": "${pinned}"`)
      expect(given).toContain(
        `name: quay.io/project-codeflare/${component}\n    digest: "${stack.digest(component, 1)}"`,
      )
      expect(night.outputs['payload']).toContain(stack.digest(component, 1))
      expect(given).not.toContain(stack.digest(component, 2))
    }
  })

  it('keeps the token and the inputs from the commands', async () => {
    const stack = await Stack.open()
    const seen = join(stack.temp, 'seen')
    await stack.night(1, { 'test-command': `env > ${seen}`, token: 'ghs_secret' }, { INPUT_TOKEN: 'ghs_secret' })
    expect(await readFile(seen, 'utf8')).not.toContain('ghs_secret')
  })

  it('tags an accepted payload, and no other', async () => {
    const stack = await Stack.open()
    const quay = await stack.job.world.registry('quay.io')
    const first = await stack.night(1, { 'accepted-tags': 'nightly' })
    expect(first.changed).toBe(true)
    expect(quay.digest('project-codeflare/mcad', 'nightly')).toBe(stack.digest('mcad', 1))
    await stack.move(2, COMPONENTS)
    await stack.night(2, { 'accepted-tags': 'nightly', 'test-command': 'exit 1', 'max-trials': '1' })
    expect(quay.digest('project-codeflare/mcad', 'nightly')).toBe(stack.digest('mcad', 1))
  })

  it('a dry run runs nothing and says what it would test', async () => {
    const stack = await Stack.open()
    const seen = join(stack.temp, 'seen')
    const night = await stack.night(1, { 'dry-run': 'true', 'test-command': `touch ${seen}` })
    expect(night.plan.map(({ action, reason }) => [action, reason])).toEqual([
      ['run', expect.stringContaining('the first of all')],
    ])
    expect(verdictOf(night)).toBe('')
    await expect(stat(seen)).rejects.toThrow('ENOENT')
    expect(JSON.stringify(night.report)).toContain(stack.digest('kueue', 1))
  })
})

describe('the search', () => {
  it('names the one component that breaks the tests, with its digests', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const night = await stack.night(2, { 'test-command': suite(stack.has('kueue', 2)) })
    expect(verdictOf(night)).toBe('rejected')
    expect(culprits(night)).toEqual(['kueue'])
    expect(culpritOf(night)?.components[0]).toMatchObject({
      before: stack.digest('kueue', 1),
      after: stack.digest('kueue', 2),
      compare:
        'https://github.com/project-codeflare/kueue/compare/1111111111111111111111111111111111111111...2222222222222222222222222222222222222222',
    })
    expect(culpritOf(night)?.probability).toBeGreaterThanOrEqual(0.95)
    expect(trialsOf(night).length).toBeLessThanOrEqual(7)
  })

  it('names the two that fail only together', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const night = await stack.night(2, {
      'test-command': suite(`${stack.has('mcad', 2)} && ${stack.has('operator', 2)}`),
      'max-trials': '14',
    })
    expect(culprits(night)).toEqual(['mcad', 'operator'])
    expect(verdictOf(night)).toBe('rejected')
    expect(night.findings[0]?.message).toContain('fail together')
  })

  it('tells chance from a fault', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const flag = `${stack.temp}/failed-once`
    const night = await stack.night(2, { 'test-command': suite(`[[ ! -e ${flag} ]] && touch ${flag}`) })
    expect(verdictOf(night)).toBe('flaky')
    expect(culpritOf(night)).toBeNull()
  })

  it('tells the environment from a fault', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const night = await stack.night(2, { 'test-command': suite('true') })
    expect(verdictOf(night)).toBe('environment')
  })

  it('stops at its budget and says what it knows', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const night = await stack.night(2, { 'test-command': suite(stack.has('kueue', 2)), 'max-trials': '1' })
    expect(verdictOf(night)).toBe('inconclusive')
    expect(trialsOf(night)).toHaveLength(2)
    expect(night.findings[0]?.message).toMatch(/budget of 1 trials? is spent/)
  })

  it('goes on the next night with what it knows', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const command = suite(stack.has('kueue', 2))
    await stack.night(2, { 'test-command': command, 'max-trials': '2' })
    const night = await stack.night(3, { 'test-command': command, 'max-trials': '3' })
    expect(culprits(night)).toEqual(['kueue'])
  })

  it('does not acquit a payload that was to blame because it passes once', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, ['kueue'])
    expect(verdictOf(await stack.night(2, { 'test-command': suite(stack.has('kueue', 2)) }))).toBe('rejected')
    const night = await stack.night(3, { 'test-command': 'true' })
    expect(verdictOf(night)).toBe('flaky')
    expect(night.outputs['message']).toContain('flaky')
  })

  it('runs three side by side, each in a slot of its own', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const night = await stack.night(2, {
      'deploy-command': `mkdir ${stack.temp}/slot-$NIGHTLY_SLOT`,
      'reset-command': `rmdir ${stack.temp}/slot-$NIGHTLY_SLOT`,
      'test-command': suite(stack.has('kueue', 2)),
      parallel: '3',
      'max-trials': '12',
    })
    expect(culprits(night)).toEqual(['kueue'])
  })
})

describe('when something else breaks', () => {
  it('a deployment that breaks with one component is that component’s fault', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const night = await stack.night(2, { 'deploy-command': `! ${stack.has('mcad', 2)}` })
    expect(culprits(night)).toEqual(['mcad'])
    expect(
      trialsOf(night)
        .slice(0, 2)
        .map(({ outcome }) => outcome),
    ).toEqual(['infrastructure', 'infrastructure'])
  })

  it('images that cannot be pulled are the environment’s, and nothing is searched', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const night = await stack.night(2, { 'deploy-command': 'echo "Failed to pull image: toomanyrequests" >&2; exit 1' })
    expect(verdictOf(night)).toBe('environment')
    expect(trialsOf(night)).toHaveLength(2)
    expect(night.findings[0]?.message).toContain('an image could not be pulled')
  })

  it('trouble in the middle of the search is no evidence', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const runs = join(stack.temp, 'runs')
    const night = await stack.night(2, {
      'deploy-command': `echo x >> ${runs}; if [[ $(wc -l < ${runs}) == 3 ]]; then echo 'no space left on device'; exit 1; fi`,
      'test-command': suite(stack.has('kueue', 2)),
      'max-trials': '10',
    })
    expect(culprits(night)).toEqual(['kueue'])
    expect(trialsOf(night).filter(({ outcome }) => outcome === 'infrastructure')).toHaveLength(1)
  })

  it('another failing test is another story', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    // Where mcad 2 is without operator 2, something else breaks, and hides what is looked for.
    const apart = `${stack.has('mcad', 2)} && ! ${stack.has('operator', 2)}`
    const other = `if ${apart}; then echo '<testsuite><testcase classname="e2e" name="install"><error/></testcase></testsuite>' > "$NIGHTLY_RESULTS/junit.xml"; exit 1; fi`
    const night = await stack.night(2, {
      'test-command': `${other}\n${suite(stack.has('kueue', 2))}`,
      'max-trials': '12',
    })
    expect(culprits(night)).toEqual(['kueue'])
    for (const { outcome, failing } of trialsOf(night))
      if (failing.includes('e2e.install')) expect(outcome).toBe('other')
  })

  it('components that only work together are moved together', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const night = await stack.night(2, { 'test-command': suite(stack.has('mcad', 2)), together: 'mcad operator' })
    expect(culprits(night)).toEqual(['mcad', 'operator'])
    for (const { moved } of trialsOf(night)) {
      expect(moved ?? []).not.toContain('mcad')
      expect(moved ?? []).not.toContain('operator')
    }
  })

  it('a reset that fails ends the search: nothing after it would start clean', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    const runs = join(stack.temp, 'runs')
    const night = await stack.night(2, {
      'test-command': suite(stack.has('kueue', 2)),
      'reset-command': `echo x >> ${runs}; [[ $(wc -l < ${runs}) -lt 2 ]]`,
    })
    expect(trialsOf(night)).toHaveLength(2)
    expect(night.findings[0]?.message).toContain('The reset command failed')
  })

  it('a base that is gone from the registry cannot be compared with', async () => {
    const stack = await Stack.open()
    await stack.night(1)
    await stack.move(2, COMPONENTS)
    stack.job.world.faults.add({
      service: 'registry:quay.io',
      method: 'HEAD',
      path: new RegExp(stack.digest('mcad', 1)),
      fault: { kind: 'status', status: 404 },
    })
    const night = await stack.night(2, { 'test-command': suite(stack.has('kueue', 2)) })
    expect(verdictOf(night)).toBe('rejected')
    expect(night.findings[0]?.message).toContain('mcad is no longer in the registry')
  })
})
