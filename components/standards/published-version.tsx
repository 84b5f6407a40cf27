import { dayNames } from '@/components/standards/standard-desk'
import { RequirementList, VersionsTable } from '@/components/standards/standard-facts'
import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { PublishedStandardView } from '@/lib/assurance/standards/get-standard-desk'
import type { Day } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

const names = ['publishedOn', 'effectiveOn', 'transitionEndsOn', 'deprecatedOn', 'retiredOn']

/** A published version: its text is fixed. Two officers may move its days, or withdraw it. */
export function PublishedVersion({
  view,
  today,
  propose,
}: {
  view: PublishedStandardView
  today: Day
  propose: FormAction
}) {
  const { version, mayPropose } = view
  const hidden = { standardVersionId: version.id }
  return (
    <>
      <VersionsTable versions={[version]} today={today} />
      {mayPropose.allowed && version.withdrawnOn === null ? (
        <>
          <h2 className="nhsuk-heading-m">Move its days</h2>
          <p>Name only the days that change. A day that has passed stays, and the days of a law are never moved.</p>
          <ActionForm action={propose} hidden={{ ...hidden, kind: 'RESCHEDULE' }} button="Propose new days">
            {names.map((name) => (
              <FormTextField key={name} name={name} label={dayNames[name]!} type="date" width={10} />
            ))}
            <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters. It is published" />
          </ActionForm>
          <h2 className="nhsuk-heading-m">Withdraw it</h2>
          <p>What lapsed by this version counts again. What the register said before stays as it was.</p>
          <ActionForm
            action={propose}
            hidden={{ ...hidden, kind: 'WITHDRAW' }}
            button="Propose to withdraw it"
            look="warning"
            summary="Withdraw this version"
          >
            <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters. It is published" />
          </ActionForm>
        </>
      ) : mayPropose.allowed ? null : (
        <InsetText>{mayPropose.because}.</InsetText>
      )}
      <RequirementList version={version} />
    </>
  )
}
