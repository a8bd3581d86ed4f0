import { apply, describePlan } from '../plan/index.js'
import { parseInputs } from './input.js'
/**
 * The one way every action walks: inputs, observe, plan, apply, report. A dry run stops after the plan and tells the same.
 *
 * @throws ReportedError for what the caller or a service must mend; anything else is a defect.
 */
export async function execute(action, texts, context, options = {}) {
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
function textOutputs(action, values) {
  return Object.fromEntries(
    Object.keys(action.outputs).map((name) => {
      const value = values[name] ?? ''
      return [name, typeof value === 'string' ? value : JSON.stringify(value)]
    }),
  )
}
