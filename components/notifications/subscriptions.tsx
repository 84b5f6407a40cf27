import { ActionForm } from '@/components/ui/action-form'
import { FormRadios } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { SubscriptionView } from '@/lib/notifications/subscriptions/list-subscriptions'
import { kindWords, rhythms, rhythmWords, type SubscriptionKind } from '@/lib/notifications/subscriptions/subscription'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Subject = { kind: SubscriptionKind; subjectId: string }

/** The way from a page about something to hearing of its changes; who has not signed in does so on the way. */
export function TellMeOfChanges({ kind, subjectId }: Subject) {
  return (
    <p className="tw:print:hidden">
      <a
        className="nhsuk-button nhsuk-button--secondary"
        href={`/account/subscriptions?kind=${kind}&subjectId=${encodeURIComponent(subjectId)}`}
      >
        Tell me of changes
      </a>
    </p>
  )
}

/** How often somebody wants to hear of the one thing they came from. */
export function SubscribeForm({ subject, name, add }: { subject: Subject; name: string; add: FormAction }) {
  return (
    <ActionForm action={add} hidden={subject} button="Tell me of changes" label={`Changes of ${name}`}>
      <FormRadios
        name="rhythm"
        label={`How often do you want to hear of ${name}?`}
        options={rhythms.map((value) => ({ value, text: rhythmWords[value] }))}
        value="at-once"
      />
    </ActionForm>
  )
}

/** What somebody hears of, each with the button that ends it. */
export function SubscriptionList({ subscriptions, end }: { subscriptions: SubscriptionView[]; end: FormAction }) {
  if (subscriptions.length === 0)
    return <p>You hear of nothing yet. Choose “Tell me of changes” on a register entry or a module’s page.</p>
  return (
    <Table
      caption="What you hear of"
      columns={[
        { heading: 'What' },
        { heading: 'Kind' },
        { heading: 'How often' },
        { heading: 'Since' },
        { heading: 'End' },
      ]}
      rows={subscriptions.map(({ id, kind, rhythm, since, named }) => ({
        key: id,
        cells: [
          <a href={named.href} key="what">
            {named.words}
          </a>,
          kindWords[kind],
          rhythmWords[rhythm],
          dayWords(since),
          <ActionForm
            action={end}
            hidden={{ subscriptionId: id }}
            button="End"
            look="secondary"
            label={`End: ${named.words}`}
            key="end"
          />,
        ],
      }))}
    />
  )
}
