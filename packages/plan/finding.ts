import type { Place } from './errors.ts'

/** Something that a check found, in the shape that the JSON outputs `findings` and `inconsistencies` carry (INTERFACE.md). */
export interface Finding extends Place {
  readonly severity: 'error' | 'warning' | 'info'
  /** Stable identifier of the rule, kebab-case. */
  readonly rule: string
  readonly message: string
  /** What to do about it. */
  readonly advice: string
  readonly crd?: string
  readonly version?: string
  /** The value in an object (`.spec.containers[*].name`) or the field of a definition (`spec.versions[v1].served`). */
  readonly path?: string
  readonly before?: unknown
  readonly after?: unknown
  readonly witness?: unknown
  readonly waived?: boolean
}
