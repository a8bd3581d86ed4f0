import { createHash } from 'node:crypto'
import { ServiceError } from '../plan/index.ts'

/** What is known of a delivery: done, nothing, or begun by a run that did not come to say how it ended. */
export type DeliveryState = 'delivered' | 'in doubt' | null

/**
 * The memory of deliveries that cannot be asked for. An intent is noted before the message leaves and confirmed after,
 * so that no crash is mistaken for silence.
 */
export interface Receipts {
  read(key: string, identity: string): Promise<DeliveryState>
  /** Notes the intent. False when another run has noted it in between: then this one must not deliver. */
  begin(key: string, identity: string): Promise<boolean>
  /** Takes the intent back: nothing was delivered, for sure. */
  withdraw(key: string, identity: string): Promise<void>
  confirm(key: string, identity: string): Promise<void>
}

/** What `refReceipts` asks of git: names that can be listed, created once, and removed. */
export interface RefNames {
  /** Full names of the refs that begin with `prefix`. */
  list(prefix: string): Promise<readonly string[]>
  /** @throws when there is one already, or no answer came. */
  create(name: string): Promise<void>
  remove(name: string): Promise<void>
}

/**
 * Receipts as git refs of the repository that announces: `refs/announcements/KEY/CHANNEL/begun`, then `…/delivered`.
 * Refs lie where the release lies, everybody who may release may write them, none is fetched by a clone or starts a
 * workflow, and creating one succeeds for exactly one of two runs. They are only ever created; the exception is an
 * intent that is taken back.
 */
export function refReceipts(refs: RefNames): Receipts {
  const exists = async (name: string): Promise<boolean> => (await refs.list(name)).includes(name)

  /** A write whose answer was lost is looked at before anything is said about it. */
  async function settle(write: Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
    try {
      await write
    } catch (error) {
      if (!(error instanceof ServiceError) || !(await isDone())) throw error
    }
  }

  return {
    async read(key, identity) {
      const found = await refs.list(nameOf(key, identity, ''))
      if (found.includes(nameOf(key, identity, 'delivered'))) return 'delivered'
      return found.includes(nameOf(key, identity, 'begun')) ? 'in doubt' : null
    },
    async begin(key, identity) {
      const name = nameOf(key, identity, 'begun')
      try {
        // It was not there a moment ago. If only the answer was lost, it is ours.
        await settle(refs.create(name), () => exists(name))
        return true
      } catch (error) {
        if (error instanceof ServiceError || !(await exists(name))) throw error
        return false
      }
    },
    async withdraw(key, identity) {
      const name = nameOf(key, identity, 'begun')
      await settle(refs.remove(name), async () => !(await exists(name)))
    },
    async confirm(key, identity) {
      const name = nameOf(key, identity, 'delivered')
      if (await exists(name)) return
      await settle(refs.create(name), () => exists(name))
    },
  }
}

/** Where an announcement is known to have been delivered: the identities of its channels. For those who only look. */
export async function deliveredTo(refs: Pick<RefNames, 'list'>, key: string): Promise<string[]> {
  const prefix = prefixOf(key)
  const found = await refs.list(prefix)
  return found.flatMap((name) => {
    const [identity, state] = name.slice(prefix.length).split('/')
    return identity !== undefined && state === 'delivered' ? [identity] : []
  })
}

/** Readable as far as a ref's name allows (git check-ref-format), exact by the digest. */
function prefixOf(key: string): string {
  const words = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 12)
  return `refs/announcements/${words}-${digest}/`
}

function nameOf(key: string, identity: string, state: 'begun' | 'delivered' | ''): string {
  return `${prefixOf(key)}${identity}/${state}`
}
