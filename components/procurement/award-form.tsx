import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import type { FormState } from '@/lib/platform/form-state'
import { awardReasons, type Project } from '@/lib/procurement/projects/project'
import { EntryReasonFields } from './entry-reason-fields'

type Props = { project: Project; decide: (state: FormState, form: FormData) => Promise<FormState> }

/** Awards without a competition here: one module, the mechanism, and a reason for each of the others (D3, A8). */
export function AwardForm({ project, decide }: Props) {
  const reasons = Object.entries(awardReasons).filter(
    ([value]) => (value === 'held-elsewhere') === (project.route === 'off-catalogue'),
  )
  return (
    <ActionForm action={decide} hidden={{ id: project.id, version: project.version }} button="Record the decision">
      <FormRadios
        name="winnerId"
        label="Which module do you choose?"
        options={[
          ...project.entries.map((e) => ({
            value: e.id,
            text: e.moduleName,
            hint: `${e.supplierName}. ${e.label}`,
          })),
          { value: 'none', text: 'None of them is suitable', hint: 'The project ends without an award' },
        ]}
      />
      <FormSelect
        name="reasonCode"
        label="Kind of reason"
        hint="The portal checks it against every frozen module and keeps what it compared"
        options={reasons.map(([value, text]) => ({ value, text }))}
      />
      <FormTextArea
        name="reason"
        label="Why this one?"
        hint="30 characters or more. It is kept for good and the supplier may ask for it."
      />
      <EntryReasonFields entries={project.entries} unless="is not chosen" />
    </ActionForm>
  )
}
