import { registerHooks } from 'node:module'

// GitHub's parser imports its schema as only a bundler can; Node asks that the import says that it is JSON.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context)
    if (!resolved.url.endsWith('.json')) return resolved
    return { ...resolved, importAttributes: { ...resolved.importAttributes, type: 'json' } }
  },
})
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')

/** What GitHub's own parser has against a workflow; empty when it would run it. */
export async function parserErrors(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  if (value !== undefined && context.errors.getErrors().length === 0) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

export interface ParsedJob {
  readonly id: string
  readonly needs: readonly string[]
  /** With the `success()` that GitHub adds. */
  readonly condition: string
  /** The condition of each step. */
  readonly steps: readonly string[]
}

/** The jobs of a workflow as GitHub understands them. @throws Error for one that it would not run. */
export async function readTemplate(name: string, content: string): Promise<ParsedJob[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  if (value === undefined) throw new Error(`${name} is empty`)
  const template = await convertWorkflowTemplate(context, value)
  const [error] = context.errors.getErrors()
  if (error !== undefined) throw new Error(error.message)
  return template.jobs.map((job): ParsedJob => {
    if (job.type !== 'job') throw new Error(`${job.id.value} calls a workflow, which the executor does not know`)
    return {
      id: job.id.value,
      needs: (job.needs ?? []).map(({ value: id }) => id),
      condition: job.if.expression,
      steps: job.steps.map((step) => step.if?.expression ?? 'success()'),
    }
  })
}
