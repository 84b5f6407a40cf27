import type { Day } from '@/lib/platform/days'
import type { Listing } from '../listing'
import { cliffsOf } from '../prices/cliff-rules'
import { priceFromJson } from '../prices/price'

export type LintFacts = {
  /** MUST epics of each capability. */
  mustEpicIds: Record<string, string[]>
  today: Day
}
/** `kept` undefined: a listing cannot state it yet, so it is neither kept nor broken. */
export type LintLine = { id: string; words: string; kept: boolean | undefined }
export type Lint = { score: number; lines: LintLine[] }

const puffery = /\b(leading|best|unique|world[- ]class|unrivalled)\b/i
const wordsPerSentence = 25

/** LNT-01 to LNT-10: how well a listing tells buyers what they ask. It helps and never blocks. */
export function lintOf(listing: Listing, facts: LintFacts): Lint {
  const lines: LintLine[] = [
    {
      id: 'LNT-01',
      words: 'Summary of 80 characters or more, description of 500 or more',
      kept: isLongEnough(listing),
    },
    { id: 'LNT-02', words: 'At least 5 different features', kept: distinct(listing.features) >= 5 },
    {
      id: 'LNT-03',
      words: 'No “leading, best, unique”; sentences of at most 25 words on average',
      kept: isPlain(listing),
    },
    { id: 'LNT-04', words: 'Every epic that must be met is answered', kept: areEpicsAnswered(listing, facts) },
    { id: 'LNT-05', words: 'A price whose unit is defined, without a cliff', kept: isPriced(listing) },
    { id: 'LNT-06', words: 'Application types and hosting say everything', kept: isTechnicallyFull(listing) },
    { id: 'LNT-07', words: 'At least 3 measured service levels with credits', kept: undefined },
    { id: 'LNT-08', words: 'A dated road map with nothing overdue', kept: isRoadMapDated(listing, facts.today) },
    { id: 'LNT-09', words: 'A link to the supplier’s own page', kept: listing.link !== null },
    { id: 'LNT-10', words: 'Migration in and return of data are offered', kept: isDataMoved(listing) },
  ]
  return { score: 100 - 10 * lines.filter((line) => line.kept === false).length, lines }
}

const isLongEnough = ({ summary, description }: Listing) => summary.length >= 80 && description.length >= 500
const distinct = (texts: string[]) => new Set(texts.map((text) => text.trim().toLowerCase())).size

function isPlain({ summary, description, features }: Listing): boolean {
  const sentences = `${summary}\n${description}`
    .split(/[.!?\n]+/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => word !== '').length)
    .filter((count) => count > 0)
  const total = sentences.reduce((sum, count) => sum + count, 0)
  return !puffery.test([summary, description, ...features].join(' ')) && total <= wordsPerSentence * sentences.length
}

const areEpicsAnswered = ({ capabilities }: Listing, { mustEpicIds }: LintFacts): boolean =>
  capabilities.length > 0 &&
  capabilities.every(({ id, epicIds }) => (mustEpicIds[id] ?? []).every((epic) => epicIds.includes(epic)))

const isPriced = ({ prices }: Listing): boolean =>
  prices.length > 0 && prices.every((price) => price.definition !== null && cliffsOf(priceFromJson(price)).length === 0)

const isTechnicallyFull = ({ applications, hosting }: Listing): boolean =>
  applications.length > 0 &&
  hosting.length > 0 &&
  applications.every((a) => a.summary !== null) &&
  hosting.every((h) => h.summary !== null && h.hscn !== null && h.country !== null)

/** `Q3 2027` is over when its last month is. */
function isRoadMapDated({ roadMap }: Listing, today: Day): boolean {
  const now = `${today.slice(0, 4)}${Math.ceil(Number(today.slice(5, 7)) / 3)}`
  return roadMap.length > 0 && roadMap.every(({ quarter }) => quarter.slice(3) + quarter.slice(1, 2) >= now)
}

function isDataMoved({ services }: Listing): boolean {
  const texts = services.map((service) => `${service.name} ${service.description}`)
  return texts.some((t) => /migrat/i.test(t)) && texts.some((t) => /(return|export|extract)/i.test(t))
}
