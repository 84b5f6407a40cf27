import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { contractStateColours, contractStateLabels } from '@/lib/contracts/contract'
import type { ContractView } from '@/lib/contracts/get-contract'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { orderKinds } from '@/lib/procurement/call-offs/form/order-form'
import { DaysLeft } from './days-left'

/** What was agreed, for how long, and by when it can be left. */
export function ContractFacts({ contract: c }: { contract: ContractView }) {
  return (
    <SummaryList
      rows={[
        {
          key: 'State',
          value: <Tag colour={contractStateColours[c.state]}>{contractStateLabels[c.state]}</Tag>,
        },
        ...(c.kind === 'module' ? [] : [{ key: 'Ordered', value: orderKinds[c.kind] }]),
        { key: 'Practice', value: c.practice },
        { key: 'Supplier', value: c.supplier },
        { key: 'Paid by', value: c.payer },
        { key: 'Term', value: `${dayWords(c.startsOn)} to ${dayWords(c.endsOn)}` },
        { key: 'Last day to give notice', value: <DaysLeft contract={c} /> },
        { key: 'Notice', value: `${c.noticeDays} days before the end` },
        { key: 'Cost a year', value: poundsWords(c.yearlyPence) },
        { key: 'Cost over the term', value: poundsWords(c.totalPence) },
        {
          key: 'Made from',
          value: c.callOffId ? (
            <a href={`/call-offs/${c.callOffId}`}>Call-off {c.number}</a>
          ) : (
            `Recorded: it ran before this portal (${c.number})`
          ),
        },
        ...(c.notice
          ? [{ key: 'Notice given', value: `Ends on ${dayWords(c.notice.terminatesOn)}. ${c.notice.reason}` }]
          : []),
        ...(c.reminders[0] && !c.notice ? [{ key: 'Next reminder', value: dayWords(c.reminders[0]) }] : []),
      ]}
    />
  )
}
