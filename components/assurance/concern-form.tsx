import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import type { ConcernPage } from '@/lib/assurance/non-conformities/get-concern-page'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { page: ConcernPage; raise: FormAction }

/** What somebody has seen: an assessor of the authority looks at it. */
export function ConcernForm({ page, raise }: Props) {
  return (
    <ActionForm action={raise} hidden={{ moduleVersionId: page.moduleVersionId }} button="Raise the concern">
      <FormSelect
        name="requirement"
        label="What you think is not kept"
        options={[
          { value: '', text: 'Choose a requirement' },
          ...page.requirements.map(({ key, words }) => ({ value: key, text: words })),
        ]}
      />
      <FormTextArea
        name="summary"
        label="What you have seen"
        hint="20 to 2,000 characters. If it is confirmed, everybody can read it: name no patient and nobody else. Your own name is not published"
        rows={6}
      />
      {page.mayRaiseLegalNotice ? (
        <FormRadios
          name="source"
          label="What it is"
          value="COMPLAINT"
          options={[
            { value: 'COMPLAINT', text: 'A concern' },
            { value: 'LEGAL_NOTICE', text: 'A legal notice that the authority has received' },
          ]}
        />
      ) : null}
    </ActionForm>
  )
}
