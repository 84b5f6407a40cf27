import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { disputeStateWords } from '@/lib/assurance/disputes/dispute-machine'
import type { DisputeView } from '@/lib/assurance/disputes/list-disputes'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** What suppliers dispute, for the authority: a reviewer rejects, two officers uphold. */
export function DisputeList({ disputes, reject }: { disputes: DisputeView[]; reject: FormAction }) {
  if (disputes.length === 0) return <p>Nothing has been disputed.</p>
  return disputes.map((dispute) => {
    const title = `${dispute.moduleName}: ${dispute.subject}`
    return (
      <section aria-label={title} className="nhsuk-card" key={dispute.id}>
        <div className="nhsuk-card__content">
          <h2 className="nhsuk-heading-s">{title}</h2>
          <p className="nhsuk-body-s">
            Found on {dayWords(dispute.foundOn)}, disputed on {dayWords(dispute.raisedOn)}.{' '}
            {disputeStateWords[dispute.state]}.
          </p>
          <p className="tw:whitespace-pre-line">{dispute.grounds}</p>
          {dispute.answer ? <p>Answer: {dispute.answer}</p> : null}
          {dispute.state === 'raised' && dispute.mayReject.allowed ? (
            <ActionForm
              action={reject}
              hidden={{ disputeId: dispute.id, version: dispute.version }}
              button="Reject the dispute"
              look="secondary"
              label={`Reject: ${title}`}
              summary="Reject this dispute"
            >
              <FormTextArea name="answer" label="Why the finding stands" hint="20 to 2,000 characters" rows={4} />
            </ActionForm>
          ) : null}
          {dispute.state === 'raised' && !dispute.mayReject.allowed ? (
            <InsetText>{dispute.mayReject.because}.</InsetText>
          ) : null}
        </div>
      </section>
    )
  })
}
