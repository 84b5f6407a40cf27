import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { ContestView } from '@/lib/assurance/decisions/list-contests'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

const choices = {
  appeal: [
    { value: 'UPHOLD_APPEAL', text: 'Uphold it', hint: 'The decision under appeal counts no longer' },
    { value: 'DISMISS_APPEAL', text: 'Dismiss it', hint: 'The decision under appeal stands' },
  ],
  dispute: [
    {
      value: 'UPHOLD_DISPUTE',
      text: 'Uphold it',
      hint: 'What was found counts no longer and its non-conformity is closed. A check is waived for everybody. A reviewer rejects a dispute',
    },
  ],
}

/** Appeals and disputes that wait for two officers, each with the form of the first (DE-03). */
export function ContestsToDecide({ contests, propose }: { contests: ContestView[]; propose: FormAction }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Appeals and disputes</h2>
      {contests.length === 0 ? <p>None waits.</p> : null}
      {contests.map((contest) => (
        <Contest contest={contest} propose={propose} key={contest.id} />
      ))}
    </>
  )
}

function Contest({ contest, propose }: { contest: ContestView; propose: FormAction }) {
  const { what, id, moduleVersionId, moduleName, about, grounds, on, mayPropose } = contest
  const title = `${what === 'appeal' ? 'Appeal' : 'Dispute'} about ${moduleName}`
  const hidden = { moduleVersionId, [what === 'appeal' ? 'appealId' : 'disputeId']: id }
  return (
    <section aria-label={title} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{title}</h3>
        <p>
          {dayWords(on)}, {about}
        </p>
        <p className="tw:whitespace-pre-line">{grounds}</p>
        {mayPropose.allowed ? (
          <ActionForm
            action={propose}
            hidden={hidden}
            button="Propose this"
            look="secondary"
            label={`Decide: ${title}`}
            summary="Propose how it is decided"
          >
            <FormRadios name="kind" label="What you propose" options={choices[what]} />
            <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters, published" rows={4} />
          </ActionForm>
        ) : (
          <InsetText>{mayPropose.because}.</InsetText>
        )}
      </div>
    </section>
  )
}
