import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormRadios, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import type { FormState } from '@/lib/platform/form-state'
import { awardReasons, type FrozenEntry, type Project } from '@/lib/procurement/projects/project'
import { EntryReasonFields } from './entry-reason-fields'

type Props = { project: Project; decide: (state: FormState, form: FormData) => Promise<FormState> }

/**
 * Awards without a competition here: one module, or several where the need names what they cover together, the mechanism, and a
 * reason for each of the others (D3, A8).
 */
export function AwardForm({ project, decide }: Props) {
  const reasons = Object.entries(awardReasons).filter(
    ([value]) => (value === 'held-elsewhere') === (project.route === 'off-catalogue'),
  )
  const needed = project.capabilityIds
  return (
    <ActionForm action={decide} hidden={{ id: project.id, version: project.version }} button="Record the decision">
      {needed.length > 0 ? (
        <FormCheckboxes
          name="winnerId"
          label="Which modules do you choose?"
          hint="Together they cover all that you need, and none of them is one too many"
          options={[...project.entries.map((e) => optionOf(e, needed)), none]}
        />
      ) : (
        <FormRadios
          name="winnerId"
          label="Which module do you choose?"
          options={[...project.entries.map((e) => optionOf(e, needed)), none]}
        />
      )}
      <FormSelect
        name="reasonCode"
        label="Kind of reason"
        hint="The portal checks it against every frozen module and keeps what it compared"
        options={reasons.map(([value, text]) => ({ value, text }))}
      />
      <FormTextArea
        name="reason"
        label={needed.length > 0 ? 'Why these?' : 'Why this one?'}
        hint="30 characters or more. It is kept for good and the supplier may ask for it."
      />
      <EntryReasonFields entries={project.entries} unless="is not chosen" />
    </ActionForm>
  )
}

const none = { value: 'none', text: 'None of them is suitable', hint: 'The project ends without an award' }

function optionOf({ id, moduleName, supplierName, label, capabilityIds }: FrozenEntry, needed: string[]) {
  const covers = needed.filter((one) => capabilityIds.includes(one))
  const words =
    needed.length === 0 ? '' : covers.length > 0 ? `. Covers ${covers.join(', ')}` : '. Covers nothing of the need'
  return { value: id, text: moduleName, hint: `${supplierName}. ${label}${words}` }
}
