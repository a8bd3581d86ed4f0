import { Draft } from '../plan/index.ts'
import type { GitHub } from './client.ts'
import { type FileEntry, readBlob } from './contents.ts'
import type { RepositoryName } from './repository.ts'

/** A draft on top of files as `listFiles` answers them: no clone, one request for each file that is read. */
export function draftOn(github: GitHub, repository: RepositoryName, base: ReadonlyMap<string, FileEntry>): Draft {
  // Symbolic links and submodules have no text to edit.
  const files = new Map([...base].flatMap(([path, { blob, mode }]) => (mode.startsWith('100') ? [[path, blob]] : [])))
  return new Draft(files.keys(), (path) => readBlob(github, repository, files.get(path) ?? ''))
}
