import { sweepFaults } from './fault-sweep.ts'

sweepFaults(2, 2)
