import type { Change, Finding, Report, UserError } from '../plan/index.ts'
import { flag, type Inputs, parseInputs, type Values } from './input.ts'
import type { Log } from './log.ts'

/** What an action knows of where it runs; everything else comes in through its inputs. */
export interface Context {
  /** The environment as the runner set it (`GITHUB_*`), never `process.env` behind its back. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The checkout: `GITHUB_WORKSPACE`, or the current directory on a laptop. */
  readonly workspace: string
  readonly log: Log
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal
  /** The time of day: a machine's, or that of a rehearsal's world, which tells the same on every machine. */
  readonly now: () => Date
  /** Waits, for what is waited for minutes; given by rehearsals, whose world has no clock. */
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/** Values of outputs: text as it is, everything else as JSON. */
export type OutputValue = string | number | boolean | null | readonly unknown[] | { readonly [key: string]: unknown }

/** What an action decided after looking at the world, before touching it. */
export interface Decision<O extends string> {
  /** In the order in which they are applied; empty when there is nothing to do. */
  readonly changes: readonly Change[]
  /** Shown as annotations on their file and line. */
  readonly findings?: readonly Finding[]
  /** When set, nothing is applied: outputs and summary are written, and the action fails with this error. */
  readonly refusal?: UserError
  /** The outputs beyond `changed` and `plan`. Called after the changes were applied (or, in a dry run, were not). */
  outputs(): Readonly<Record<O, OutputValue>>
  /** What the job summary says. Called at the same moment. */
  report(): Report
  /** What makes the next run cheaper and changes nothing for anybody. Called at the very end; not in a dry run. */
  afterwards?(): Promise<void>
}

/** What an action says about itself before anything of it runs. */
interface Declaration {
  /** Name of the folder under `actions/`. */
  readonly name: string
  /** `name` of action.yml, as the marketplace shows it. */
  readonly title: string
  readonly description: string
  /** Feather icon and colour, for the marketplace. */
  readonly branding: { readonly icon: string; readonly color: string }
  /** The token permissions that a job needs, as `permissions:` in a workflow says it. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>
}

export interface ActionSpec<I extends Inputs, O extends string> extends Declaration {
  readonly inputs: I
  readonly outputs: Readonly<Record<O, string>>
  /** Observes the world and decides. Performs no write. */
  plan(inputs: Values<I>, context: Context): Promise<Decision<O>>
}

/** An action as everything but itself sees it: the runner, the generator of action.yml, the command line. */
export interface Action extends Declaration {
  readonly inputs: Inputs
  readonly outputs: Readonly<Record<string, string>>
  /** Parses the texts of the inputs, then observes and decides. @throws UserError naming the input that is wrong. */
  decide(texts: ReadonlyMap<string, string>, context: Context): Promise<Decision<string>>
}

const COMMON_OUTPUTS = {
  changed: '`true` when something was changed, or in a dry run would be.',
  plan: 'JSON array of `{action, subject, before, after, reason}`, in the order applied.',
}

/**
 * Declares an action once: action.yml, the README's tables, action-types.yml and the parser of its inputs all come from
 * here (DESIGN.md, "One action, one source of truth"). Every action also has the input `dry-run` and the outputs
 * `changed` and `plan`, which are not declared again.
 */
export function defineAction<const I extends Inputs, const O extends string>(spec: ActionSpec<I, O>): Action {
  const inputs = {
    ...spec.inputs,
    'dry-run': flag({ description: 'Plan and report, and write nothing anywhere.', default: 'false' }),
  }
  return {
    name: spec.name,
    title: spec.title,
    description: spec.description,
    branding: spec.branding,
    permissions: spec.permissions,
    inputs,
    outputs: { ...spec.outputs, ...COMMON_OUTPUTS },
    decide: (texts, context) => spec.plan(parseInputs(spec.inputs, texts), context),
  }
}
