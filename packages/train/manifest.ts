import type { Workspace } from '../plan/index.ts'
import type { Train } from './train.ts'

/**
 * Reads the train's manifest: `path`, or else `release-train.yaml`, or else `.github/release-train.yaml`.
 *
 * @throws UserError as `parseManifest` does, and when there is no manifest.
 */
export async function loadManifest(_workspace: Workspace, _path?: string): Promise<Train> {
  throw new Error('not written yet')
}

/**
 * Reads a manifest from its text; `file` is what errors call it.
 *
 * @throws UserError with file, line and column of the first problem and a list of all of them.
 */
export function parseManifest(_text: string | Uint8Array, _file: string): Train {
  throw new Error('not written yet')
}
