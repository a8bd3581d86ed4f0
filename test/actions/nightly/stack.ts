import * as v from 'valibot'
import action from '../../../actions/nightly-integration/action.ts'
import type { Execution } from '../../../packages/action/index.ts'
import { buildIndex } from '../../../packages/sandbox/index.ts'
import { aJob, type Job } from '../jobs.ts'

export const OPERATOR = 'project-codeflare/codeflare-operator'
export const COMPONENTS = ['appwrapper', 'instascale', 'kuberay', 'kueue', 'mcad', 'operator'] as const
export type Component = (typeof COMPONENTS)[number]

/** The commit of a component's version in these tests: `instascale` 2 is `2222…`. */
const commitOf = (version: number): string => String(version).repeat(40).slice(0, 40)

/** The image of a component’s version, which differs from every other. */
export function anImage(component: string, version: number): ReturnType<typeof buildIndex> {
  return buildIndex({
    name: `project-codeflare/${component}`,
    version: `v0.${version}.0`,
    revision: commitOf(version),
    source: `https://github.com/project-codeflare/${component}`,
  })
}

/**
 * A stack of six components whose night one was accepted and in which all have moved on since, and tests that are real
 * processes: bash over the images that it was given, writing JUnit.
 */
export class Stack {
  readonly job: Job
  readonly digests = new Map<string, string>()
  private constructor(job: Job) {
    this.job = job
  }

  static async open(): Promise<Stack> {
    const job = await aJob(action, OPERATOR)
    await job.world.github.createRepository(OPERATOR, { files: { 'README.md': 'The operator\n' } })
    const stack = new Stack(job)
    await stack.move(1, COMPONENTS)
    return stack
  }

  /** `dev` of components moves to a version. */
  async move(version: number, components: readonly string[]): Promise<void> {
    const quay = await this.job.world.registry('quay.io')
    for (const component of components) {
      const digest = quay.push(`project-codeflare/${component}`, ['dev'], anImage(component, version))
      this.digests.set(`${component} ${version}`, digest)
    }
  }

  digest(component: string, version: number): string {
    return this.digests.get(`${component} ${version}`) ?? ''
  }

  /** A bash condition that holds when the trial has a component in a version. */
  has(component: string, version: number): string {
    return `[[ $IMAGE_${component.toUpperCase()} == *@${this.digest(component, version)} ]]`
  }

  /** A night in January 2024, a run of its own. */
  async night(
    day: number,
    more: Readonly<Record<string, string>> = {},
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Execution> {
    return this.job.run(
      {
        images: COMPONENTS.map((component) => `${component}=quay.io/project-codeflare/${component}:dev`).join('\n'),
        'test-command': 'true',
        now: `2024-01-${String(day).padStart(2, '0')}T02:00:00Z`,
        history: './history',
        issue: 'false',
        ...more,
      },
      {
        PATH: process.env['PATH'] ?? '',
        HOME: this.temp,
        RUNNER_TEMP: this.temp,
        GITHUB_RUN_ID: String(1000 + day),
        GITHUB_SERVER_URL: 'https://github.com',
        ...environment,
      },
    )
  }

  /** A directory that the commands can write to. */
  get temp(): string {
    return this.job.world.directory
  }
}

/** Tests `e2e.scale` and `e2e.queue`; the first fails where the bash condition holds. */
export function suite(condition: string): string {
  const file = (failure: string): string =>
    `echo '<testsuite name="e2e"><testcase classname="e2e" name="scale">${failure}</testcase><testcase classname="e2e" name="queue"/></testsuite>' > "$NIGHTLY_RESULTS/junit.xml"`
  return `if ${condition}; then\n${file('<failure>no scale</failure>')}\nexit 1\nfi\n${file('')}`
}

export const verdictOf = ({ outputs }: Execution): string => outputs['verdict'] ?? ''

const COMPONENT = v.object({
  component: v.string(),
  before: v.string(),
  after: v.string(),
  commits: v.object({ before: v.nullable(v.string()), after: v.nullable(v.string()) }),
  compare: v.nullable(v.string()),
})
const CULPRIT = v.object({ components: v.array(COMPONENT), probability: v.number() })
const TRIALS = v.array(
  v.object({
    id: v.string(),
    moved: v.nullable(v.array(v.string())),
    outcome: v.string(),
    failing: v.array(v.string()),
  }),
)
const IMAGES = v.object({
  images: v.array(
    v.object({
      component: v.string(),
      digest: v.string(),
      repository: v.string(),
      revision: v.string(),
      version: v.string(),
    }),
  ),
})

export function trialsOf({ outputs }: Execution): v.InferOutput<typeof TRIALS> {
  return v.parse(TRIALS, JSON.parse(outputs['trials'] ?? ''))
}

export function culpritOf({ outputs }: Execution): v.InferOutput<typeof CULPRIT> | null {
  const text = outputs['culprit'] ?? ''
  return text === '' ? null : v.parse(CULPRIT, JSON.parse(text))
}

export function culprits(execution: Execution): string[] {
  return (culpritOf(execution)?.components ?? []).map(({ component }) => component).sort()
}

export function imagesOf({ outputs }: Execution): v.InferOutput<typeof IMAGES>['images'] {
  return v.parse(IMAGES, JSON.parse(outputs['payload'] ?? '')).images
}

/** What other jobs are asked to try: each as it is given to them, with its name. */
export function ticketsOf({ outputs }: Execution): { readonly id: string; readonly text: string }[] {
  const tickets = v.parse(v.array(v.looseObject({ id: v.string() })), JSON.parse(outputs['next-trials'] ?? ''))
  return tickets.map((ticket) => ({ id: ticket.id, text: JSON.stringify(ticket) }))
}
