import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import type { DeclarationView } from '@/lib/catalogue/declarations/get-declaration'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { declaration: DeclarationView; decide: FormAction }

/** Whether a declaration that needs a person’s eye passes, and why. */
export function DecideDeclaration({ declaration, decide }: Props) {
  if (declaration.state !== 'in-review') return null
  if (!declaration.mayDecide.allowed) return <p>{declaration.mayDecide.because}.</p>
  return (
    <ActionForm
      action={decide}
      hidden={{ id: declaration.id, version: declaration.version }}
      button="Decide"
      label="Decide this declaration"
    >
      <FormRadios
        name="verdict"
        label="Your decision"
        options={[
          { value: 'clear', text: 'It passes' },
          { value: 'reject', text: 'It fails' },
        ]}
      />
      <FormTextArea name="reason" label="Reason" hint="The supplier reads it. 20 to 1,000 characters" />
    </ActionForm>
  )
}
