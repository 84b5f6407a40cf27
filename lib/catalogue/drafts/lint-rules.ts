import type { Day } from '@/lib/platform/days'
import { applicationTextsOf, hasSpeed } from '../application'
import type { Listing } from '../listing'
import { offersDataReturn, offersMigration } from '../listing-rules'
import type { EpicName } from '../module-view'
import { cliffsOf } from '../prices/cliff-rules'
import { priceFromJson } from '../prices/price'
import { isOverdue } from '../road-map-rules'

export type LintFacts = {
  /** The epics of each capability. */
  epics: Record<string, Pick<EpicName, 'id' | 'active'>[]>
  today: Day
  /** Links that were tried and did not answer. */
  deadLinks?: string[]
}
export type LintLine = { id: string; words: string; kept: boolean }
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
    {
      id: 'LNT-04',
      words: 'Every epic of what you claim is answered: met or not met',
      kept: areEpicsAnswered(listing, facts),
    },
    { id: 'LNT-05', words: 'A price whose unit is defined, without a cliff', kept: isPriced(listing) },
    { id: 'LNT-06', words: 'Application types and hosting say everything', kept: isTechnicallyFull(listing) },
    { id: 'LNT-07', words: 'At least 3 measured service levels with credits', kept: arePromisesMeasured(listing) },
    { id: 'LNT-08', words: 'A dated road map with nothing overdue', kept: isRoadMapDated(listing, facts.today) },
    {
      id: 'LNT-09',
      words: 'A link to your own page that answers, two contacts, an accessibility statement',
      kept: isReachable(listing, facts.deadLinks ?? []),
    },
    { id: 'LNT-10', words: 'Migration in and return of data are offered', kept: isDataMoved(listing) },
  ]
  return { score: 100 - 10 * lines.filter((line) => !line.kept).length, lines }
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

const areEpicsAnswered = ({ capabilities }: Listing, { epics }: LintFacts): boolean =>
  capabilities.length > 0 &&
  capabilities.every(({ id, epicIds, notMetEpicIds = [] }) =>
    (epics[id] ?? [])
      .filter((epic) => epic.active)
      .every((epic) => epicIds.includes(epic.id) || notMetEpicIds.includes(epic.id)),
  )

const isPriced = ({ prices }: Listing): boolean =>
  prices.length > 0 && prices.every((price) => price.definition !== null && cliffsOf(priceFromJson(price)).length === 0)

const isTechnicallyFull = ({ applications, hosting }: Listing): boolean =>
  applications.length > 0 &&
  hosting.length > 0 &&
  applications.every(isFullApplication) &&
  hosting.every(
    ({ type, summary, hscn, country, link, model }) =>
      summary !== null && hscn !== null && country !== null && !!link && (type === 'public-cloud' || !!model),
  )

const isFullApplication = (application: Listing['applications'][number]): boolean =>
  applicationTextsOf(application.type).every((text) => !!application[text]) &&
  (!hasSpeed(application.type) || !!application.speed) &&
  (application.type !== 'browser' ||
    ((application.browsers ?? []).length > 0 && typeof application.mobileFirst === 'boolean'))

const arePromisesMeasured = ({ serviceLevels }: Listing): boolean =>
  (serviceLevels?.levels ?? []).filter((level) => level.measured !== null && level.credits === true).length >= 3

const isRoadMapDated = ({ roadMap }: Listing, today: Day): boolean =>
  roadMap.length > 0 && roadMap.every((step) => !isOverdue(step, today))

const isReachable = ({ link, accessibility, supplier }: Listing, deadLinks: string[]): boolean =>
  [link, accessibility].every((address) => !!address && !deadLinks.includes(address)) &&
  (supplier?.contacts ?? []).filter((contact) => contact.email !== null || contact.phone !== null).length >= 2

const isDataMoved = (listing: Listing): boolean => offersMigration(listing) && offersDataReturn(listing)
