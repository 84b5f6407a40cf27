import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import { type CompetitionHead as Head, stageWords } from '@/lib/procurement/competitions/competition-view'
import { lastOfferDay } from '@/lib/procurement/competitions/offer-rules'
import { stageColours } from './competition-table'
import { CriteriaText } from './criteria-text'

/** What everybody with a part in the competition knows of it. */
export function CompetitionHead({ head, names }: { head: Head; names: Record<string, string> }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'State', value: <Tag colour={stageColours[head.stage]}>{stageWords[head.stage]}</Tag> },
          { key: 'Buyer', value: head.buyerName },
          { key: 'What it is for', value: head.description ?? 'Not stated' },
          { key: 'Framework', value: head.frameworkName },
          {
            key: 'Offers until',
            value: head.deadlineAt ? `The end of ${dayWords(lastOfferDay(head.deadlineAt))}` : 'Not opened yet',
          },
          { key: 'Contract', value: `${head.termMonths} months from ${dayWords(head.startsOn)}` },
          { key: 'Planned go-live', value: dayWords(head.goLiveOn) },
          ...(head.needed.length > 0
            ? [
                {
                  key: 'The need',
                  value: `${head.needed.join(', ')}. A module may cover a part of it: modules that cover it together win together, each with an order of its own`,
                },
              ]
            : []),
          { key: 'List size', value: `${head.listSize.toLocaleString('en-GB')} patients` },
        ]}
      />
      <CriteriaText criteria={head} names={names} />
    </>
  )
}
