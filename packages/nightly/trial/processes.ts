import { readdir, readFile } from 'node:fs/promises'

/**
 * Ends everything that runs with a mark in its environment: what a command started and left behind, in whatever session
 * it hides. It is how the runner itself finds orphans (`RUNNER_TRACKING_ID`). Only Linux shows the environment of
 * processes; elsewhere the process groups have to do.
 *
 * @param mark `NAME=VALUE`, unique to this trial.
 * @returns how many there were.
 */
export async function endMarked(mark: string): Promise<number> {
  const ended = new Set<number>()
  // Twice: what is killed may just have started something.
  for (let round = 0; round < 2; round += 1) {
    for (const pid of await marked(mark)) {
      if (signal(pid, 'SIGKILL')) ended.add(pid)
    }
  }
  return ended.size
}

/** Sends a signal; false where there is nobody (any more) to take it. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}

async function marked(mark: string): Promise<number[]> {
  const entries = await readdir('/proc').catch(() => [])
  const found = await Promise.all(
    entries
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .map(async (name) => {
        const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '')
        return environment.split('\0').includes(mark) ? [Number(name)] : []
      }),
  )
  return found.flat()
}
