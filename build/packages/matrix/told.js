import { UserError } from '../plan/index.js'
import { findMember, isComponent } from '../train/index.js'
import { kindOf, parseRelease, TagTemplate } from '../versions/index.js'
/**
 * The input `versions`: `Component=vX.Y.Z`, one a line, a component by id or by name.
 *
 * @throws UserError naming the line for an unknown component, a version that is none or is not released (`v.0.0.7`,
 *   `v0.0.0-dev`), a channel (`stable`: PCF-ADR-003 decides in its open question 5 that versions are explicit), and a
 *   component that is told twice.
 */
export function toldVersions(train, lines, input) {
  const told = new Map()
  for (const line of lines) {
    const [name, text] = splitLine(line, input, 'Component=v1.2.3')
    const of = findMember(train, name, `Input “${input}”`)
    const release = memberRelease(of, text, `Input “${input}”, “${name}”`)
    const before = told.get(of.id)
    if (before !== undefined && before.version !== release.version) {
      throw new UserError(
        `Input “${input}” gives two versions of ${of.name}: ${before.version} and ${release.version}.`,
        {
          advice: 'Keep one line.',
        },
      )
    }
    told.set(of.id, release)
  }
  return told
}
/** The input `images`: `NAME=REFERENCE`, one a line. @throws UserError for a line of another form, or a channel's tag. */
export function toldImages(train, lines, input) {
  const told = new Map()
  for (const line of lines) {
    const [name, reference] = splitLine(line, input, 'NAME=quay.io/org/image:v1.2.3')
    const tag = /:([^:/@]+)$/.exec(reference)?.[1]
    if (tag !== undefined) refuseChannel(train, tag, `Input “${input}”, “${name}”`)
    if (told.has(name)) throw new UserError(`Input “${input}” names “${name}” twice.`, { advice: 'Keep one line.' })
    told.set(name, reference)
  }
  return told
}
/** A member's release from what a person wrote: its tag, or the bare version. */
export function memberRelease(of, text, what) {
  if (kindOf(text) === 'branch') throw channel(text, what)
  const template = new TagTemplate(of.tag, `tag of ${of.id}`)
  const read = template.parse(text)
  // What the person wrote is what errors shall quote, unless only the template can read it.
  const version = parseRelease(read === null || text === `v${read.version}` ? text : read.version, what)
  if (template.counts && read === null) {
    throw new UserError(`${what}: the tags of ${of.name} count builds (“${of.tag}”), and “${text}” names none.`, {
      advice: `Give the tag itself, for example “${template.format(version, 1)}”.`,
    })
  }
  const images = isComponent(of)
    ? new Map(of.images.map((image) => [image.name, new TagTemplate(image.tag, `tag of ${image.name}`)]))
    : undefined
  return { of, version, template, ...(read?.build !== undefined && { build: read.build }), ...(images && { images }) }
}
function refuseChannel(train, tag, what) {
  const channels = train.components.flatMap(({ images }) => images.flatMap((image) => image.channels))
  if (channels.includes(tag) || kindOf(tag) === 'branch') throw channel(tag, what)
}
function channel(tag, what) {
  return new UserError(`${what}: “${tag}” moves; a release names explicit versions (PCF-ADR-003, open question 5).`, {
    advice: `Give the version that “${tag}” stands for now, for example “v1.2.3”.`,
  })
}
function splitLine(line, input, example) {
  const at = line.indexOf('=')
  const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  if (at > 0 && name !== '' && value !== '') return [name, value]
  throw new UserError(`Input “${input}”: “${line}” is not of the form “${example}”.`, { advice: `Write “${example}”.` })
}
