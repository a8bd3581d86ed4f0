import { sweepContract } from './contract-sweep.ts'

sweepContract(1, 2)
