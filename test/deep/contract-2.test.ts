import { sweepContract } from './contract-sweep.ts'

sweepContract(2, 2)
