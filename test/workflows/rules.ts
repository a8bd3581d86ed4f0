/**
 * What every workflow that we hand out keeps, as checks of its YAML: the cheap ones of zizmor's audits, and our own. A rule looks at
 * a workflow and names what is against it; `rules.test.ts` has an example that each rule finds.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit, type YAMLMap } from 'yaml'

export interface Workflow {
  readonly text: string
  readonly root: YAMLMap
  readonly jobs: readonly Job[]
  /** The line of a node, from 1. */
  readonly line: (node: Node) => number
}

interface Job {
  readonly id: string
  readonly map: YAMLMap
  readonly steps: readonly YAMLMap[]
}

export interface Rule {
  /** zizmor's name for it, where it has one. */
  readonly name: string
  readonly check: (workflow: Workflow) => string[]
}

/** @throws Error for what is no YAML or no workflow. */
export function readWorkflow(text: string): Workflow {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true })
  const [problem] = document.errors
  if (problem !== undefined) throw problem
  const root = document.contents
  if (!isMap(root)) throw new Error('a workflow is a mapping')
  const jobs = root.get('jobs')
  return {
    text,
    root,
    jobs: (isMap(jobs) ? jobs.items : []).flatMap(({ key, value }): Job[] => {
      if (!isScalar(key) || !isMap(value)) return []
      const steps = value.get('steps')
      return [
        { id: String(key.value), map: value, steps: isSeq(steps) ? steps.items.filter((step) => isMap(step)) : [] },
      ]
    }),
    line: (node) => lines.linePos(node.range?.[0] ?? 0).line,
  }
}

/** Everything in `text` that is against a rule, as `RULE: WHAT`. */
export function offences(text: string): string[] {
  const workflow = readWorkflow(text)
  return RULES.flatMap(({ name, check }) => check(workflow).map((found) => `${name}: ${found}`))
}

const WRITES = /: write\b/
const textOf = (node: unknown): string => (isScalar(node) ? String(node.value) : '')
const sourceOf = (workflow: Workflow, node: Node | null | undefined): string =>
  workflow.text.slice(node?.range?.[0] ?? 0, node?.range?.[2] ?? 0)
const jobSource = (workflow: Workflow, { map }: Job): string => sourceOf(workflow, map)
const triggers = ({ root }: Workflow): string[] => {
  const on = root.get('on', true)
  if (isMap(on)) return on.items.map(({ key }) => textOf(key))
  return isSeq(on) ? on.items.map(textOf) : [textOf(on)]
}

/** Each key with this name and a scalar value, anywhere below. */
function scalars(below: Node, name: string): { readonly pair: Pair; readonly value: string }[] {
  const found: { pair: Pair; value: string }[] = []
  visit(below, {
    Pair(_, pair) {
      if (textOf(pair.key) === name && isScalar(pair.value)) found.push({ pair, value: String(pair.value.value) })
    },
  })
  return found
}

