/** An output that is a JSON array; empty where the step did not run. */
export function itemsOf(output: string | undefined): readonly unknown[] {
  const value: unknown = output === undefined || output === '' ? [] : JSON.parse(output)
  return Array.isArray(value) ? value : []
}
