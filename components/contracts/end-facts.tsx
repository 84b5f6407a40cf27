import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { contractStateColours, contractStateLabels } from '@/lib/contracts/contract'
import type { ContractEnd } from '@/lib/contracts/ends/get-contract-end'
import { fundingLabels } from '@/lib/funding/funding-request'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** The days of the end, and what was said about it. */
export function EndFacts({ end }: { end: ContractEnd }) {
  const signed = end.notice?.rescissions.map(({ side }) => side) ?? []
  return (
    <SummaryList
      rows={[
        {
          key: 'State',
          value: <Tag colour={contractStateColours[end.state]}>{contractStateLabels[end.state]}</Tag>,
        },
        { key: 'Last day to give notice', value: dayWords(end.noticeDate) },
        { key: 'End', value: dayWords(end.endsOn) },
        { key: 'In force until', value: dayWords(end.runsUntil) },
        ...(end.notice
          ? [
              { key: 'Notice', value: `For ${dayWords(end.notice.terminatesOn)}. ${end.notice.reason}` },
              { key: 'Taken back by', value: signed.length > 0 ? `the ${signed.join(' and the ')}` : 'nobody' },
            ]
          : []),
        ...(end.asked && !end.holdOver
          ? [
              {
                key: 'Money for a hold-over',
                value: `${poundsWords(end.asked.costPence)} until ${dayWords(end.asked.until)}: ${fundingLabels[end.asked.state].words}`,
              },
            ]
          : []),
        ...(end.holdOver
          ? [
              {
                key: 'Hold-over',
                value: `Until ${dayWords(end.holdOver.until)}, for ${poundsWords(end.holdOver.costPence)}. ${end.holdOver.reason}`,
              },
            ]
          : []),
      ]}
    />
  )
}
