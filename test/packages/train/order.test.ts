import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCycle, levels } from '../../../packages/train/index.ts'

/** A graph without circles: every name needs only names with a smaller number, shuffled afterwards. */
const acyclic = fc.array(fc.array(fc.nat(), { maxLength: 5 }), { maxLength: 30 }).chain((needs) => {
  const entries = needs.map((of, index): [string, string[]] => [
    `n${index}`,
    index === 0 ? [] : of.map((need) => `n${need % index}`),
  ])
  return fc.shuffledSubarray(entries, { minLength: entries.length }).map((shuffled) => new Map(shuffled))
})

const anyGraph = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 15 })
  .map((needs) => new Map(needs.map((of, index) => [`n${index}`, of.map((need) => `n${need % needs.length}`)])))

describe('levels', () => {
  test('hold every name once, each after everything it needs', () => {
    fc.assert(
      fc.property(acyclic, (graph) => {
        const found = levels(graph)
        const levelOf = new Map(found.flatMap((level, index) => level.map((name) => [name, index] as const)))
        expect([...levelOf.keys()].toSorted()).toEqual([...graph.keys()].toSorted())
        for (const [name, needs] of graph) {
          for (const need of needs) expect(levelOf.get(need)).toBeLessThan(levelOf.get(name) ?? -1)
        }
      }),
    )
  })

  test('are as early as can be: each name needs one of the level before', () => {
    fc.assert(
      fc.property(acyclic, (graph) => {
        for (const [index, level] of levels(graph).entries()) {
          if (index === 0) continue
          const before = levels(graph)[index - 1] ?? []
          for (const name of level) expect(graph.get(name)?.some((need) => before.includes(need))).toBe(true)
        }
      }),
    )
  })

  test('keep the order of the graph within a level', () => {
    fc.assert(
      fc.property(acyclic, (graph) => {
        const position = [...graph.keys()]
        for (const level of levels(graph)) {
          expect(level).toEqual(level.toSorted((a, b) => position.indexOf(a) - position.indexOf(b)))
        }
      }),
    )
  })

  test('count what the graph does not hold as done', () => {
    expect(levels(new Map([['operator', ['kuberay']]]))).toEqual([['operator']])
  })

  test('of ten thousand names in a chain take no stack', () => {
    const chain = new Map(
      Array.from({ length: 10_000 }, (_, index) => [`n${index}`, index === 0 ? [] : [`n${index - 1}`]]),
    )
    expect(levels(chain)).toHaveLength(10_000)
    expect(findCycle(new Map([...chain, ['n0', ['n9999']]]))).toHaveLength(10_001)
  })
})

describe('a circle', () => {
  test('is found exactly where there is no order, and is one', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const circle = findCycle(graph)
        if (circle === null) {
          expect(levels(graph).flat()).toHaveLength(graph.size)
          return
        }
        expect(() => levels(graph)).toThrow(RangeError)
        expect(circle.at(-1)).toBe(circle[0])
        for (const [index, name] of circle.slice(0, -1).entries()) expect(graph.get(name)).toContain(circle[index + 1])
      }),
    )
  })
})
