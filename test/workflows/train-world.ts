import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { World } from '../../packages/sandbox/index.ts'
import { exampleScene } from '../rehearsals/scene.ts'
import { type RunResult, runWorkflow, type Settings, type Trigger } from './executor/executor.ts'

export const OPERATOR = 'project-codeflare/codeflare-operator'
export const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'
export const INSTASCALE = 'project-codeflare/instascale'
export const SDK = 'project-codeflare/codeflare-sdk'
export const CATALOG = 'redhat-openshift-ecosystem/community-operators-prod'
export const WORKLOADS = 'opendatahub-io/distributed-workloads'

const IMAGES: Readonly<Record<string, string>> = {
  [OPERATOR]: 'quay.io/project-codeflare/codeflare-operator',
  [MCAD]: 'quay.io/project-codeflare/mcad-controller',
  [INSTASCALE]: 'quay.io/project-codeflare/instascale-controller',
  [SDK]: 'quay.io/project-codeflare/notebook',
}

export interface TrainWorld {
  readonly world: World
  /** Runs a template as the repository would have it installed, on the head of `main` unless told otherwise. */
  readonly run: (
    template: string,
    repository: string,
    trigger?: Partial<Trigger>,
    more?: Partial<Settings>,
  ) => Promise<RunResult>
  /** The same for the text of a workflow. */
  readonly runText: TrainWorld['run']
  readonly head: (repository: string) => Promise<string>
  readonly digest: (image: string, tag: string) => Promise<string | undefined>
}

/** A template as GitHub offers it in a repository whose default branch is `main`. */
export function template(name: string): string {
  const file = join(import.meta.dirname, '..', '..', 'workflows-templates', `${name}.yml`)
  return readFileSync(file, 'utf8').replaceAll('$default-branch', 'main')
}

/** CodeFlare after v1.2.0 with something to release, and the settings that the templates ask for. */
export async function aTrain(adapt?: (manifest: string) => string): Promise<TrainWorld> {
  const scene = await exampleScene('codeflare', adapt)
  const world = await scene.open()
  onTestFinished(async () => {
    await world.close()
    await scene.remove()
  })
  const head = async (repository: string): Promise<string> => (await world.github.resolve(repository, 'main')) ?? ''
  const runText: TrainWorld['run'] = async (text, repository, trigger = {}, more = {}) => {
    const sha = await head(repository)
    return runWorkflow(
      world,
      text,
      { repository, event: 'workflow_dispatch', ref: 'refs/heads/main', sha, ...trigger },
      { ...settings(world, repository), ...more },
    )
  }
  return {
    world,
    head,
    digest: async (image, tag) => (await world.registry('quay.io')).digest(`project-codeflare/${image}`, tag),
    run: async (name, ...more) => runText(template(name), ...more),
    runText,
  }
}

function settings(world: World, repository: string): Settings {
  return {
    vars: {
      IMAGE: IMAGES[repository] ?? '',
      QUAY_USERNAME: 'codeflare+ci',
      CRD_REPOSITORY: MCAD,
      CRD_COMPONENT: 'mcad',
      CRD_PATH: 'config/crd/bases',
      CRD_DESTINATION: 'config/crd',
      PACKAGE: 'codeflare-operator',
      CATALOG,
      FORK_OWNER: 'release-manager',
      TRAIN_TITLE: 'CodeFlare Stack',
      SLACK_CHANNEL: 'codeflare-announce',
      MAIL_FROM: 'releases@example.com',
      MAIL_TO: 'codeflare-users@example.com',
      DEV_IMAGES: 'mcad=quay.io/project-codeflare/mcad-controller:dev',
      DEPLOY_COMMAND: 'test -n "$IMAGE_MCAD"',
      TEST_COMMAND: 'test -n "$IMAGE_OPERATOR"',
      RESET_COMMAND: 'true',
    },
    secrets: {
      QUAY_TOKEN: 'quay-token',
      RELEASE_TOKEN: 'ghs_release_token',
      SLACK_TOKEN: world.slack.token,
      SMTP_URL: world.mail.url,
    },
  }
}

/** What ran, in short: `release: success`. */
export const jobsOf = ({ jobs }: RunResult): string[] => jobs.map(({ id, result }) => `${id}: ${result}`)

/** The steps of a run that did something. */
export const ranSteps = ({ jobs }: RunResult): string[] =>
  jobs.flatMap(({ steps }) => steps.filter(({ outcome }) => outcome !== 'skipped').map(({ name }) => name))
