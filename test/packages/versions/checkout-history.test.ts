import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Checkout } from '../../../packages/versions/index.ts'
import { GIT_ENVIRONMENT, gitIn } from './clones.ts'

/** Commits with one or two parents among those before them; tags on some. */
const anyGraph = fc.array(fc.record({ first: fc.nat(3), second: fc.option(fc.nat(6)), tagged: fc.boolean() }), {
  minLength: 2,
  maxLength: 20,
})

it('git in a checkout answers as the definition says, for any history', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async (graph) => {
      const directory = await mkdtemp(join(tmpdir(), 'graph-'))
      try {
        const parentsOf = graph.map(({ first, second }, index) => {
          const near = index === 0 ? [] : [Math.max(0, index - 1 - first)]
          const far = second === null || index < 2 ? [] : [Math.max(0, index - 2 - second)]
          return [...new Set([...near, ...far])]
        })
        const shas = build(directory, parentsOf, graph)
        const clone = join(directory, 'clone')
        gitIn(directory, 'clone', '--quiet', '--no-tags', `file://${directory}/origin.git`, clone)
        const checkout = await Checkout.open(clone, '.', { environment: GIT_ENVIRONMENT })

        const last = parentsOf.length - 1
        const reachable = (from: number): Set<number> =>
          new Set([from, ...(parentsOf[from] ?? []).flatMap((parent) => [...reachable(parent)])])
        expect((await checkout.tags('v')).toSorted()).toEqual(
          graph.flatMap(({ tagged }, index) => (tagged ? [`v0.0.${index}`] : [])).toSorted(),
        )
        for (const [index, sha] of shas.entries()) {
          if (graph[index]?.tagged === true) expect(await checkout.commitOf(`v0.0.${index}`)).toBe(sha)
          expect(await checkout.contains(checkout.head, sha)).toBe(reachable(last).has(index))
        }
        const some = [...reachable(last)].find((index) => index !== last)
        const since = await checkout.since(shas[some ?? last] ?? '', checkout.head)
        const expected = [...reachable(last)].filter((index) => !reachable(some ?? last).has(index))
        expect(since.map(({ sha }) => shas.indexOf(sha)).toSorted((a, b) => a - b)).toEqual(
          expected.toSorted((a, b) => a - b),
        )
        // Parents before their children.
        const place = new Map(since.map(({ sha }, index) => [sha, index]))
        for (const { sha, parentShas = [] } of since)
          for (const parent of parentShas) expect(place.get(parent) ?? -1).toBeLessThan(place.get(sha) ?? -1)
      } finally {
        await rm(directory, { recursive: true, force: true })
      }
    }),
    { numRuns: 15 },
  )
})

/** Writes the graph into a bare repository, all commits of the same second; gives their hashes. */
function build(directory: string, parentsOf: readonly number[][], graph: readonly { tagged: boolean }[]): string[] {
  const bare = join(directory, 'origin.git')
  gitIn(directory, 'init', '--quiet', '--bare', '--initial-branch=main', bare)
  const stream = parentsOf.flatMap((parents, index) => [
    `commit refs/heads/all-${index}\nmark :${index + 1}\ncommitter a <a@example.com> 1700000000 +0000\n`,
    `data ${String(index).length}\n${index}\n`,
    ...parents.map((parent, place) => `${place === 0 ? 'from' : 'merge'} :${parent + 1}\n`),
    ...(graph[index]?.tagged === true
      ? [`\ntag v0.0.${index}\nfrom :${index + 1}\ntagger a <a@example.com> 1700000000 +0000\ndata 2\nx\n`]
      : []),
  ])
  const marks = join(directory, 'marks')
  execFileSync('git', ['fast-import', '--quiet', `--export-marks=${marks}`], {
    cwd: bare,
    env: GIT_ENVIRONMENT,
    input: `${stream.join('')}\nreset refs/heads/main\nfrom :${parentsOf.length}\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  return parentsOf.map((_, index) => gitIn(bare, 'rev-parse', `refs/heads/all-${index}`))
}
