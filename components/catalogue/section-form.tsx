import { SectionFields } from '@/components/catalogue/section-fields'
import { ActionForm } from '@/components/ui/action-form'
import { InsetText } from '@/components/ui/inset-text'
import type { SectionForm as Form } from '@/lib/catalogue/drafts/get-draft'
import type { FormState } from '@/lib/platform/form-state'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** One section of a listing to fill in, with what reviewers said of it. */
export function SectionForm({ form, save }: { form: Form; save: Action }) {
  return (
    <>
      {form.comments.map((comment) => (
        <InsetText key={comment.id}>
          <strong>{comment.by}</strong>: {comment.text}
        </InsetText>
      ))}
      <ActionForm
        action={save}
        button="Save this section"
        other={{ name: 'then', value: 'stay', words: 'Save and add more' }}
        hidden={{ id: form.draftId, section: form.slug }}
      >
        <SectionFields fields={form.fields} values={form.values} version={form.version} />
      </ActionForm>
      <p>
        <a href={`/supplier/listings/${form.draftId}`}>Back to the listing without saving</a>
      </p>
    </>
  )
}
