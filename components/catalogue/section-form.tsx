import { SectionFields } from '@/components/catalogue/section-fields'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { InsetText } from '@/components/ui/inset-text'
import { TextField } from '@/components/ui/text-field'
import type { SectionForm as Form } from '@/lib/catalogue/drafts/get-draft'
import type { FormAction } from '@/lib/platform/form-state'

/** One section of a listing to fill in, with what reviewers said of it. */
export function SectionForm({ form, save }: { form: Form; save: FormAction }) {
  return (
    <>
      {form.comments.map((comment) => (
        <InsetText key={comment.id}>
          <strong>{comment.by}</strong>: {comment.text}
        </InsetText>
      ))}
      {form.search ? <FindModule search={form.search} /> : null}
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

/** Looks for another module by a plain form; what is found is offered in the section’s own form below. */
function FindModule({ search: { words, found } }: { search: NonNullable<Form['search']> }) {
  return (
    <>
      <form method="get" aria-label="Find a module">
        <TextField
          name="find"
          label="Find a module by its name or its supplier"
          hint="Save what you have typed below first. What is found can be chosen at the end of the form."
          value={words}
        />
        <Button look="secondary">Find</Button>
      </form>
      {found === null ? null : (
        <p role="status">
          {found === 0 ? 'No module of that name is in the catalogue.' : `${found} found: choose below.`}
        </p>
      )}
    </>
  )
}
