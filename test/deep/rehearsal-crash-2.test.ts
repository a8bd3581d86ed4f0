import { sweepCrashes } from './crash-sweep.ts'

sweepCrashes(2, 2)
