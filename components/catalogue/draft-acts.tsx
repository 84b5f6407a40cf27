import { ActionForm } from '@/components/ui/action-form'
import { InsetText } from '@/components/ui/inset-text'
import type { DraftView } from '@/lib/catalogue/drafts/get-draft'
import type { FormAction } from '@/lib/platform/form-state'

/** What the supplier can do with a listing now. */
export function DraftActs({
  draft,
  submit,
  recall,
  discard,
}: {
  draft: DraftView
  submit: FormAction
  recall: FormAction
  discard: FormAction
}) {
  const hidden = { id: draft.id, version: draft.version }
  if (draft.state === 'submitted')
    return draft.maySign.allowed ? (
      <ActionForm action={recall} hidden={hidden} button="Take it back" look="secondary" />
    ) : null
  if (draft.state !== 'draft') return null
  return (
    <>
      {draft.maySign.allowed ? (
        <ActionForm action={submit} hidden={hidden} button="Submit to the authority" />
      ) : (
        <InsetText>When it is complete, a signatory of {draft.supplier} submits it.</InsetText>
      )}
      <ActionForm
        action={discard}
        hidden={hidden}
        button="Discard the draft"
        look="warning"
        summary="Discard this draft"
      >
        <p>What you wrote here is gone then. What is published stays as it is.</p>
      </ActionForm>
    </>
  )
}
