import { promote } from './retag-image.ts'
import type { Scene } from './scene.ts'

/** Every scene on which the contract is tested; each action has one at least (test/transcripts/contract.test.ts counts). */
export const scenes: readonly Scene[] = [promote]