export const RULES: readonly Rule[] = [
  {
    name: 'excessive-permissions',
    check: (workflow) => {
      const granted = workflow.root.get('permissions', true)
      return [
        ...(isMap(granted) && granted.items.length === 0 ? [] : ['the workflow does not say “permissions: {}”']),
        ...workflow.jobs.flatMap(({ id, map }) => {
          const permissions = map.get('permissions')
          if (!isMap(permissions)) return [`job ${id} does not say its permissions, scope by scope`]
          return permissions.items.flatMap(({ key, value }) =>
            isScalar(value) && typeof value.comment === 'string'
              ? []
              : [`job ${id} does not say what ${textOf(key)} is for`],
          )
        }),
      ]
    },
  },
  {
    name: 'unpinned-uses',
    check: ({ root, text }) =>
      scalars(root, 'uses').flatMap(({ pair, value }) => {
        if (/^project-codeflare\/actions\/[\w-]+@v1$/.test(value)) return []
        const end = isScalar(pair.value) ? (pair.value.range?.[1] ?? 0) : 0
        const version = /^ # v\d+\.\d+\.\d+\n/.test(text.slice(end, end + 40))
        return /@[0-9a-f]{40}$/.test(value) && version ? [] : [`${value} is not a commit with its version beside it`]
      }),
  },
  {
    name: 'artipacked',
    check: ({ jobs }) =>
      jobs.flatMap(({ id, steps }) =>
        steps
          .filter((step) => textOf(step.get('uses', true)).startsWith('actions/checkout@'))
          .filter((step) => step.getIn(['with', 'persist-credentials']) !== false)
          .map(() => `a checkout of job ${id} leaves its token in the checkout`),
      ),
  },
  {
    name: 'template-injection',
    check: ({ root }) =>
      scalars(root, 'run')
        .filter(({ value }) => value.includes('${{'))
        .map(({ value }) => `an expression in a script: ${value.split('\n')[0]}`),
  },
  {
    name: 'dangerous-triggers',
    check: (workflow) =>
      triggers(workflow).filter((name) => ['pull_request_target', 'workflow_run', 'issue_comment'].includes(name)),
  },
  {
    name: 'github-env',
    check: ({ root }) =>
      scalars(root, 'run')
        .filter(({ value }) => /GITHUB_(?:ENV|PATH)\b|::set-(?:output|env)/.test(value))
        .map(() => 'a script changes the environment of the steps after it'),
  },
  {
    name: 'secrets-outside-env',
    check: (workflow) =>
      workflow.jobs
        .filter((job) => /secrets\./.test(jobSource(workflow, job)) && !job.map.has('environment'))
        .map(({ id }) => `job ${id} reads secrets and has no environment`),
  },
  {
    name: 'secrets-inherit',
    check: ({ root, text }) => [
      ...scalars(root, 'secrets')
        .filter(({ value }) => value === 'inherit')
        .map(() => 'secrets: inherit'),
      ...(/toJSON\(\s*secrets\s*\)/i.test(text) ? ['all secrets at once'] : []),
    ],
  },
  {
    name: 'forks',
    check: (workflow) => {
      const event = workflow.root.getIn(['on', 'pull_request'])
      if (!triggers(workflow).includes('pull_request')) return []
      // A pull request of a fork has no secrets and no token that writes; a job that needs them must not run for it.
      const closed = isMap(event) && event.has('types')
      const risky = workflow.jobs.filter((job) => /secrets\.|: write\b/.test(jobSource(workflow, job)))
      const guarded = (job: Job | undefined): boolean => {
        if (job === undefined) return false
        const condition = textOf(job.map.get('if', true))
        if (/head\.repo\.full_name == github\.repository|event_name != 'pull_request'/.test(condition)) return true
        const needs = job.map.get('needs', true)
        const ids = isSeq(needs) ? needs.items.map(textOf) : [textOf(needs)]
        return ids.some((id) => guarded(workflow.jobs.find((other) => other.id === id)))
      }
      return risky
        .filter((job) => !guarded(job))
        .map(({ id }) => `job ${id} has secrets or writes${closed ? ' after a pull request' : ''}, and runs for forks`)
    },
  },
  {
    name: 'timeouts',
    check: ({ jobs }) =>
      jobs
        .filter(({ map }) => !(Number(map.get('timeout-minutes')) > 0))
        .map(({ id }) => `job ${id} may hang for six hours`),
  },
  {
    name: 'concurrency-limits',
    check: (workflow) => {
      const concurrency = workflow.root.get('concurrency')
      if (!isMap(concurrency) || textOf(concurrency.get('group', true)) === '') return ['two runs may interleave']
      const cancels = concurrency.get('cancel-in-progress') !== false
      const changes = workflow.jobs.some((job) => job.map.has('environment') || WRITES.test(jobSource(workflow, job)))
      const jobs = workflow.jobs.filter(
        ({ map }) => isMap(map.get('concurrency')) && map.getIn(['concurrency', 'cancel-in-progress']) !== false,
      )
      return [
        ...(cancels && changes ? ['a run that changes something may be cancelled halfway'] : []),
        ...jobs.map(({ id }) => `job ${id} may be cancelled halfway`),
      ]
    },
  },
  {
    name: 'runner',
    check: ({ root }) =>
      scalars(root, 'runs-on')
        .filter(({ value }) => !/^(?:ubuntu|windows|macos)-\d/.test(value))
        .map(({ value }) => `${value} is another machine tomorrow`),
  },
  {
    name: 'anonymous-definition',
    check: ({ root, jobs }) => [
      ...(root.has('name') ? [] : ['the workflow has no name']),
      ...jobs.flatMap(({ id, map, steps }) => [
        ...(map.has('name') ? [] : [`job ${id} has no name`]),
        ...steps.filter((step) => !step.has('name')).map(() => `a step of job ${id} has no name`),
      ]),
    ],
  },
  {
    name: 'unsound-condition',
    // A condition over several lines is text around an expression for GitHub's parser, and text is always true.
    check: ({ root, text }) =>
      scalars(root, 'if')
        .filter(({ pair, value }) => {
          const source = isScalar(pair.value) ? text.slice(pair.value.range?.[0], pair.value.range?.[2]) : ''
          return value.includes('${{') && /\n./.test(source.trimEnd())
        })
        .map(({ value }) => `always true: ${value.slice(0, 40)}…`),
  },
  {
    name: 'bot-conditions',
    check: ({ text }) =>
      /github\.(?:triggering_)?actor\s*[!=]=/.test(text) ? ['who started a run can be spoofed'] : [],
  },
  {
    name: 'swallowed-failure',
    check: ({ root }) => [
      ...scalars(root, 'continue-on-error').map(() => 'continue-on-error'),
      ...scalars(root, 'run')
        .filter(({ value }) => /\|\|\s*(?:true|:)(?:\s|$)/.test(value))
        .map(() => '|| true'),
    ],
  },
]
