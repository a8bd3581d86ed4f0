import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { branchHead, GitHub, oneCommit, readCommit } from '../../../packages/github/index.ts'
import { apply } from '../../../packages/plan/index.ts'
import { aWorld, NAME, OPERATOR, type Scene } from './worlds.ts'

const FORK = { owner: 'release-manager', repo: OPERATOR.repo }

/** What a fork says that does not have its parent’s newest commit yet, until it is brought up to date. */
async function behind(scene: Scene, upToDate: number): Promise<{ github: GitHub; synced: () => number }> {
  let synced = 0
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk))
      const answer = (status: number, message: string): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }))
      }
      if (request.url?.endsWith('/merge-upstream') === true) {
        synced += 1
        answer(upToDate, upToDate === 200 ? 'Successfully fetched' : 'There are conflicts')
      } else if (request.method === 'POST' && request.url?.endsWith('/git/trees') === true && synced === 0) {
        answer(422, 'Base tree SHA does not exist')
      } else {
        const { authorization = '' } = request.headers
        const passed = await fetch(`${scene.world.github.url}${request.url ?? ''}`, {
          method: request.method ?? 'GET',
          headers: { authorization, 'content-type': 'application/json' },
          ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
        })
        response.writeHead(passed.status, { 'content-type': 'application/json' }).end(await passed.text())
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = isAddress(address) ? address.port : 0
  const environment = { ...scene.world.environment(), GITHUB_API_URL: `http://127.0.0.1:${port}/api/v3` }
  return {
    github: new GitHub({ token: 'ghs_sandbox', environment, sleep: async () => undefined }),
    synced: () => synced,
  }
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

async function aFork(): Promise<Scene & { wanted: Parameters<typeof oneCommit>[1] }> {
  const scene = await aWorld()
  scene.world.github.fork(NAME, FORK.owner)
  const parent = (await branchHead(scene.github, OPERATOR, 'main')) ?? ''
  return {
    ...scene,
    wanted: {
      branch: 'new',
      home: FORK,
      repository: OPERATOR,
      base: 'main',
      parent,
      directory: 'dir',
      files: new Map([
        ['dir/a.txt', Buffer.from('text\n')],
        ['dir/b.bin', Buffer.from([0xff, 0xfe, 0x00])],
      ]),
      message: 'one\n\nSigned-off-by: A <a@b>',
      author: { name: 'A', email: 'a@b' },
    },
  }
}

const made = async (github: GitHub, wanted: Parameters<typeof oneCommit>[1]) => {
  let head: string | null = null
  const change = await oneCommit(github, wanted, 'a test', (seen) => (head = seen))
  if (change !== null) await apply([change])
  return { change, head }
}

describe('a branch that is one commit', () => {
  it('has the files, also those that are no text, and the date of the commit below, so that it is the same commit each time', async () => {
    const { github, world, wanted } = await aFork()
    const first = await made(github, wanted)
    const { parents, date } = await readCommit(github, FORK, first.head ?? '')
    expect(parents).toEqual([wanted.parent])
    expect(date).toBe((await readCommit(github, OPERATOR, wanted.parent)).date)
    expect(await world.github.readFile(`${FORK.owner}/${FORK.repo}`, 'new', 'dir/b.bin')).toEqual(
      Buffer.from([0xff, 0xfe, 0x00]),
    )
    expect((await made(github, wanted)).change).toBeNull()
    await github.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...FORK, ref: 'heads/new' })
    expect((await made(github, wanted)).head).toBe(first.head)
  })

  it('brings a fork up to date that lacks the commit below', async () => {
    const scene = await aFork()
    const { github, synced } = await behind(scene, 200)
    expect((await made(github, scene.wanted)).head).not.toBeNull()
    expect(synced()).toBe(1)
  })

  it('says what to do when the fork has gone its own way', async () => {
    const scene = await aFork()
    const { github } = await behind(scene, 409)
    await expect(made(github, scene.wanted)).rejects.toThrow(
      /lags behind project-codeflare\/codeflare-operator and cannot be brought up to date/,
    )
  })
})
