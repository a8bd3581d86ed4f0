import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../plan/index.ts'
import type { World } from '../../sandbox/index.ts'
import { type BuiltFrom, builtFrom } from './built-from.ts'
import { checkOut, emptyJob, type Job, type Place } from './job.ts'
import { bareRepository } from './observe.ts'

/** What the steps of a stage work with, as jobs of a workflow would. */
export interface Tools {
  /** A fresh clone of a repository's branch, with the manifest in it. */
  checkout(place: Place): Promise<Job>
  /** A job that checks nothing out: a directory with nothing but the manifest. */
  job(place: Place): Promise<Job>
  readonly builtFrom: BuiltFrom
  /** Whether a repository is in this world; not all are when somebody rehearses with clones of their own. */
  has(repository: string): boolean
  /** The beginning of the world's day, RFC 3339: equal for a run and for the one that finishes it. */
  readonly day: string
  /** Where an announcement goes. */
  readonly channels: { readonly slackToken: string; readonly smtpUrl: string }
}

export interface ToolsOptions {
  readonly world: World
  readonly environment: Readonly<Record<string, string>>
  readonly manifest: string
  /** For clones; emptied first. */
  readonly workspace: string
  readonly signal: AbortSignal
}

export async function openTools({ world, environment, manifest, workspace, signal }: ToolsOptions): Promise<Tools> {
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
    builtFrom: builtFrom(environment, signal),
    has: (repository) => world.github.has(repository),
    day: `${world.ledger.now().toISOString().slice(0, 10)}T00:00:00Z`,
    channels: { slackToken: world.slack.token, smtpUrl: world.mail.url },
  }
}
