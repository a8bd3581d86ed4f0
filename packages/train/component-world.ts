import type { ReleaseWorld } from './release-world.ts'

/**
 * What releasing components asks of the world and does in it. Everything here is asked anew each time: it is how one sees
 * that a release came to be. Repositories are `OWNER/NAME`.
 */
export interface ComponentWorld {
  /** For deciding about versions; may remember what it was told. */
  readonly planning: Pick<ReleaseWorld, 'history' | 'head'>
  /** The commit that a tag leads to; null where there is no such tag. */
  tagCommit(repository: string, tag: string): Promise<string | null>
  /** The page of a tag's published release; null where there is none. */
  releasePage(repository: string, tag: string): Promise<string | null>
  digest(image: string, tag: string): Promise<string | null>
  /** What a workflow takes at a ref; null where there is no such file. */
  workflow(repository: string, file: string, ref: string): Promise<WorkflowFile | null>
  /** Starts a workflow, or finds it started. */
  start(repository: string, wish: StartWish): Promise<StartedRun>
  /** Waits for the end of a run; `told` hears what it waits for. */
  ended(repository: string, run: StartedRun, told: (line: string) => void): Promise<EndedRun>
  /** What a run failed with. */
  failures(repository: string, run: StartedRun): Promise<readonly JobFailure[]>
  createTag(repository: string, tag: string, commit: string): Promise<void>
}

export interface WorkflowFile {
  /** By name; null where the workflow cannot be started by anybody. */
  readonly inputs: ReadonlyMap<string, { readonly required: boolean }> | null
  readonly runName: string
}

export interface StartWish {
  readonly workflow: string
  readonly ref: string
  readonly inputs: Readonly<Record<string, string>>
  readonly correlation: string
  readonly isNamed: boolean
}

export interface StartedRun {
  readonly id: number
  readonly url: string
  /** It was under way already. */
  readonly adopted: boolean
}

export interface EndedRun {
  readonly id: number
  readonly url: string
  readonly conclusion: string
  /** The rest of “the run …”: `failed`, `was cancelled`. */
  readonly words: string
}

export interface JobFailure {
  readonly name: string
  readonly url: string
  readonly step: string | null
  readonly tail: readonly string[]
}
