import { UserError } from '../../plan/index.ts'
import { isDigest } from '../../registry/index.ts'
import { payloadOf, pinned } from '../payload/identity.ts'
import type { Payload, PayloadImage } from '../record.ts'
import type { PlannedTrial } from './laboratory.ts'

/** One entry of the output `next-trials`: everything that another job needs to make the trial. */
export interface TrialTicket {
  readonly id: string
  readonly base: string | null
  readonly candidate: string
  readonly moved: readonly string[] | null
  /** The failing tests of the night, against which the trial is held. */
  readonly failing: readonly string[]
  /** Every image by digest, by component. */
  readonly images: Readonly<Record<string, string>>
}

export function ticketOf(
  { id, base, candidate, moved, payload }: PlannedTrial,
  failing: readonly string[],
): TrialTicket {
  const images = Object.fromEntries(payload.images.map((image) => [image.component, pinned(image)]))
  return { id, base, candidate, moved, failing, images }
}

export interface GivenTrial extends PlannedTrial {
  readonly failing: readonly string[]
}

const EXAMPLE = 'Give one entry of the output “next-trials” as it is: trial: ${{ toJSON(matrix.trial) }}.'

/**
 * Reads the input `trial`.
 *
 * @throws UserError naming what of it is missing or wrong.
 */
export function readGivenTrial(text: string): GivenTrial {
  const given = parse(text)
  const { id, base, candidate, moved, failing, images } = given
  if (typeof id !== 'string' || !/^[\w.-]{1,100}\.t\d{1,4}$/.test(id)) throw wrong('“id” is no name of a trial')
  if (typeof candidate !== 'string' || !isPayloadId(candidate)) throw wrong('“candidate” is no payload')
  if (base !== null && (typeof base !== 'string' || !isPayloadId(base))) throw wrong('“base” is no payload')
  if (moved !== null && !isTexts(moved)) throw wrong('“moved” is no list of components')
  if (!isTexts(failing)) throw wrong('“failing” is no list of tests')
  return { id, base, candidate, moved, failing, payload: payloadIn(images) }
}

function payloadIn(images: unknown): Payload {
  const entries = typeof images === 'object' && images !== null ? Object.entries(images) : []
  if (entries.length === 0) throw wrong('“images” names no image')
  return payloadOf(
    entries.map(([component, reference]): PayloadImage => {
      const digest = typeof reference === 'string' ? reference.slice(reference.indexOf('@') + 1) : ''
      if (typeof reference !== 'string' || !isDigest(digest)) throw wrong(`image “${component}” is not given by digest`)
      return { component, reference, digest, revision: null, version: null, repository: null }
    }),
  )
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value))
  } catch (error) {
    throw wrong(`it is not JSON (${error instanceof Error ? error.message : ''})`)
  }
  throw wrong('it is not a JSON object')
}

function isPayloadId(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function wrong(why: string): UserError {
  return new UserError(`Input “trial” cannot be used: ${why}.`, { advice: EXAMPLE })
}
