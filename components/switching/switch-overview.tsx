import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import type { SwitchView } from '@/lib/switching/get-switch'
import { statusLine } from '@/lib/switching/status-rules'
import { switchStateColours, switchStateLabels } from '@/lib/switching/switch'

/** Where the switch stands, in one line, and between whom. */
export function SwitchOverview({ view }: { view: SwitchView }) {
  const { names } = view
  return (
    <>
      <p className="nhsuk-lede-text">
        <Tag colour={switchStateColours[view.state]}>{switchStateLabels[view.state]}</Tag> {statusLine(view)}
      </p>
      <SummaryList
        rows={[
          { key: 'Practice', value: names.practice },
          { key: 'Commissioner', value: names.payer },
          {
            key: 'From',
            value: (
              <>
                <a href={`/contracts/${view.leavingContractId}`}>{names.leaving}</a> of {names.losing}
              </>
            ),
          },
          {
            key: 'To',
            value: view.gainingContractId ? (
              <>
                <a href={`/contracts/${view.gainingContractId}`}>{names.going}</a> of {names.gaining}
              </>
            ) : (
              'not chosen yet'
            ),
          },
          ...(view.wentLiveOn ? [{ key: 'Went live', value: dayWords(view.wentLiveOn) }] : []),
          ...(view.readableUntil ? [{ key: 'Old system readable until', value: dayWords(view.readableUntil) }] : []),
          ...(view.certificate ? [{ key: 'Old copy deleted', value: dayWords(view.certificate.deletedOn) }] : []),
        ]}
      />
    </>
  )
}
