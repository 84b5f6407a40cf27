import { elementWords } from './competition'
import { type Judged, nameOfOption } from './outcome-rules'

export type Segment = { name: string; points: number }
export type Stack = {
  entryId: string
  name: string
  eligible: boolean
  isWinner: boolean
  total: number
  segments: Segment[]
}

/** Of what each total is made: the price's share, then each element's, in 1/10,000 of a point. They sum to the total (COM-7). */
export function stacksOf(judged: Judged): Stack[] {
  const { scored, outcome } = judged
  const { priceWeight, elements, parts = 1 } = scored
  return outcome.entries.map(({ id, band, eligible, total }) => {
    const scores = scored.entries.find((entry) => entry.id === id)!.scores
    return {
      entryId: id,
      name: nameOfOption(judged, id),
      eligible,
      isWinner: outcome.winners.includes(id),
      total: total / parts,
      segments: [
        { name: 'Price', points: band * priceWeight * 100 },
        ...elements.map((element) => ({
          name: elementWords[element.id as keyof typeof elementWords],
          points: ((100 - priceWeight) * scores[element.id]! * element.weight) / parts,
        })),
      ],
    }
  })
}
