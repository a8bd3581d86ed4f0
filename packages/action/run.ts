import {
  apply,
  type Change,
  describePlan,
  type Finding,
  type Outcome,
  type PlannedChange,
  type Report,
  type UserError,
} from '../plan/index.ts'
import type { Action, Context, OutputValue } from './definition.ts'
import { parseInputs } from './input.ts'

/** What a run of an action came to. */
export interface Execution {
  readonly dryRun: boolean
  /** Something was changed by this run or, in a dry run, would be. */
  readonly changed: boolean
  readonly plan: readonly PlannedChange[]
  /** Every declared output as text, JSON where it is structured. */
  readonly outputs: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
  readonly report: Report
  /** The action looked, reported, and applied nothing because of this. */
  readonly refusal?: UserError
}

export interface ExecuteOptions {
  /** Called before the first change; not when the action refuses, since nothing will follow. */
  readonly onPlan?: (plan: readonly PlannedChange[], dryRun: boolean) => void
  readonly onChange?: (change: Change, outcome: Outcome) => void
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/**
 * The one way every action walks: inputs, observe, plan, apply, report. A dry run stops after the plan and tells the same.
 *
 * @throws ReportedError for what the caller or a service must mend; anything else is a defect.
 */
export async function execute(
  action: Action,
  texts: ReadonlyMap<string, string>,
  context: Context,
  options: ExecuteOptions = {},
): Promise<Execution> {
  for (const [name, input] of Object.entries(action.inputs)) if (input.secret) context.log.mask(texts.get(name) ?? '')
  const dryRun = parseInputs(action.inputs, texts)['dry-run'] === true
  const { sleep } = options
  const decision = await action.decide(texts, sleep === undefined ? context : { ...context, sleep })
  const plan = describePlan(decision.changes)
  if (decision.refusal === undefined) options.onPlan?.(plan, dryRun)

  let applied = 0
  if (!dryRun && decision.refusal === undefined) {
    await apply(decision.changes, {
      signal: context.signal,
      ...(sleep !== undefined && { sleep }),
      onChange(change, outcome) {
        if (outcome === 'applied') applied += 1
        options.onChange?.(change, outcome)
      },
    })
  }
  if (!dryRun) await decision.afterwards?.()
  const changed = decision.refusal === undefined && (dryRun ? plan.length > 0 : applied > 0)
  return {
    dryRun,
    changed,
    plan,
    outputs: textOutputs(action, { ...decision.outputs(), changed, plan }),
    findings: decision.findings ?? [],
    report: decision.report(),
    ...(decision.refusal !== undefined && { refusal: decision.refusal }),
  }
}

function textOutputs(action: Action, values: Readonly<Record<string, OutputValue>>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(action.outputs).map((name) => {
      const value = values[name] ?? ''
      return [name, typeof value === 'string' ? value : JSON.stringify(value)]
    }),
  )
}
