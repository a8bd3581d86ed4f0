import { UserError } from '../plan/index.ts'
import type { FormName } from '../versions/index.ts'
import { nearest } from './nearest.ts'

/**
 * A release train as `release-train.yaml` describes it: all components that are released together, what they adopt from
 * elsewhere and where the result is published. Everything is filled in: a default that the manifest leaves out stands
 * here, a list that it leaves out is empty, a part that it leaves out is null.
 */
export interface Train {
  /** The manifest's path in the workspace. */
  readonly file: string
  readonly id: string
  readonly title: string
  readonly calendar: Calendar | null
  /** In the manifest's order. */
  readonly components: readonly Component[]
  readonly external: readonly External[]
  readonly bundle: Bundle | null
  readonly downstream: readonly Downstream[]
  readonly announce: Announce | null
}

/** When releases happen: sprints of equal length that follow each other without a gap. */
export interface Calendar {
  readonly sprintWeeks: number
  /** First day of sprint 1, `YYYY-MM-DD`, in UTC. */
  readonly firstDay: string
  /** How many days before the end of a sprint the freeze begins; 0 for no freeze. */
  readonly freezeDays: number
}

/** Something that this train releases. */
export interface Component {
  readonly id: string
  /** As the support matrix shows it. */
  readonly name: string
  /** `OWNER/NAME` on GitHub. */
  readonly repository: string
  readonly branch: string
  /** Template of its version tags: `v{version}`. */
  readonly tag: string
  /** True for exactly one component: its version is the train's version. */
  readonly leads: boolean
  /** File name of its release workflow; null where a release is only a tag. */
  readonly workflow: string | null
  /** What the workflow is given beyond the inputs that every release workflow has: `NAME=VALUE`, with placeholders. */
  readonly workflowInputs: readonly string[]
  readonly images: readonly Image[]
  /** Ids of the components and external projects that must be released before this one. */
  readonly dependsOn: readonly string[]
  readonly crds: readonly CrdCopy[]
  readonly versions: readonly WrittenVersion[]
  readonly beside: readonly BesideVersion[]
  readonly matrix: MatrixPlace | null
}

export interface Image {
  /** Repository in a registry, without tag: `quay.io/project-codeflare/codeflare-operator`. */
  readonly name: string
  /** Template of its version tags; the component's own where the manifest says nothing. */
  readonly tag: string
  /** Tags that move: `dev`, `stable`. */
  readonly channels: readonly string[]
  /** Its row in the support matrix (`CodeFlare Notebook`); null for no row of its own. */
  readonly row: string | null
}

/** Custom resource definitions of another project that are copied into this repository. */
export interface CrdCopy {
  /** Id of the component or external project that owns them. */
  readonly from: string
  /** Directory or file in its repository. */
  readonly path: string
  /** Directory in this repository. */
  readonly to: string
}

/** One place in a repository where somebody's version is written. */
export interface WrittenVersion {
  /** Id of the component or external project whose version it is. */
  readonly of: string
  readonly file: string
  readonly form: FormName
  /** What to look for in the file, as its form understands it; empty for a file that holds nothing but a version. */
  readonly key: string
}

/** A number of its own that belongs to a version, such as that of its API as it is built against. */
export interface BesideVersion extends WrittenVersion {
  /** What the support matrix calls it: `Go API`. */
  readonly as: string
}

/** Where a support matrix is kept. */
export interface MatrixPlace {
  readonly file: string
  /** Name of the marker comments or of the heading. */
  readonly section: string
}

/** Somebody else's project whose releases this train adopts. */
export interface External {
  readonly id: string
  readonly name: string
  readonly repository: string
  readonly tag: string
  /**
   * A release made in one sprint is adopted by the end of the sprint this many later (ADR-003: 1 for KubeRay); null for
   * no deadline.
   */
  readonly adoptWithinSprints: number | null
  /** Id of the component under whose row the support matrix shows it (TorchX under the SDK); null for a row of its own. */
  readonly under: string | null
}

/** The OLM bundle and the catalog in which it is published. */
export interface Bundle {
  /** Id of the component whose operator it installs. */
  readonly component: string
  readonly package: string
  /** `OWNER/NAME` of the catalog's repository. */
  readonly catalog: string
  /** Directory of published versions in the catalog's repository: `operators/<package>`. */
  readonly directory: string
  readonly channels: readonly string[]
}

/** A repository that is told of a release afterwards. */
export interface Downstream {
  readonly name: string
  readonly repository: string
  readonly branch: string
  /** Days after the release until it must be updated (ADR-003: 7). */
  readonly withinDays: number
  readonly versions: readonly WrittenVersion[]
  readonly beside: readonly BesideVersion[]
  readonly matrix: MatrixPlace | null
}

export interface Announce {
  readonly slackChannel: string | null
  readonly mailTo: readonly string[]
  readonly discussionCategory: string | null
}

/** The component whose version is the train's version. */
export function leader(train: Train): Component {
  const found = train.components.find((component) => component.leads)
  if (found === undefined) throw new Error(`train ${train.id} was made without a leading component`)
  return found
}

/**
 * The component or external project that a person named, by id (`operator`) or by name (`CodeFlare Operator`).
 *
 * @param what names the input or file in which the name was given, for the error.
 * @throws UserError with the nearest name when there is none.
 */
export function findMember(train: Train, given: string, what: string): Component | External {
  const all = [...train.components, ...train.external]
  const wanted = given.trim().toLowerCase()
  const found = all.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted)
  if (found !== undefined) return found
  const close = nearest(
    given,
    all.flatMap(({ id, name }) => [id, name]),
  )
  throw new UserError(`${what}: “${given}” is no component of the train “${train.id}”.`, {
    advice: `${close === null ? '' : `Did you mean “${close}”? `}${train.file} knows: ${all.map(({ id }) => id).join(', ')}.`,
  })
}

/** The component that a person named; as `findMember`, for what only a component can answer. */
export function findComponent(train: Train, given: string, what: string): Component {
  const found = findMember(train, given, what)
  if (isComponent(found)) return found
  throw new UserError(`${what}: “${given}” is an external project; the train adopts its releases and makes none.`, {
    advice: `Components of ${train.file}: ${train.components.map(({ id }) => id).join(', ')}.`,
  })
}

/**
 * The downstream repository that a person named, by name (`Distributed Workloads`) or as `OWNER/NAME`.
 *
 * @throws UserError with the known ones when there is none.
 */
export function findDownstream(train: Train, given: string, what: string): Downstream {
  const wanted = given.trim().toLowerCase()
  const all = train.downstream
  const found = all.find((one) => [one.name, one.repository].some((name) => name.toLowerCase() === wanted))
  if (found !== undefined) return found
  const known = all.length === 0 ? 'no downstream repository' : all.map(({ name }) => `“${name}”`).join(', ')
  throw new UserError(`${what}: “${given}” is not downstream of the train “${train.id}”.`, {
    advice: `${train.file} names ${known}.`,
  })
}

export function isComponent(of: Component | External): of is Component {
  return 'leads' in of
}
