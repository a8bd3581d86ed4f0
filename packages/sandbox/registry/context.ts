import type { Ledger } from '../ledger.ts'
import type { RegistryPolicy } from './policy.ts'
import type { Store } from './store.ts'

/** What every endpoint of one registry works with. */
export interface RegistryContext {
  readonly host: string
  readonly directory: string
  readonly ledger: Ledger
  readonly store: Store
  readonly policy: () => RegistryPolicy
}
