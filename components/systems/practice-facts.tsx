import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { count } from '@/lib/insight/market-words'
import { type PracticeFacts as Facts, inMixedCase } from '@/lib/insight/practice'
import { dayWords } from '@/lib/platform/days'

const statusWords: Record<string, string> = { stub: 'named in one list, not in the register' }

/** Who the practice is: name and place, commissioner, size. */
export function PracticeFacts({ practice }: { practice: Facts }) {
  const area = practice.areaName ?? practice.areaCode ?? 'not known'
  const place = [...practice.address.map(inMixedCase), practice.postcode ?? ''].filter((line) => line !== '').join(', ')
  const network = practice.observed.find((seen) => seen.pcnName)?.pcnName
  return (
    <SummaryList
      rows={[
        { key: 'ODS code', value: practice.code },
        {
          key: 'Status',
          value: (
            <Tag colour={practice.status === 'active' ? 'green' : 'grey'}>
              {statusWords[practice.status] ?? practice.status}
            </Tag>
          ),
        },
        { key: 'Address', value: place || 'not stated' },
        { key: 'Commissioner', value: practice.icbCode ? <a href={`/market/${practice.areaCode}`}>{area}</a> : area },
        { key: 'Integrated care board', value: practice.icbName ?? 'not known' },
        { key: 'Primary care network', value: network ? inMixedCase(network) : 'not known' },
        {
          key: 'Registered patients',
          value: practice.list
            ? `${count(practice.list.patients)} on ${dayWords(practice.list.asOf)}`
            : 'no list published',
        },
      ]}
    />
  )
}
