import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * For each action a scene on disk in which it finds nothing to do without asking a service; actions that must ask one
 * before they can know are not listed, since the network would be what is measured.
 */
export const nothingToDo: Readonly<Record<string, (workspace: string) => Record<string, string>>> = {
  announce: () => ({ INPUT_TITLE: 'CodeFlare v1.3.0', INPUT_BODY: 'Released.' }),
  'update-image-refs': (workspace) => {
    writeFileSync(join(workspace, 'release-train.yaml'), '')
    return {}
  },
}
