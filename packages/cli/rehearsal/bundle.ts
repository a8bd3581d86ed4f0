import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Execution } from '../../action/index.ts'
import type { Job } from './job.ts'
import { leading, type Release } from './release.ts'
import type { Rendering } from './rendering.ts'
import { imageTag } from './tag-and-promote.ts'
import type { StageRun } from './step.ts'
import type { Tools } from './tools.ts'

const MANIFESTS = 'config/manifests'

/**
 * Generates and checks the bundle of a release in a checkout of the operator. Null where there is nothing to make it of, which
 * is then shown.
 *
 * @param digests whether images are pinned: before the release has its tag, the operator's image has none either.
 */
export async function generateBundle(
  stage: StageRun,
  release: Release,
  job: Job,
  tools: Tools,
  digests: boolean,
): Promise<Execution | null> {
  const { component, version } = leading(release)
  const { bundle } = release.train
  if (bundle === null) return null
  const source = await sourceOf(job, tools.rendering)
  if (source === null) {
    const why = tools.rendering.canRender
      ? `It has no ${MANIFESTS}.`
      : 'This machine has neither kustomize nor kubectl.'
    stage.notAutomated('gen-bundle', job.repository, 'Generate the bundle', why)
    return null
  }
  const [image] = component.images
  return stage.run({
    action: 'gen-bundle',
    job,
    title: `Bundle ${bundle.package} ${version}${source.note}`,
    inputs: {
      version,
      package: bundle.package,
      manifests: source.manifests,
      channels: bundle.channels.join('\n'),
      'use-image-digests': String(digests),
      ...(image !== undefined && { image: `${image.name}:${imageTag(image, version)}` }),
      ...(tools.has(bundle.catalog) && { catalog: `${bundle.catalog}:${bundle.directory}` }),
    },
    local: true,
  })
}

async function sourceOf(
  job: Job,
  { canRender, rendered }: Rendering,
): Promise<{ readonly manifests: string; readonly note: string } | null> {
  const isThere = await stat(join(job.directory, MANIFESTS, 'kustomization.yaml')).then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  if (canRender) return { manifests: MANIFESTS, note: '' }
  if (rendered === null) return null
  const manifests = await job.write('rendered.yaml', rendered)
  return { manifests, note: ' (of the example’s rendered file: this machine has neither kustomize nor kubectl)' }
}
