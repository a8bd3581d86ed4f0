/** A YAML mapping that was read as a value; empty for anything else. */
export function mapping(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(entriesOf(value))
}

export function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

/** A scalar as text; empty for nothing. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
