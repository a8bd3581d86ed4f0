/** How the issues of failures are kept. */
export interface IssueRules {
  /** Labels of every issue, at least one; by the first they are found. */
  readonly labels: readonly [string, ...string[]]
  /** So many accepted nights after the last failure close an issue. */
  readonly closeAfter: number
  /** A failure that comes back within so many days after its issue was closed opens that one again. */
  readonly reopenWithin: number
}

export const ISSUE_RULES: IssueRules = { labels: ['nightly-failure'], closeAfter: 3, reopenWithin: 14 }

/** First line of an issue's body: which failure it is about. */
export function markOf(signature: string): string {
  return `<!-- nightly-integration ${signature} -->`
}

/** The failure that an issue is about, by its first line; null for an issue that is not ours. */
export function signatureIn(firstLine: string): string | null {
  return /^<!-- nightly-integration ([0-9a-f]{8,64}) -->$/.exec(firstLine)?.[1] ?? null
}
