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
