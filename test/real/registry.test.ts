import { afterAll, beforeAll, describe } from 'vitest'
import { findCredentials, RegistryClient } from '../../packages/registry/index.ts'
import { HOST, registryContract, type Subject } from '../packages/registry/contract.ts'
import { type DockerRegistry, isInstalled, PROGRAM, startDockerRegistry } from './docker-registry.ts'

const INSTALLED = isInstalled(PROGRAM, '--version')
/** `secret`, as `htpasswd -B -C 4` writes it. */
const BCRYPT_SECRET = '$2b$04$2r6e2DAorgngYZK524KS6.8YgcitXGoacCLQNNZHPv8NyWHdK3gZm'

describe.skipIf(!INSTALLED)(
  `a real registry keeps the contract (${PROGRAM}${INSTALLED ? '' : ': skipped, not installed'})`,
  () => {
    let registry: DockerRegistry
    let subject: Subject

    beforeAll(async () => {
      registry = await startDockerRegistry(`robot:${BCRYPT_SECRET}\n`)
      const given = { registry: HOST, username: 'robot', password: 'secret' }
      subject = {
        url: registry.url,
        headers: { authorization: `Basic ${Buffer.from('robot:secret').toString('base64')}` },
        client: new RegistryClient({
          credentials: findCredentials({ given, environment: {} }),
          endpoints: new Map([[HOST, registry.url]]),
        }),
      }
    })
    afterAll(() => registry.stop())

    registryContract(() => subject)
  },
)
