import type { Assembly } from '../search/parts.ts'
import type { Leading } from '../search/belief.ts'
import type { Culprit, Verdict } from '../record.ts'

/** What a night came to. */
export interface Conclusion {
  readonly verdict: Verdict
  /** One sentence or two, for people. */
  readonly reason: string
  readonly culprit: Culprit | null
}

/**
 * The verdict on a payload that failed, from what the search believes. Below the confidence it still says what it knows: that
 * the payload is to blame when everything else is excluded, else nothing, with the explanations that are left.
 *
 * @param stopped why no more was tried, where the confidence was not reached.
 */
export function conclude(
  explanations: readonly Leading[],
  confidence: number,
  assembly: Assembly,
  server: string,
  stopped: string,
): Conclusion {
  const [top] = explanations
  if (top === undefined) return { verdict: 'rejected', reason: 'The payload fails.', culprit: null }
  const { hypothesis, probability } = top
  const sure = probability >= confidence
  if (sure && hypothesis.kind === 'flake') {
    return {
      verdict: 'flaky',
      reason: `The tests fail by chance (${percent(probability)}): the same payload passes.`,
      culprit: null,
    }
  }
  if (sure && hypothesis.kind === 'environment') {
    const reason = `The payload that was accepted last fails by now too (${percent(probability)}): look at the environment, not at the changes.`
    return { verdict: 'environment', reason, culprit: null }
  }
  const culprit =
    hypothesis.kind === 'parts'
      ? {
          components: hypothesis.parts.flatMap((part) => assembly.culprits(part, server)),
          probability: rounded(probability),
        }
      : null
  const inPayload = explanations.reduce((sum, one) => sum + (one.hypothesis.kind === 'parts' ? one.probability : 0), 0)
  if (sure) return { verdict: 'rejected', reason: `${blamed(top)} (${percent(probability)}).`, culprit }
  const known = explanations
    .filter((one) => one.probability >= 0.02)
    .slice(0, 4)
    .map((one) => `${nameOf(one)} ${percent(one.probability)}`)
  const reason = `${stopped} What is left: ${known.join(', ')}.`
  return inPayload >= confidence
    ? { verdict: 'rejected', reason, culprit }
    : { verdict: 'inconclusive', reason, culprit }
}

export function percent(probability: number): string {
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))} %`
}

function blamed({ hypothesis }: Leading): string {
  if (hypothesis.kind !== 'parts') return ''
  const parts = hypothesis.parts.map(short)
  return parts.length > 1
    ? `${parts.join(' and ')} fail together, and neither does alone`
    : `${parts.join('')} breaks the tests`
}

/** An explanation as people say it: `mcad`, `mcad with operator`, `the environment`, `chance`. */
export function nameOf({ hypothesis }: Pick<Leading, 'hypothesis'>): string {
  if (hypothesis.kind === 'parts') return hypothesis.parts.map(short).join(' with ')
  return hypothesis.kind === 'environment' ? 'the environment' : 'chance'
}

/** `operator@0123456…` with the commit as people write it. */
function short(part: string): string {
  return part.replace(/@([0-9a-f]{7})[0-9a-f]+$/, '@$1')
}

/** Three digits: more would be noise, and would differ from machine to machine. */
function rounded(probability: number): number {
  return Math.round(probability * 1000) / 1000
}
