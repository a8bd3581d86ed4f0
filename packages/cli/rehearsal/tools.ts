import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import type { Component } from '../../train/index.ts'
import { type BuiltFrom, builtFrom } from './built-from.ts'
import { checkOut, emptyJob, type Job, type Place } from './job.ts'
import { bareRepository } from './observe.ts'
import { hasKustomize, type Rendering } from './rendering.ts'
import type { StepResult } from './result.ts'

/** What the steps of a stage work with, as jobs of a workflow would. */
export interface Tools {
  /** A fresh clone of a repository's branch, with the manifest in it. */
  checkout(place: Place): Promise<Job>
  /** A job that checks nothing out: a directory with nothing but the manifest. */
  job(place: Place): Promise<Job>
  readonly builtFrom: BuiltFrom
  readonly workflows: ReleaseWorkflows
  readonly rendering: Rendering
  hasBranch(place: Place): Promise<boolean>
  /** Whether a repository is in this world; not all are when somebody rehearses with clones of their own. */
  has(repository: string): boolean
  /** Merges a pull request as the maintainers of somebody else’s repository would, once they have looked at it. */
  maintainersMerge(repository: string, number: number): Promise<void>
  /** The beginning of the world's day, RFC 3339: equal for a run and for the one that finishes it. */
  readonly day: string
  /** Where an announcement goes. */
  readonly channels: { readonly slackToken: string; readonly smtpUrl: string }
}

/** The release workflows of a train's components, as the world runs them. */
export interface ReleaseWorkflows {
  /** Whether a component has one that can be started. */
  has(component: Component): boolean
  /** The steps that the last run of a component's workflow took; empty when none ran. */
  stepsOf(component: Component): readonly StepResult[]
}

export interface ToolsOptions {
  readonly world: World
  readonly environment: Readonly<Record<string, string>>
  readonly manifest: string
  /** For clones; emptied first. */
  readonly workspace: string
  readonly signal: AbortSignal
  /** The operator's manifests, rendered, for machines that cannot. */
  readonly rendered?: string | null
  /** Whether this machine renders itself. Default: whether it has kustomize or kubectl. */
  readonly canRender?: boolean
}

export async function openTools(options: ToolsOptions): Promise<Omit<Tools, 'workflows'>> {
  const { world, environment, manifest, workspace, signal } = options
  await rm(workspace, { recursive: true, force: true })
  await mkdir(workspace, { recursive: true })
  let jobs = 0
  const prepare = async (place: Place) => {
    const sha = await world.github.resolve(place.repository, `refs/heads/${place.branch}`)
    if (sha === undefined) {
      throw new UserError(`${place.repository} has no branch ${place.branch}.`, {
        advice: 'Correct “branch” in the manifest.',
      })
    }
    jobs += 1
    return { ...place, sha, directory: join(workspace, String(jobs).padStart(3, '0')) }
  }
  return {
    checkout: async (place) => checkOut(bareRepository(world, place.repository), await prepare(place), manifest),
    job: async (place) => emptyJob(await prepare(place), manifest),
    hasBranch: async ({ repository, branch }) =>
      (await world.github.resolve(repository, `refs/heads/${branch}`)) !== undefined,
    builtFrom: builtFrom(environment, signal),
    rendering: { canRender: options.canRender ?? (await hasKustomize()), rendered: options.rendered ?? null },
    has: (repository) => world.github.has(repository),
    async maintainersMerge(repository, number) {
      await world.github.mergePullRequest(repository, number, { method: 'squash', by: 'maintainer', counted: true })
    },
    day: `${world.ledger.now().toISOString().slice(0, 10)}T00:00:00Z`,
    channels: { slackToken: world.slack.token, smtpUrl: world.mail.url },
  }
}
