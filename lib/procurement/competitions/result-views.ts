import type { AbsoluteView } from '@/lib/comparison/scoring/absolute-words'
import { absoluteView } from '@/lib/comparison/scoring/absolute-words'
import { roundHalfUp } from '@/lib/platform/money'
import type { QualityGuide } from './competition'
import { type Judged, nameOfOption } from './outcome-rules'

/** Agreed scores are weighted in whole percent: 440 stands for a mean of 4.40. */
const percent = 100n

/**
 * The entries of a result, or its sets, as the absolute views see them (ABS-1 to ABS-3): offers or list prices over the term, the
 * mean of the agreed scores, and the worth that the buyer gave each score before the opening. COM-7 alone decides.
 */
export function viewsOf(judged: Judged, quality: QualityGuide | null | undefined): AbsoluteView {
  const { elements, entries, parts = 1 } = judged.scored
  const hasElements = elements.length > 0
  const pointScale = percent * BigInt(parts)
  const options = entries.map(({ id, lines, scores, eligible }) => ({
    id,
    name: nameOfOption(judged, id),
    cost: {
      licence: lines.reduce((sum, line) => sum + line.periodicPence, 0n),
      oneOff: lines.reduce((sum, line) => sum + line.oneOffPence, 0n),
      leaving: null,
      overlap: null,
    },
    meetsMusts: eligible,
    points: hasElements
      ? elements.reduce((sum, element) => sum + BigInt(scores[element.id]! * element.weight), 0n)
      : null,
    worthPence: quality?.values.length
      ? quality.values.reduce((sum, { kind, pence }) => sum + worthOf(pence, scores[kind]!, parts), 0n)
      : null,
  }))
  const floor = hasElements && quality?.floor ? BigInt(quality.floor) * pointScale : null
  return absoluteView(options, { floor, pointScale })
}

/** The worth of a score in pence; of a set's, which may lie between two scores, what lies between their worths as far. */
function worthOf(pence: string[], score: number, parts: number): bigint {
  const below = Math.floor(score / parts)
  const [low, high] = [BigInt(pence[below - 1]!), BigInt(pence[Math.min(below, 4)]!)]
  return low + roundHalfUp((high - low) * BigInt(score - below * parts), BigInt(parts))
}
