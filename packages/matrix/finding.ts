import type { Finding } from '../plan/index.ts'

interface Position {
  readonly line: number
  readonly column: number
}

/** Only the position of something that has more. */
export const at = ({ line, column }: Position): Position => ({ line, column })

/** Something wrong enough to refuse. */
export function error(
  rule: string,
  message: string,
  advice: string,
  place: { readonly file?: string } & Partial<Position>,
): Finding {
  return { severity: 'error', rule, message, advice, ...place }
}
