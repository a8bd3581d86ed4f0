import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { RegistryClient } from '../../../packages/registry/index.ts'
import { openWorld, type World } from '../../../packages/sandbox/index.ts'
import { HOST, registryContract, type Subject } from './contract.ts'

describe.each([true, false])('the sandbox’s registry keeps the contract (referrers API: %s)', (referrers) => {
  let world: World
  let directory = ''
  let subject: Subject

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'contract-'))
    world = await openWorld({ directory })
    const registry = await world.registry(HOST)
    registry.configure({ referrers })
    const client = new RegistryClient({
      credentials: () => Promise.resolve(null),
      endpoints: new Map([[HOST, registry.url]]),
    })
    subject = { url: registry.url, headers: {}, client }
  })
  afterAll(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })

  registryContract(() => subject)
})
