import { ClaimTag } from '@/components/catalogue/claim-tag'
import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import type { ClaimView } from '@/lib/catalogue/dependencies/list-dependency-claims'
import { dayOf, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

const saidWords = { requires: 'needs', 'works-with': 'works with' } as const
const verdictWords = { confirm: 'It is so', dispute: 'It is not so' } as const

/** What other suppliers say of one's own modules: first what waits for an answer. */
export function ClaimDesk({ claims, answer }: { claims: ClaimView[]; answer: FormAction }) {
  const [waiting, answered] = [claims.filter((c) => c.state === 'claimed'), claims.filter((c) => c.state !== 'claimed')]
  return (
    <>
      <h2 className="nhsuk-heading-m">Waiting for your answer</h2>
      {waiting.length === 0 ? <p>Nothing waits.</p> : null}
      {waiting.map((claim) => (
        <ClaimBox claim={claim} answer={answer} key={claim.id} />
      ))}
      <h2 className="nhsuk-heading-m">Answered</h2>
      {answered.length === 0 ? <p>Nothing yet.</p> : null}
      {answered.map((claim) => (
        <ClaimBox claim={claim} answer={answer} key={claim.id} />
      ))}
    </>
  )
}

function ClaimBox({ claim, answer }: { claim: ClaimView; answer: FormAction }) {
  const title = `${claim.moduleName} ${saidWords[claim.relation]} ${claim.targetName}`
  return (
    <section className="nhsuk-card" aria-label={title}>
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{title}</h3>
        <p>
          <ClaimTag state={claim.state} /> Said by {claim.moduleBrand}; {dayWords(dayOf(claim.changedAt))}.
          {claim.minimumVersion
            ? ` From version ${claim.minimumVersion} of ${claim.targetName} on.`
            : ' Of any version.'}
        </p>
        {claim.note ? <p>Their note: {claim.note}</p> : null}
        {claim.reason ? <p>You say: {claim.reason}</p> : null}
        {claim.answers.length === 0 ? null : (
          <ActionForm
            action={answer}
            hidden={{ id: claim.id, version: claim.version }}
            button="Answer"
            label={`Answer ${title}`}
          >
            <FormRadios
              name="verdict"
              label="Your answer"
              options={claim.answers.map((value) => ({ value, text: verdictWords[value] }))}
            />
            {claim.answers.includes('dispute') ? (
              <FormTextArea
                name="reason"
                label="Reason"
                hint="Needed where it is not so: buyers read it. 20 to 1,000 characters"
                rows={2}
              />
            ) : null}
          </ActionForm>
        )}
      </div>
    </section>
  )
}
