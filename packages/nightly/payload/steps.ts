import type { Payload, PayloadImage } from '../record.ts'

/** An image of a component between two others, built from a commit between theirs. */
export interface Step {
  readonly commit: string
  readonly digest: string
  /** Commits in it that the step before it does not have. */
  readonly commits: number
}

/** How one component went from the base to the candidate. */
export interface Move {
  readonly component: string
  readonly before: PayloadImage
  readonly after: PayloadImage
  /** Images in between, oldest first; empty where none is known. */
  readonly between: readonly Step[]
  /** Commits from the last step (or the base) to the candidate; 1 where nobody knows. */
  readonly commits: number
}

/** What is asked about a component's history between two commits. */
export interface Commits {
  /**
   * Commits that `head` has and `base` has not, oldest first. Null where nobody can tell: no such commits, no access, or
   * `base` is no ancestor.
   */
  between(repository: string, base: string, head: string): Promise<readonly string[] | null>
}

/** What is asked about images under their commit. */
export interface Tags {
  /** The digest under a tag of the image's repository; null where there is none. */
  digest(image: PayloadImage, tag: string): Promise<string | null>
}

/** Commits of one component that are looked up; of more, every second, third … one, always with the newest. */
const MOST_STEPS = 16

/** The components whose digest differs; new ones and those that went away count as changed and cannot be moved alone. */
export function changedComponents(base: Payload, candidate: Payload): string[] {
  const before = new Map(base.images.map(({ component, digest }) => [component, digest]))
  const after = new Map(candidate.images.map(({ component, digest }) => [component, digest]))
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort()
}

/**
 * How each component of both payloads moved, with the images in between that were kept under `dev-<commit>` (the whole
 * hash, or its first 7 or 12 digits).
 */
export async function movesBetween(base: Payload, candidate: Payload, commits: Commits, tags: Tags): Promise<Move[]> {
  const moves = candidate.images.flatMap((after) => {
    const before = base.images.find(({ component }) => component === after.component)
    return before === undefined || before.digest === after.digest ? [] : [{ before, after }]
  })
  return Promise.all(moves.map(({ before, after }) => moveOf(before, after, commits, tags)))
}

async function moveOf(before: PayloadImage, after: PayloadImage, commits: Commits, tags: Tags): Promise<Move> {
  const plain: Move = { component: after.component, before, after, between: [], commits: 1 }
  const { repository, revision: head } = after
  if (repository === null || head === null || before.revision === null || before.revision === head) return plain
  const range = await commits.between(repository, before.revision, head)
  if (range === null || range.length === 0) return plain
  const stride = Math.ceil(range.length / MOST_STEPS)
  const looked = range.map((commit, at) => ({ commit, at })).filter(({ at }) => (range.length - 1 - at) % stride === 0)
  const found = await Promise.all(
    looked.map(async ({ commit, at }) => ({
      commit,
      at,
      digest: commit === head ? null : await digestAt(after, commit, tags),
    })),
  )
  const between: Step[] = []
  let last = -1
  let shown = before.digest
  for (const { commit, at, digest } of found) {
    // The same digest again means that the commit changed nothing in the image.
    if (digest === null || digest === shown || digest === after.digest) continue
    between.push({ commit, digest, commits: at - last })
    last = at
    shown = digest
  }
  return { ...plain, between, commits: Math.max(1, range.length - 1 - last) }
}

async function digestAt(image: PayloadImage, commit: string, tags: Tags): Promise<string | null> {
  for (const length of [40, 7, 12]) {
    const digest = await tags.digest(image, `dev-${commit.slice(0, length)}`)
    if (digest !== null) return digest
  }
  return null
}
