import { payloadOf } from '../payload/identity.ts'
import type { Move } from '../payload/steps.ts'
import type { CulpritComponent, Payload, PayloadImage } from '../record.ts'
import type { Subset } from './belief.ts'
import type { Part } from './model.ts'

/** A part of the search, and which images it stands for. */
interface Stage {
  readonly part: Part
  /** What a component is when this part is its last one in; several where components move together. */
  readonly images: readonly PayloadImage[]
  /** What they are without it. */
  readonly without: readonly PayloadImage[]
}

/**
 * What can be put in and left out between two payloads: each changed component, or each of its steps where images in
 * between are known; components that only work together as one.
 */
export class Assembly {
  readonly parts: readonly Part[]
  readonly #stages: readonly Stage[]
  readonly #base: Payload
  readonly #candidate: Payload

  constructor(base: Payload, candidate: Payload, moves: readonly Move[], together: readonly (readonly string[])[]) {
    this.#base = base
    this.#candidate = candidate
    this.#stages = groupsOf(moves, together).flatMap(stagesOf)
    this.parts = this.#stages.map(({ part }) => part)
  }

  /** The payload in which exactly these parts are taken from the candidate. */
  payload(subset: Subset): Payload {
    const images = new Map(this.#base.images.map((image) => [image.component, image]))
    const candidate = new Map(this.#candidate.images.map((image) => [image.component, image]))
    // What the base does not have cannot be left out, and what the candidate does not have is gone.
    const kept = this.#candidate.images.map((image) => images.get(image.component) ?? image)
    const result = new Map(kept.map((image) => [image.component, image]))
    for (const [index, { images: moved }] of this.#stages.entries())
      if (subset[index] === 1) for (const image of moved) result.set(image.component, image)
    return payloadOf([...result.values()].filter(({ component }) => candidate.has(component)))
  }

  /** A subset as the history names it: the last part of each component that is in. */
  name(subset: Subset): string[] {
    const taken = this.parts.filter((_, index) => subset[index] === 1)
    const implied = new Set(taken.flatMap(({ requires }) => requires))
    return taken.map(({ id }) => id).filter((id) => !implied.has(id))
  }

  /** The subset that the history names so; null when it names a part that there is no more. */
  subset(moved: readonly string[] | null): Subset | null {
    const subset = new Uint8Array(this.parts.length)
    if (moved === null) return subset.fill(1)
    const index = new Map(this.parts.map(({ id }, at) => [id, at]))
    for (const named of moved) {
      let id: string | undefined = named
      while (id !== undefined) {
        const at = index.get(id)
        if (at === undefined) return null
        subset[at] = 1
        id = this.parts[at]?.requires[0]
      }
    }
    return subset
  }

  /**
   * What a person is told about a part: which components, from which digest and commit to which.
   *
   * @param server GitHub's own address, for links.
   */
  culprits(id: string, server: string): CulpritComponent[] {
    const stage = this.#stages.find(({ part }) => part.id === id)
    return (stage?.images ?? []).map((after, at) => {
      const before = stage?.without[at] ?? after
      const { repository } = after
      const commits = { before: before.revision, after: after.revision }
      const isRange = repository !== null && commits.before !== null && commits.after !== null
      return {
        component: after.component,
        repository,
        before: before.digest,
        after: after.digest,
        commits,
        compare:
          isRange && commits.before !== commits.after
            ? `${server}/${repository}/compare/${commits.before}...${commits.after}`
            : null,
      }
    })
  }
}

/** Groups that share a component are one. What did not change needs no moving. */
function groupsOf(moves: readonly Move[], together: readonly (readonly string[])[]): Move[][] {
  const groups: Move[][] = moves.map((move) => [move])
  for (const names of together) {
    const touched = groups.filter((group) => group.some(({ component }) => names.includes(component)))
    if (touched.length < 2) continue
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(touched.flat())
  }
  return groups
}

function stagesOf(group: readonly Move[]): Stage[] {
  const id = group.map(({ component }) => component).join('+')
  const [move] = group
  if (group.length !== 1 || move === undefined || move.between.length === 0) {
    return [
      {
        part: {
          id,
          weight: group.reduce(
            (sum, { commits, between }) => sum + commits + between.reduce((all, step) => all + step.commits, 0),
            0,
          ),
          requires: [],
        },
        images: group.map(({ after }) => after),
        without: group.map(({ before }) => before),
      },
    ]
  }
  const { before, after, between } = move
  const stages: Stage[] = []
  let without = before
  let last: string[] = []
  for (const { commit, digest, commits } of between) {
    const part = { id: `${id}@${commit}`, weight: commits, requires: last }
    const image = { ...after, digest, revision: commit, version: null }
    stages.push({ part, images: [image], without: [without] })
    without = image
    last = [part.id]
  }
  return [...stages, { part: { id, weight: move.commits, requires: last }, images: [after], without: [without] }]
}
