import type { Ledger } from '../ledger.ts'
import type { Handler } from '../service.ts'
import type { RegistryPolicy } from './registry.ts'
import type { Store } from './store.ts'

export interface RegistryContext {
  readonly host: string
  readonly directory: string
  readonly ledger: Ledger
  readonly store: Store
  readonly policy: () => RegistryPolicy
}

/** The distribution API over a store. */
export function registryHandler(_context: RegistryContext): Handler {
  return async () => ({ status: 404, body: { errors: [{ code: 'UNSUPPORTED', message: 'not built yet' }] } })
}
