import { flag, parseInputs } from './input.js'
const COMMON_OUTPUTS = {
  changed: '`true` when something was changed, or in a dry run would be.',
  plan: 'JSON array of `{action, subject, before, after, reason}`, in the order applied.',
}
/**
 * Declares an action once: action.yml, the README's tables, action-types.yml and the parser of its inputs all come from
 * here (DESIGN.md, "One action, one source of truth"). Every action also has the input `dry-run` and the outputs
 * `changed` and `plan`, which are not declared again.
 */
export function defineAction(spec) {
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
