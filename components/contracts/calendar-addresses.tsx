import { ActionForm } from '@/components/ui/action-form'
import { SummaryList } from '@/components/ui/summary-list'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { addresses: { id: string; madeAt: Date; address: string }[]; subscribe: FormAction; revoke: FormAction }

/** The reader's own calendar addresses: whoever knows one can read it, so each can be taken back. */
export function CalendarAddresses({ addresses, subscribe, revoke }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Keep them in your calendar</h2>
      <p>
        A calendar program can follow an address and shows each notice date and end as they are. Whoever knows the
        address can read them: keep it to yourself, and revoke it when it is not needed.
      </p>
      {addresses.length === 0 ? <p>You have no address yet.</p> : null}
      {addresses.map(({ id, madeAt, address }) => (
        <div key={id}>
          <SummaryList
            rows={[
              { key: 'Address', value: <span className="tw:break-all">{address}</span> },
              { key: 'Made', value: instantInWords(madeAt) },
            ]}
          />
          <ActionForm
            action={revoke}
            hidden={{ id }}
            button="Revoke"
            look="warning"
            summary={`Revoke the address made on ${instantInWords(madeAt)}`}
          >
            <p>Calendars that follow it find nothing any more. A new address can be made at any time.</p>
          </ActionForm>
        </div>
      ))}
      <ActionForm action={subscribe} button="Make an address" look="secondary" />
    </>
  )
}
