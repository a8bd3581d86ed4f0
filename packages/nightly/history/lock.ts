import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../../plan/index.ts'

/** How often the lock is asked for, and how long is waited in between, in milliseconds: ten seconds in all. */
const ATTEMPTS = 200
const PAUSE = 50

/**
 * Runs while no other process does under the same lock. A lock whose owner has ended on this machine is taken over.
 *
 * @throws UserError naming the file when somebody holds it for longer than appending takes.
 */
export async function exclusively<T>(
  file: string,
  run: () => Promise<T>,
  sleep: (milliseconds: number) => Promise<unknown> = pause,
): Promise<T> {
  await mkdir(dirname(file), { recursive: true })
  for (let attempt = 1; !(await claim(file)); attempt += 1) {
    const owner = await readFile(file, 'utf8').catch(() => '')
    if (isGone(owner)) await rm(file, { force: true })
    else if (attempt < ATTEMPTS) await sleep(PAUSE)
    else
      throw new UserError(`${file} is held by ${owner === '' ? 'somebody' : owner} for more than ten seconds.`, {
        file,
        advice: 'Another run writes to this history. If there is none, remove the file.',
      })
  }
  try {
    return await run()
  } finally {
    await rm(file, { force: true })
  }
}

/** Linked, not written, so that a lock never is without its owner's name. */
async function claim(file: string): Promise<boolean> {
  const beside = `${file}.${randomUUID()}`
  await writeFile(beside, `process ${process.pid} on ${hostname()}`, { flag: 'wx' })
  try {
    await link(beside, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(beside, { force: true })
  }
}

function isGone(owner: string): boolean {
  const [, pid, host] = /^process (\d+) on (.+)$/.exec(owner) ?? []
  if (pid === undefined || host !== hostname()) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    // EPERM: it is there and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
