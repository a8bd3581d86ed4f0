/** Stands in `dist/` for `json-with-bigint`, with which Octokit reads numbers above 2^53 as `bigint`: nothing of ours expects one, or meets one. */
export function JSONParse(text: string): unknown {
  return JSON.parse(text)
}

export function JSONStringify(value: unknown): string | undefined {
  return JSON.stringify(value)
}
