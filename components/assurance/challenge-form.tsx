import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { ChallengePage } from '@/lib/assurance/challenges/get-challenge-page'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { page: ChallengePage; raise: FormAction }

/** What somebody outside has seen that a passed check should have found. */
export function ChallengeForm({ page, raise }: Props) {
  if (!page.mayRaise.allowed) return <InsetText>{page.mayRaise.because}.</InsetText>
  if (page.checks.length === 0)
    return <InsetText>No check of this module stands as passed, so there is nothing to challenge.</InsetText>
  return (
    <ActionForm action={raise} hidden={{ moduleVersionId: page.moduleVersionId }} button="Raise the challenge">
      <FormSelect
        name="check"
        label="The check that does not hold"
        options={[
          { value: '', text: 'Choose a check' },
          ...page.checks.map((check) => ({ value: check, text: check })),
        ]}
      />
      <FormTextArea
        name="grounds"
        label="What you have seen"
        hint="20 to 4,000 characters. The authority reads it, nobody else. Name no patient"
        rows={6}
      />
    </ActionForm>
  )
}
