/** One input that a workflow declares for its dispatch. */
interface DispatchInput {
  readonly name: string
  readonly required: boolean
  readonly default: string | undefined
}

interface Line {
  readonly indent: number
  readonly key: string
  readonly value: string
}

/**
 * The inputs under `on.workflow_dispatch.inputs` of a workflow file, or undefined when that cannot be told. Reads block
 * style only, which is how workflows are written; it is no YAML parser, because the sandbox depends on no other package.
 */
export function dispatchInputs(text: string): DispatchInput[] | undefined {
  const lines = text.split('\n').flatMap((line): Line[] => {
    const match = /^( *)([\w-]+):(?:[ \t]+(.*?))?[ \t]*$/.exec(line)
    return match === null ? [] : [{ indent: (match[1] ?? '').length, key: match[2] ?? '', value: match[3] ?? '' }]
  })
  const trigger = lines.findIndex(({ key, value }) => key === 'workflow_dispatch' && value === '')
  if (trigger < 0) return undefined
  const block = below(lines, trigger)
  const at = block.findIndex(({ key }) => key === 'inputs')
  if (at < 0) return []
  const inputs = below(block, at)
  return inputs.flatMap((line, index) => {
    if (line.indent !== inputs[0]?.indent) return []
    const details = below(inputs, index)
    const detail = (key: string): string | undefined => details.find((candidate) => candidate.key === key)?.value
    const value = detail('default')?.replaceAll(/^(['"])(.*)\1$/g, '$2')
    return [{ name: line.key, required: detail('required') === 'true', default: value }]
  })
}

/** The lines that are indented deeper than the line at an index. */
function below(lines: readonly Line[], index: number): Line[] {
  const indent = lines[index]?.indent ?? 0
  const rest = lines.slice(index + 1)
  const end = rest.findIndex((line) => line.indent <= indent)
  return end < 0 ? rest : rest.slice(0, end)
}

/** The inputs that a run gets: those given, and the defaults. Gives GitHub's refusal when they do not fit. */
export function checkInputs(
  declared: readonly DispatchInput[],
  given: Readonly<Record<string, string>>,
): { readonly inputs: Record<string, string> } | { readonly refusal: string } {
  const names = new Set(declared.map(({ name }) => name))
  const unexpected = Object.keys(given).filter((name) => !names.has(name))
  if (unexpected.length > 0) return { refusal: `Unexpected inputs provided: ${JSON.stringify(unexpected)}` }
  const missing = declared.find(
    (input) => input.required && input.default === undefined && given[input.name] === undefined,
  )
  if (missing !== undefined) return { refusal: `Required input '${missing.name}' not provided` }
  const defaults = declared.map((input) => [input.name, input.default ?? ''] as const)
  return { inputs: { ...Object.fromEntries(defaults), ...given } }
}
