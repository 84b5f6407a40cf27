import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'
import type { NoticeView } from '@/lib/procurement/notices/list-notices'

/** What a payer says of a notice that is to be published: where it can be read, or why it need not be. */
export function NoticeForms({
  notice,
  publish,
  waive,
}: {
  notice: NoticeView
  publish: FormAction
  waive: FormAction
}) {
  const hidden = { id: notice.id, version: notice.version }
  return (
    <>
      <h2 className="nhsuk-heading-m">Record its publication</h2>
      {notice.kind === 'UK6' ? <p>The last signature can be given once this is recorded.</p> : null}
      <ActionForm action={publish} hidden={hidden} button="Record that it is published">
        <FormTextField
          name="reference"
          label="Where it can be read"
          hint="Its number or address on the central digital platform"
          maxLength={500}
        />
        <FormTextField name="publishedOn" type="date" label="Day on which it was published" width={10} />
        {notice.missing > 0 ? (
          <FormTextArea
            name="completion"
            label="Which indicators you added, or why there are fewer"
            hint={`The draft lacks ${notice.missing} that the law asks for. At least 30 characters`}
            maxLength={1000}
          />
        ) : null}
      </ActionForm>
      <ActionForm
        action={waive}
        hidden={hidden}
        button="Mark as not required"
        look="warning"
        summary="This notice is not required"
      >
        <p>Only where the law does not ask for it. Your reason stays with the notice and cannot be changed.</p>
        <FormTextArea name="reason" label="Reason" hint="At least 30 characters" maxLength={1000} />
      </ActionForm>
    </>
  )
}
