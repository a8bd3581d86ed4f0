import { UserError } from '../plan/index.js'
import { findContradictions } from './contradictions.js'
import { ManifestError } from './problem.js'
import { Reading } from './reading.js'
import { manifest } from './schema.js'
import { readSource } from './source.js'
/** Where a manifest is looked for when nobody says (INTERFACE.md, input `manifest`). */
const PLACES = ['release-train.yaml', '.github/release-train.yaml']
/**
 * Reads the train's manifest: `path`, or else `release-train.yaml`, or else `.github/release-train.yaml`.
 *
 * @throws UserError as `parseManifest` does, and when there is no manifest.
 */
export async function loadManifest(workspace, path = '') {
  for (const place of path === '' ? PLACES : [path]) {
    const content = await workspace.read(place, 'Input “manifest”')
    if (content !== null) return parseManifest(content, place)
  }
  throw new UserError(`There is no manifest: ${path === '' ? PLACES.join(' and ') : path} not found.`, {
    ...(path !== '' && { file: path }),
    advice:
      path === ''
        ? 'Add a release-train.yaml that describes the train (docs/manifest.md), or give its path in “manifest”; in a workflow, check the repository out first.'
        : 'Correct the path in “manifest”: it is relative to the root of the checkout.',
  })
}
/**
 * Reads a manifest from its text; `file` is what errors call it.
 *
 * @throws ManifestError with file, line and column of the first problem and a list of all of them.
 * @throws UserError for what is no YAML document at all.
 */
export function parseManifest(content, file) {
  const source = readSource(content, file)
  const at = Reading.of(source, file)
  const read = manifest.read(source.root, at)
  if (!at.exhausted) findContradictions(read, at)
  if (at.problems.length > 0) throw new ManifestError(file, at.problems)
  return trainOf(read, file)
}
function trainOf(read, file) {
  const { calendar, bundle, announce } = read
  return {
    file,
    id: read.train,
    title: read.title,
    calendar: calendar && {
      sprintWeeks: calendar['sprint-weeks'],
      firstDay: calendar['first-day'],
      freezeDays: calendar['freeze-days'],
    },
    components: read.components.map(({ key, value }) => componentOf(key, value)),
    external: read.external.map(({ key, value }) => ({
      id: key,
      name: value.name,
      repository: value.repository,
      tag: value.tag,
      adoptWithinSprints: value['adopt-within-sprints'],
      under: value.under,
    })),
    bundle: bundle && { ...bundle, directory: bundle.directory ?? `operators/${bundle.package}` },
    downstream: read.downstream.map(({ 'within-days': withinDays, ...rest }) => ({ ...rest, withinDays })),
    announce: announce && {
      slackChannel: announce['slack-channel'],
      mailTo: announce['mail-to'],
      discussionCategory: announce['discussion-category'],
    },
  }
}
function componentOf(id, value) {
  const { 'depends-on': dependsOn, 'workflow-inputs': workflowInputs, images, ...rest } = value
  return {
    ...rest,
    id,
    dependsOn,
    workflowInputs,
    // A tag such as `sdk/v1.2.0` is no tag of an image; what comes after the slash is.
    images: images.map((image) => ({ ...image, tag: image.tag ?? rest.tag.slice(rest.tag.lastIndexOf('/') + 1) })),
  }
}
