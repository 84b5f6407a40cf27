import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { SummaryList } from '@/components/ui/summary-list'
import type { PersonGrant } from '@/lib/identity/person'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { grant: PersonGrant; end: FormAction }

/** Says once more whose role it is and where, asks why, and takes it away. */
export function EndGrantForm({ grant, end }: Props) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Person', value: `${grant.person.name}, ${grant.person.email}` },
          { key: 'Role', value: grant.limit ? `${grant.role}, ${grant.limit}` : grant.role },
          { key: 'Organisation', value: grant.organisation },
        ]}
      />
      {grant.decision.allowed ? (
        <>
          <p>It takes effect at once, also where the person is signed in now. What they did stays in the history.</p>
          <ActionForm action={end} hidden={{ id: grant.id }} button="Take the role away" look="warning">
            <FormTextArea
              name="reason"
              label="Why?"
              hint="For those who ask later. It is kept with the grant."
              rows={2}
            />
          </ActionForm>
        </>
      ) : (
        <InsetText>
          <p>{grant.decision.because}.</p>
        </InsetText>
      )}
      <p>
        <a href="/admin/people">Leave it as it is</a>
      </p>
    </>
  )
}
