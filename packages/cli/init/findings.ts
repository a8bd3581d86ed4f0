import type { FormName } from '../../versions/index.ts'

/** Something that a repository builds on and whose version it has written down. */
export interface FoundMember {
  readonly id: string
  readonly name: string
  readonly repository: string
  /** Released by the same people in the same train; else only adopted. */
  readonly released: boolean
  readonly places: readonly FoundPlace[]
  /** Where copies of its CRDs seem to lie; null for nowhere. */
  readonly crds: { readonly path: string; readonly to: string } | null
}

export interface FoundPlace {
  readonly file: string
  readonly form: FormName
  readonly key: string
}

/** What a repository says about itself and its neighbours. */
export interface FoundRepository {
  readonly repository: string
  readonly branch: string
  readonly id: string
  readonly name: string
  /** Without tag; null where nothing names one. */
  readonly image: string | null
  readonly places: readonly FoundPlace[]
  readonly matrix: { readonly file: string; readonly section: string } | null
  readonly members: readonly FoundMember[]
  /** Package of the OLM bundle; null for none. */
  readonly bundle: { readonly package: string; readonly catalog: string } | null
  /** What was seen and left out, for people. */
  readonly notes: readonly string[]
}
