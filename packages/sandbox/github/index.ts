import type { Ledger } from '../ledger.ts'
import type { Handler } from '../service.ts'

/** Stands here until the embedded GitHub is mounted: every path is unknown. */
export interface GitHub {
  readonly handler: Handler
  snapshot(): Promise<object>
  close(): Promise<void>
}

export async function openGitHub(_options: { readonly directory: string; readonly ledger: Ledger }): Promise<GitHub> {
  return {
    handler: async () => ({ status: 404, body: { message: 'Not Found' } }),
    snapshot: async () => ({}),
    close: async () => undefined,
  }
}
