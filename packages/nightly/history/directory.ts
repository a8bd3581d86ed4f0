import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { exclusively } from './lock.ts'
import type { History } from '../record.ts'
import { isLogFile, type LogFiles, readLog, withRecord } from './log.ts'
import { publish, type Publisher } from './publish.ts'

/**
 * The history in a local directory. A file is written beside its place and renamed, the log last, so that a crash leaves
 * the record in or out, never half of it; a lock keeps a second writer waiting.
 *
 * @param directory made with the first record.
 */
export function directoryHistory(directory: string, publisher: Partial<Publisher> = {}): History {
  const root = resolve(directory)
  const { title = basename(root), serverUrl = 'https://github.com' } = publisher
  return {
    read: async () => readLog(await load(root)),
    append: (record) =>
      exclusively(join(root, '.lock'), async () => {
        const files = await load(root)
        const appended = withRecord(files, record)
        if (appended === null) return
        for (const [path, text] of publish(files, appended, record, { title, serverUrl }))
          await replace(join(root, path), text)
      }),
  }
}

async function load(root: string): Promise<LogFiles> {
  const names = await readdir(join(root, 'nights')).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const paths = names.map((name) => `nights/${name}`).filter(isLogFile)
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  )
}

async function replace(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.${randomUUID()}`
  try {
    await using handle = await open(beside, 'wx')
    await handle.writeFile(text)
    // On the disk before the name is: otherwise a power cut may leave the name with nothing behind it.
    await handle.sync()
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await rename(beside, file)
}
