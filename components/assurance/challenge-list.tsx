import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { challengeStateWords } from '@/lib/assurance/challenges/challenge-machine'
import type { ChallengeView } from '@/lib/assurance/challenges/list-challenges'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { challenges: ChallengeView[]; accept: FormAction; decline: FormAction }

/** What outsiders challenge, for the authority: what waits for an assessor stands first. */
export function ChallengeList({ challenges, accept, decline }: Props) {
  if (challenges.length === 0) return <p>Nothing has been challenged.</p>
  return challenges.map((challenge) => (
    <One challenge={challenge} accept={accept} decline={decline} key={challenge.id} />
  ))
}

function One({ challenge, accept, decline }: { challenge: ChallengeView; accept: FormAction; decline: FormAction }) {
  const { id, version, check, moduleName, address, state, mayAnswer } = challenge
  const title = `${moduleName}: ${check}`
  return (
    <section aria-label={title} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-heading-s">
          {check} of <a href={address}>{moduleName}</a>
        </h2>
        <p className="nhsuk-body-s">
          Raised on {dayWords(challenge.raisedOn)}. {challengeStateWords[state]}
          {challenge.endedOn ? `, ${dayWords(challenge.endedOn)}` : ''}.
        </p>
        <p className="tw:whitespace-pre-line">{challenge.grounds}</p>
        {challenge.answer ? <p>Answer: {challenge.answer}</p> : null}
        {state === 'raised' && mayAnswer.allowed ? (
          <>
            <Answer action={accept} of={{ id, version }} button="Accept the challenge" title={title} />
            <Answer action={decline} of={{ id, version }} button="Decline the challenge" title={title} />
          </>
        ) : null}
        {state === 'raised' && !mayAnswer.allowed ? <InsetText>{mayAnswer.because}.</InsetText> : null}
      </div>
    </section>
  )
}

type Answering = { action: FormAction; of: { id: string; version: number }; button: string; title: string }
const Answer = ({ action, of, button, title }: Answering) => (
  <ActionForm
    action={action}
    hidden={of}
    button={button}
    look="secondary"
    label={`${button}: ${title}`}
    summary={button}
  >
    <FormTextArea
      name="answer"
      label="Reason"
      hint="20 to 2,000 characters. Who raised it and the supplier read it"
      rows={4}
    />
  </ActionForm>
)
