/** A night over several jobs, cut off in the middle, and with images between two digests. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { buildIndex } from '../../packages/sandbox/index.ts'
import { COMPONENTS, culpritOf, culprits, Stack, suite, ticketsOf, trialsOf, verdictOf } from './nightly/stack.ts'

it('killed in the middle of a trial, the next run goes on with the trials that were made', async () => {
  const stack = await Stack.open()
  await stack.night(1)
  await stack.move(2, COMPONENTS)
  const [runs, hang] = [join(stack.temp, 'runs'), join(stack.temp, 'hang')]
  await writeFile(hang, '')
  // The third run of the tests hangs until it is let go; everything before it is judged as usual.
  const command = `echo x >> ${runs}; if [[ $(wc -l < ${runs}) == 3 ]]; then touch ${runs}.3; while [[ -e ${hang} ]]; do sleep 0.02; done; fi\n${suite(stack.has('kueue', 2))}`
  const inputs = {
    images: COMPONENTS.map((component) => `${component}=quay.io/project-codeflare/${component}:dev`),
    'test-command': command,
    now: '2024-01-02T02:00:00Z',
    history: './history',
  }
  const flags = Object.entries(inputs).flatMap(([name, value]) => [value].flat().map((item) => `--${name}=${item}`))
  const main = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'main.ts')
  const first = spawn(process.execPath, [main, 'nightly-integration', ...flags, '--issue=false'], {
    cwd: stack.job.workspace,
    env: { PATH: process.env['PATH'], HOME: stack.temp, RUNNER_TEMP: stack.temp, ...stack.job.world.environment() },
    stdio: 'ignore',
  })
  const ended = once(first, 'exit')
  await vi.waitFor(() => stat(`${runs}.3`), { timeout: 25_000 })
  first.kill('SIGKILL')
  await ended
  await unlink(hang)
  const made = lines(await readFile(runs, 'utf8'))
  const night = await stack.night(2, { 'test-command': command })
  expect(culprits(night)).toEqual(['kueue'])
  const trials = trialsOf(night)
  // The two that were noted were not made again.
  expect(lines(await readFile(runs, 'utf8')) - made).toBe(trials.length - 2)
  expect(trials.map(({ id }) => id.slice(id.lastIndexOf('.')))).toEqual(trials.map((_, index) => `.t${index + 1}`))
})

it('spreads its trials over jobs: a matrix makes them, and the last job concludes', async () => {
  const stack = await Stack.open()
  await stack.night(1)
  await stack.move(2, COMPONENTS)
  const given = { 'test-command': suite(stack.has('instascale', 2)), parallel: '3' }
  const first = await stack.night(2, { ...given, 'max-trials': '0' })
  expect(verdictOf(first)).toBe('inconclusive')
  const tickets = ticketsOf(first)
  expect(tickets).toHaveLength(3)

  const outcomes = await Promise.all(tickets.map((ticket) => stack.night(2, { ...given, trial: ticket.text })))
  expect(outcomes.every((one) => ['accepted', 'rejected'].includes(verdictOf(one)))).toBe(true)
  const again = await stack.night(2, { ...given, trial: tickets[0]?.text ?? '' })
  expect(again.changed).toBe(false)
  expect(again.outputs['trials']).toBe(outcomes[0]?.outputs['trials'])

  const last = await stack.night(2, { ...given, 'max-trials': '12' })
  expect(culprits(last)).toEqual(['instascale'])
  expect(last.outputs['next-trials']).toBe('[]')
  const ids = trialsOf(last).map(({ id }) => id)
  for (const { id } of tickets) expect(ids).toContain(id)
})

it('finds the commit inside the component, where its images were kept as dev-<commit>', async () => {
  const stack = await Stack.open()
  const { github } = stack.job.world
  const repository = 'project-codeflare/mcad'
  await github.createRepository(repository, { files: { 'README.md': '0\n' } })
  const commits: string[] = []
  for (let number = 1; number <= 5; number += 1)
    commits.push(
      await github.commit(repository, 'main', { message: `change ${number}`, files: { 'README.md': `${number}\n` } }),
    )
  const quay = await stack.job.world.registry('quay.io')
  const build = (revision: string, tags: readonly string[]): string => {
    const source = `https://github.com/${repository}`
    return quay.push(repository, tags, buildIndex({ name: repository, version: 'dev', revision, source }))
  }
  const digests = commits.map((commit, index) => build(commit, index === 0 ? ['dev'] : [`dev-${commit.slice(0, 7)}`]))
  expect(verdictOf(await stack.night(1))).toBe('accepted')
  build(commits[4] ?? '', ['dev'])
  await stack.move(2, ['kueue'])
  const bad = digests.slice(3).map((digest) => `$IMAGE_MCAD == *@${digest}`)
  const night = await stack.night(2, { 'test-command': suite(`[[ ${bad.join(' || ')} ]]`), 'max-trials': '12' })
  expect(culpritOf(night)?.components).toMatchObject([
    { component: 'mcad', before: digests[2], after: digests[3], commits: { before: commits[2], after: commits[3] } },
  ])
})

function lines(text: string): number {
  return text.split('\n').length - 1
}
