import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { DraftView } from '@/lib/catalogue/drafts/get-draft'
import type { Day } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { draft: DraftView; today: Day; takeUp: FormAction; giveBack: FormAction; approve: FormAction }

/** What a reviewer can do with a listing now: take it up, return it with comments, or approve it for a day. */
export function ReviewDesk({ draft, today, takeUp, giveBack, approve }: Props) {
  const hidden = { id: draft.id, version: draft.version }
  if (!draft.mayReview.allowed) return <InsetText>{draft.mayReview.because}.</InsetText>
  if (draft.state === 'submitted') return <ActionForm action={takeUp} hidden={hidden} button="Start the review" />
  if (draft.state !== 'in-review') return null
  return (
    <>
      <h2 className="nhsuk-heading-m">Your decision</h2>
      <ActionForm action={approve} hidden={hidden} button="Approve">
        <FormTextField
          name="publishOn"
          type="date"
          label="Day of publication"
          hint="Today or later. What is approved for today is published at once"
          value={today}
        />
      </ActionForm>
      <ActionForm
        action={giveBack}
        hidden={hidden}
        button="Return it to the supplier"
        look="secondary"
        summary="Return it with comments"
      >
        <p>Write on at least one section what is to change.</p>
        {draft.sections.map((section) => (
          <FormTextArea
            name={`comment-${section.slug}`}
            label={section.title}
            hint="Up to 1,000 characters"
            rows={2}
            key={section.slug}
          />
        ))}
      </ActionForm>
    </>
  )
}
