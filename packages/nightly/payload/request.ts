import { formatReference, parseReference, type Reference } from '../../registry/index.ts'
import { UserError } from '../../plan/index.ts'
import type { Component, Train } from '../../train/index.ts'

/** An image whose present digest is to be looked up. */
export interface WantedImage {
  readonly component: string
  readonly reference: Reference
  /** `OWNER/NAME` of its source, where the manifest says so. */
  readonly repository: string | null
}

export interface PayloadRequest {
  readonly images: readonly WantedImage[]
  /** Components that are moved together or not at all. */
  readonly together: readonly (readonly string[])[]
}

/** The channel tag that shows the newest of a component. */
const DEV = 'dev'
const NAME = /^[A-Za-z0-9][\w.-]{0,99}$/

/**
 * Reads the input `images` (`COMPONENT=REFERENCE`), or takes every image of the train that has the channel `dev`.
 *
 * @param train null where there is no manifest.
 * @throws UserError when there is no image, one is written wrongly, or two have one name.
 */
export function readPayloadRequest(
  lines: readonly string[],
  together: readonly string[],
  train: Train | null,
): PayloadRequest {
  const images = lines.length > 0 ? lines.map((line) => fromLine(line, train)) : fromTrain(train)
  if (images.length === 0) {
    throw new UserError(
      'There is no component to test: “images” is empty, and the manifest names no image with the channel “dev”.',
      {
        advice:
          'Give images as COMPONENT=REFERENCE, one a line, or add `channels: [dev]` to the images of release-train.yaml.',
      },
    )
  }
  const variables = new Map<string, string>()
  for (const { component } of images) {
    const other = variables.get(variableOf(component))
    if (other !== undefined) {
      throw new UserError(
        other === component
          ? `Input “images” names “${component}” twice.`
          : `Input “images”: “${other}” and “${component}” would both be ${variableOf(component)} for the commands.`,
        { advice: 'Give each image a name of its own.' },
      )
    }
    variables.set(variableOf(component), component)
  }
  const groups = together.map((line) => readGroup(line, images))
  return { images, together: lines.length > 0 ? groups : [...groups, ...severalImages(train)] }
}

/** The environment variable in which a command gets a component's image. */
export function variableOf(component: string): string {
  return `IMAGE_${component.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`
}

function fromLine(line: string, train: Train | null): WantedImage {
  const split = line.indexOf('=')
  const component = line.slice(0, Math.max(0, split)).trim()
  if (!NAME.test(component)) {
    throw new UserError(`Input “images”: “${line}” does not begin with a component’s name and “=”.`, {
      advice: 'Write COMPONENT=REFERENCE, for example instascale=quay.io/project-codeflare/instascale-controller:dev.',
    })
  }
  const reference = parseReference(line.slice(split + 1).trim(), `Input “images”, ${component}`)
  const member = train?.components.find(({ id, name }) => [id, name].includes(component))
  return { component, reference: tagged(reference), repository: member?.repository ?? null }
}

function fromTrain(train: Train | null): WantedImage[] {
  return (train?.components ?? []).flatMap((component) =>
    devImages(component).map(({ name, id }) => ({
      component: id,
      reference: { ...parseReference(name, `image of ${component.id}`), tag: DEV },
      repository: component.repository,
    })),
  )
}

/** The images of a component that follow `dev`; the first is named as the component, others with their own name behind it. */
function devImages(component: Component): { readonly name: string; readonly id: string }[] {
  return component.images
    .filter(({ channels }) => channels.includes(DEV))
    .map(({ name }, index) => ({ name, id: index === 0 ? component.id : `${component.id}-${name.split('/').at(-1)}` }))
}

/** Images of one component are built from one commit, so they move together. */
function severalImages(train: Train | null): string[][] {
  return (train?.components ?? [])
    .map((component) => devImages(component).map(({ id }) => id))
    .filter((ids) => ids.length > 1)
}

function readGroup(line: string, images: readonly WantedImage[]): string[] {
  const names = line.split(/[\s+,]+/).filter((name) => name !== '')
  const unknown = names.find((name) => !images.some(({ component }) => component === name))
  if (unknown !== undefined || names.length < 2) {
    throw new UserError(
      unknown === undefined
        ? `Input “together”: “${line}” names one component; it takes two to move together.`
        : `Input “together”: “${unknown}” is none of the images.`,
      {
        advice: `Write components with spaces between, one group a line. There are: ${images.map(({ component }) => component).join(', ')}.`,
      },
    )
  }
  return names
}

/** As everywhere: no tag and no digest is `latest`. Here that is most likely a mistake. */
function tagged(reference: Reference): Reference {
  if (reference.tag !== undefined || reference.digest !== undefined) return reference
  throw new UserError(`Input “images”: ${formatReference(reference)} has neither tag nor digest.`, {
    advice: `Add the tag to be tested, mostly “:${DEV}”.`,
  })
}
