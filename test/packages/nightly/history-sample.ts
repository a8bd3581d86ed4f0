import { createHash } from 'node:crypto'
import type { HistoryRecord, Night, PayloadImage, Trial, Verdict } from '../../../packages/nightly/index.ts'

const COMPONENTS = ['appwrapper', 'codeflare-operator', 'codeflare-sdk', 'instascale', 'kuberay', 'kueue']

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An image of a component as its n-th build made it. */
export function imageOf(component: string, build: number): PayloadImage {
  return {
    component,
    reference: `quay.io/project-codeflare/${component}:dev`,
    digest: `sha256:${hash(`${component} ${build}`)}`,
    revision: hash(`commit ${component} ${build}`).slice(0, 40),
    version: 'dev',
    repository: `project-codeflare/${component}`,
  }
}

export function payloadOf(images: readonly PayloadImage[]): Night['payload'] {
  return { id: hash(images.map(({ component, digest }) => `${component} ${digest}`).join('\n')), images }
}

/** A night of one component, accepted, with whatever is told otherwise. */
export function aNight(day: string, told: Partial<Night> = {}): Night {
  const payload = told.payload ?? payloadOf([imageOf('instascale', 1)])
  const night: Night = {
    id: `${day}-${payload.id.slice(0, 8)}`,
    at: `${day}T02:00:00Z`,
    run: '4711',
    url: 'https://github.com/project-codeflare/codeflare-operator/actions/runs/4711',
    payload,
    base: null,
    changed: [],
    verdict: 'accepted',
    reason: 'All tests passed.',
    failing: [],
    signature: null,
    trials: [],
    culprit: null,
    ...told,
  }
  return { ...night, trials: told.trials ?? (night.verdict === 'unchanged' ? [] : [aTrial(night)]) }
}

/** The night's own test, or a trial. */
export function aTrial({ id, base, payload, at, failing, verdict }: Night, told: Partial<Trial> = {}): Trial {
  const failed = verdict !== 'accepted'
  return {
    id: `${id}.t1`,
    base,
    candidate: payload.id,
    moved: null,
    outcome: failed ? 'failed' : 'passed',
    failing: failed ? failing : [],
    detail: failed ? `${failing.length} of 184 tests failed` : '184 tests passed',
    minutes: 38,
    at,
    ...told,
  }
}

export function asRecord(night: Night): HistoryRecord {
  return { record: 'night', ...night }
}

/** `count` nights of the whole stack, with every verdict among them, by one rule: the same nights each time. */
export function manyNights(count: number, first = Date.UTC(2026, 8, 25, 2)): Night[] {
  const builds = COMPONENTS.map(() => 1)
  const nights: Night[] = []
  let accepted: Night | undefined
  for (let index = 0; index < count; index += 1) {
    const moving = COMPONENTS.filter((_, at) => (index * 7 + at * 3) % 5 === 0 && index % 6 !== 5)
    for (const component of moving)
      builds[COMPONENTS.indexOf(component)] = (builds[COMPONENTS.indexOf(component)] ?? 1) + 1
    const payload = payloadOf(COMPONENTS.map((component, at) => imageOf(component, builds[at] ?? 1)))
    const day = new Date(first + index * 86_400_000).toISOString().slice(0, 10)
    const before = new Map(accepted?.payload.images.map(({ component, digest }) => [component, digest]))
    const changed = payload.images.filter(({ component, digest }) => before.get(component) !== digest)
    const verdict = verdictOf(index, changed.length)
    nights.push(
      nightOf(
        day,
        payload,
        accepted,
        changed.map(({ component }) => component),
        verdict,
      ),
    )
    if (verdict === 'accepted') accepted = nights.at(-1)
  }
  return nights
}

function verdictOf(index: number, changed: number): Verdict {
  if (index > 0 && changed === 0) return 'unchanged'
  const rule: Readonly<Record<number, Verdict>> = { 3: 'flaky', 8: 'rejected', 9: 'rejected', 14: 'environment' }
  return rule[index % 17] ?? (index === 30 ? 'inconclusive' : 'accepted')
}

const FAILING = [
  'TestRayClusterLifecycle/with_mTLS',
  'TestMNISTRayJobRayCluster <script>alert("x")</script>',
  'github.com/project-codeflare/codeflare-operator/test/e2e.TestAppWrapperResources/reclaims_quota_after_a_very_long_name_that_goes_on',
]

function nightOf(
  day: string,
  payload: Night['payload'],
  accepted: Night | undefined,
  changed: readonly string[],
  verdict: Verdict,
): Night {
  const isRed = verdict === 'rejected' || verdict === 'flaky' || verdict === 'environment'
  const failing = isRed ? FAILING : []
  const base = accepted?.payload.id ?? null
  const guilty = verdict === 'rejected' ? changed[0] : undefined
  const after = payload.images.find(({ component }) => component === guilty)
  const before = accepted?.payload.images.find(({ component }) => component === guilty)
  const plain = aNight(day, {
    payload,
    base,
    changed,
    verdict,
    failing,
    signature: isRed ? hash(FAILING.join('\n')).slice(0, 16) : null,
    reason: REASONS[verdict],
    culprit:
      after === undefined || before === undefined
        ? null
        : {
            probability: 0.973,
            components: [
              {
                component: after.component,
                repository: after.repository,
                before: before.digest,
                after: after.digest,
                commits: { before: before.revision, after: after.revision },
                compare: `https://github.com/${after.repository}/compare/${before.revision}...${after.revision}`,
              },
            ],
          },
  })
  if (!isRed) return plain
  const more = [
    aTrial(plain, {
      id: `${plain.id}.t2`,
      moved: changed.slice(1),
      outcome: 'passed',
      failing: [],
      detail: '184 tests passed',
    }),
    aTrial(plain, { id: `${plain.id}.t3`, moved: changed.slice(0, 1) }),
    aTrial(plain, {
      id: `${plain.id}.t4`,
      moved: [],
      outcome: 'infrastructure',
      failing: [],
      detail: 'deploy-command: ImagePullBackOff',
    }),
  ]
  return { ...plain, trials: [...plain.trials, ...more] }
}

const REASONS: Readonly<Record<Verdict, string>> = {
  accepted: 'All tests passed.',
  rejected: 'Three tests fail with tonight’s images and pass without the culprit.',
  flaky: 'Three tests failed and passed again on the same images.',
  environment: 'The last accepted payload fails now too: the cluster or the tests changed, no component.',
  inconclusive: 'The cluster could not be reached in three trials <b>of three</b>.',
  unchanged: 'The same digests were accepted before; nothing was run.',
}
