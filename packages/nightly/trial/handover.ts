import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nameOf, pinned } from '../payload/identity.ts'
import { variableOf } from '../payload/request.ts'
import type { Payload } from '../record.ts'

/** What only the action's own step may see, and what would tell a command that it is somebody else. */
const KEPT_BACK =
  /^(?:INPUT_|GITHUB_(?:OUTPUT|STATE|STEP_SUMMARY|ENV|PATH)$|ACTIONS_(?:RUNTIME_TOKEN|ID_TOKEN_REQUEST_TOKEN)$)/

export interface Handover {
  /** The environment of the commands: the step's own, with every image by digest. */
  readonly environment: Readonly<Record<string, string>>
  /** Where the tests are asked to put their results. */
  readonly results: string
  /** `NAME=VALUE` that marks every process of this trial. */
  readonly mark: string
}

/**
 * Puts a payload where commands find it, every image by digest: `IMAGE_<COMPONENT>`, a JSON file, and a kustomize component
 * that pins the images wherever a kustomization names them.
 *
 * @param directory of this trial, which must exist.
 * @param trial names the trial, and can name a cluster or a namespace: letters, digits and hyphens.
 */
export async function handOver(
  payload: Payload,
  directory: string,
  trial: string,
  slot: number,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Handover> {
  const results = join(directory, 'results')
  const kustomize = join(directory, 'kustomize')
  const file = join(directory, 'payload.json')
  await mkdir(results, { recursive: true })
  await mkdir(kustomize, { recursive: true })
  const images = Object.fromEntries(payload.images.map((image) => [image.component, pinned(image)]))
  await writeFile(file, `${JSON.stringify({ id: payload.id, images }, null, 2)}\n`)
  await writeFile(join(kustomize, 'kustomization.yaml'), imagesPatch(payload))
  const step = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !KEPT_BACK.test(entry[0]),
  )
  const mark = `${directory}#${process.pid}`
  return {
    environment: {
      ...Object.fromEntries(step),
      ...Object.fromEntries(payload.images.map((image) => [variableOf(image.component), pinned(image)])),
      NIGHTLY_TRIAL: trial,
      NIGHTLY_SLOT: String(slot),
      NIGHTLY_PAYLOAD_ID: payload.id,
      NIGHTLY_PAYLOAD: file,
      NIGHTLY_KUSTOMIZE: kustomize,
      NIGHTLY_RESULTS: results,
      NIGHTLY_MARK: mark,
    },
    results,
    mark: `NIGHTLY_MARK=${mark}`,
  }
}

/** A kustomize component; digests are quoted, since YAML would be free to read some of them as numbers. */
function imagesPatch(payload: Payload): string {
  const images = payload.images.map(
    ({ reference, digest }) => `  - name: ${nameOf(reference)}\n    digest: "${digest}"\n`,
  )
  return `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n${images.join('')}`
}
