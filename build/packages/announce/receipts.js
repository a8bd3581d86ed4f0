import { createHash } from 'node:crypto'
import { ServiceError } from '../plan/index.js'
/**
 * Receipts as git refs of the repository that announces: `refs/announcements/KEY/CHANNEL/begun`, then `…/delivered`.
 * Refs lie where the release lies, everybody who may release may write them, none is fetched by a clone or starts a
 * workflow, and creating one succeeds for exactly one of two runs. They are only ever created; the exception is an
 * intent that is taken back.
 */
export function refReceipts(refs) {
  const exists = async (name) => (await refs.list(name)).includes(name)
  /** A write whose answer was lost is looked at before anything is said about it. */
  async function settle(write, isDone) {
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
export async function deliveredTo(refs, key) {
  const prefix = prefixOf(key)
  const found = await refs.list(prefix)
  return found.flatMap((name) => {
    const [identity, state] = name.slice(prefix.length).split('/')
    return identity !== undefined && state === 'delivered' ? [identity] : []
  })
}
/** Readable as far as a ref's name allows (git check-ref-format), exact by the digest. */
function prefixOf(key) {
  const words = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 12)
  return `refs/announcements/${words}-${digest}/`
}
function nameOf(key, identity, state) {
  return `${prefixOf(key)}${identity}/${state}`
}
