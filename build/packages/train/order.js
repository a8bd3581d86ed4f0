/**
 * The names in levels: everything in a level needs only what earlier levels hold, so a level can be done at once. Names
 * keep the graph's order within a level; what a name needs and the graph does not hold counts as done.
 *
 * @throws RangeError for a graph with a cycle; ask `findCycle` first.
 */
export function levels(graph) {
  const waiting = new Map([...graph].map(([name, needs]) => [name, new Set(needs.filter((need) => graph.has(need)))]))
  const dependents = new Map([...graph.keys()].map((name) => [name, []]))
  for (const [name, needs] of waiting) for (const need of needs) dependents.get(need)?.push(name)
  const position = new Map([...graph.keys()].map((name, index) => [name, index]))
  const found = []
  let level = [...graph.keys()].filter((name) => waiting.get(name)?.size === 0)
  while (level.length > 0) {
    found.push(level)
    const freed = []
    for (const name of level) {
      for (const dependent of dependents.get(name) ?? []) {
        const needs = waiting.get(dependent)
        needs?.delete(name)
        if (needs?.size === 0) freed.push(dependent)
      }
    }
    level = freed.toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0))
  }
  if (found.flat().length !== graph.size) throw new RangeError('the graph has a cycle')
  return found
}
/** Names that need each other in a circle, the first again at the end: `['a', 'b', 'a']`; null when there is no circle. */
export function findCycle(graph) {
  const finished = new Set()
  for (const start of graph.keys()) {
    // Depth first with a stack of our own: a chain of thousands must not exhaust the call stack.
    const path = []
    const onPath = new Set()
    const open = []
    const enter = (name) => {
      path.push(name)
      onPath.add(name)
      open.push({ name, rest: [...(graph.get(name) ?? [])].reverse() })
    }
    if (!finished.has(start)) enter(start)
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.rest.pop()
      if (next === undefined) {
        finished.add(top.name)
        onPath.delete(top.name)
        path.pop()
        open.pop()
      } else if (onPath.has(next)) {
        return [...path.slice(path.indexOf(next)), next]
      } else if (!finished.has(next) && graph.has(next)) {
        enter(next)
      }
    }
  }
  return null
}
/** The components in levels: a level is released at once, after all levels before it. External projects are not listed. */
export function releaseLevels(train) {
  const byId = new Map(train.components.map((one) => [one.id, one]))
  const ids = levels(new Map(train.components.map(({ id, dependsOn }) => [id, dependsOn])))
  return ids.map((level) => level.flatMap((id) => byId.get(id) ?? []))
}
/** The components, each after everything it depends on; in the manifest's order where nothing else decides. */
export function releaseOrder(train) {
  return releaseLevels(train).flat()
}
