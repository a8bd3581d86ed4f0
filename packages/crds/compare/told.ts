import type { Finding } from '../../plan/index.ts'

/** A finding before it is said of which CRD. */
export type Told = Omit<Finding, 'crd'>
