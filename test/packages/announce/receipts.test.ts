import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { type RefNames, refReceipts } from '../../../packages/announce/index.ts'
import { ServiceError, UserError } from '../../../packages/plan/index.ts'

/** Refs as a set; `lose` makes the answer of the next write get lost, before or after it happened. */
class MemoryRefs implements RefNames {
  readonly names = new Set<string>()
  lose: 'before' | 'after' | null = null

  list(prefix: string): Promise<string[]> {
    return Promise.resolve([...this.names].filter((name) => name.startsWith(prefix)))
  }
  create(name: string): Promise<void> {
    return this.#write(() => {
      if (this.names.has(name)) throw new UserError('Reference already exists')
      this.names.add(name)
    })
  }
  remove(name: string): Promise<void> {
    return this.#write(() => {
      if (!this.names.delete(name)) throw new UserError('Reference does not exist')
    })
  }
  async #write(act: () => void): Promise<void> {
    const { lose } = this
    this.lose = null
    if (lose !== 'before') act()
    if (lose !== null) throw new ServiceError('no answer')
  }
}

const [KEY, CHANNEL] = ['project-codeflare/codeflare-operator@v1.2.0', 'mail-0123456789ab']

describe('receipts as git refs', () => {
  test('go from nothing to doubt to delivered', async () => {
    const refs = new MemoryRefs()
    const receipts = refReceipts(refs)
    const states = [await receipts.read(KEY, CHANNEL)]
    expect(await receipts.begin(KEY, CHANNEL)).toBe(true)
    states.push(await receipts.read(KEY, CHANNEL))
    await receipts.confirm(KEY, CHANNEL)
    states.push(await receipts.read(KEY, CHANNEL))
    expect(states).toEqual([null, 'in doubt', 'delivered'])
    expect([...refs.names]).toEqual([
      'refs/announcements/project-codeflare-codeflare-operator-v1-2-0-2aa12d56e13d/mail-0123456789ab/begun',
      'refs/announcements/project-codeflare-codeflare-operator-v1-2-0-2aa12d56e13d/mail-0123456789ab/delivered',
    ])
  })

  test('an intent is for one run; taken back, it is for the next', async () => {
    const refs = new MemoryRefs()
    const [one, two] = [refReceipts(refs), refReceipts(refs)]
    expect(await one.begin(KEY, CHANNEL)).toBe(true)
    expect(await two.begin(KEY, CHANNEL)).toBe(false)
    await one.withdraw(KEY, CHANNEL)
    expect(await two.begin(KEY, CHANNEL)).toBe(true)
  })

  test('keys and channels are kept apart, also where their names look the same in a ref', async () => {
    const receipts = refReceipts(new MemoryRefs())
    await receipts.confirm('a/b', 'mail')
    for (const [key, channel] of [
      ['a-b', 'mail'],
      ['a/b', 'mail2'],
      ['a/b', 'mai'],
    ] as const) {
      expect(await receipts.read(key, channel)).toBeNull()
    }
  })

  test('a lost answer is looked up', async () => {
    const refs = new MemoryRefs()
    const receipts = refReceipts(refs)
    refs.lose = 'before'
    await expect(receipts.begin(KEY, CHANNEL)).rejects.toThrow(ServiceError)
    refs.lose = 'after'
    expect(await receipts.begin(KEY, CHANNEL)).toBe(true)
    refs.lose = 'after'
    await receipts.confirm(KEY, CHANNEL)
    await receipts.confirm(KEY, CHANNEL)
    expect(await receipts.read(KEY, CHANNEL)).toBe('delivered')
    refs.lose = 'after'
    await receipts.withdraw(KEY, CHANNEL)
  })

  test('any key makes a name that git accepts', async () => {
    for (const key of ['..', '@{', 'a b~^:?*[\\', '/', 'x.lock', '-', '😀', 'a/'.repeat(200)]) {
      const refs = new MemoryRefs()
      await refReceipts(refs).begin(key, CHANNEL)
      const [name = ''] = refs.names
      execFileSync('git', ['check-ref-format', name])
    }
  })
})
