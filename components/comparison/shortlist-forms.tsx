import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'

/** Begins a shortlist, with a first module where the address names one. */
export function CreateShortlist({
  action,
  module,
}: {
  action: FormAction
  module: { id: string; name: string } | null
}) {
  return (
    <section aria-labelledby="new-shortlist">
      <h2 className="nhsuk-heading-m" id="new-shortlist">
        Start a shortlist
      </h2>
      {module ? <p>Its first module will be {module.name}.</p> : null}
      <ActionForm action={action} hidden={module ? { moduleId: module.id } : {}} button="Start the shortlist">
        <FormTextField name="name" label="Name" hint="For instance: New telephone system" maxLength={255} />
        <FormTextField name="description" label="What it is for (optional)" maxLength={250} />
      </ActionForm>
    </section>
  )
}
