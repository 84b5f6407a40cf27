import type { AbsoluteView } from '@/lib/comparison/scoring/absolute-words'
import { absoluteView } from '@/lib/comparison/scoring/absolute-words'
import type { QualityGuide } from './competition'
import type { Judged } from './outcome-rules'

/** Agreed scores are weighted in whole percent: 440 stands for a mean of 4.40. */
const pointScale = 100n

/**
 * The entries of a result as the absolute views see them (ABS-1 to ABS-3): offers or list prices over the term, the mean of the
 * agreed scores, and the worth that the buyer gave each score before the opening. COM-7 alone decides.
 */
export function viewsOf({ scored, entries }: Judged, quality: QualityGuide | null | undefined): AbsoluteView {
  const hasElements = scored.elements.length > 0
  const options = scored.entries.map(({ id, lines, scores, eligible }) => ({
    id,
    name: entries.find((entry) => entry.id === id)!.moduleName,
    cost: {
      licence: lines.reduce((sum, line) => sum + line.periodicPence, 0n),
      oneOff: lines.reduce((sum, line) => sum + line.oneOffPence, 0n),
      leaving: null,
      overlap: null,
    },
    meetsMusts: eligible,
    points: hasElements
      ? scored.elements.reduce((sum, element) => sum + BigInt(scores[element.id]! * element.weight), 0n)
      : null,
    worthPence: quality?.values.length
      ? quality.values.reduce((sum, { kind, pence }) => sum + BigInt(pence[scores[kind]! - 1]!), 0n)
      : null,
  }))
  const floor = hasElements && quality?.floor ? BigInt(quality.floor) * pointScale : null
  return absoluteView(options, { floor, pointScale })
}
