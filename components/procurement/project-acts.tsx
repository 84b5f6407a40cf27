import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { FormState } from '@/lib/platform/form-state'
import { awardReasons, type Project } from '@/lib/procurement/projects/project'

type Action = (state: FormState, form: FormData) => Promise<FormState>
type Props = { project: Project; actions: { setNeeds: Action; freeze: Action; decide: Action; draft: Action } }

/** The one thing to do next in this project. */
export function ProjectActs({ project, actions }: Props) {
  const hidden = { id: project.id, version: project.version }
  if (project.state === 'scoping') {
    return (
      <ActionForm action={actions.setNeeds} hidden={hidden} button="Save what you need">
        <FormTextField
          name="startsOn"
          label="First day of the contract"
          hint="The first of a month, in the future. You pay from go-live, not from this day."
          type="date"
          width={10}
        />
        <FormTextField
          name="termMonths"
          label="Term in months"
          hint="36 at most"
          inputMode="numeric"
          width={4}
          value="36"
        />
      </ActionForm>
    )
  }
  if (project.state === 'shortlisting') {
    return (
      <ActionForm action={actions.freeze} hidden={hidden} button="Freeze the shortlist">
        <p>
          Freezing copies every module of your shortlist as it stands now. It cannot be undone; you can start again with
          a new project.
        </p>
      </ActionForm>
    )
  }
  if (project.state === 'frozen') return <DecideForm project={project} decide={actions.decide} />
  return <ActionForm action={actions.draft} hidden={{ projectId: project.id }} button="Draft the order" />
}

function DecideForm({ project, decide }: { project: Project; decide: Action }) {
  return (
    <ActionForm action={decide} hidden={{ id: project.id, version: project.version }} button="Record the decision">
      <FormRadios
        name="winnerId"
        label="Which module do you choose?"
        options={project.entries.map((e) => ({
          value: e.id,
          text: e.moduleName,
          hint: `${e.supplierName}. ${e.label}`,
        }))}
      />
      <FormSelect
        name="reasonCode"
        label="Kind of reason"
        options={Object.entries(awardReasons).map(([value, text]) => ({ value, text }))}
      />
      <FormTextArea
        name="reason"
        label="Why this one?"
        hint="30 characters or more. It is kept for good and the supplier may ask for it."
      />
      {project.entries.map((e) => (
        <FormTextArea
          key={e.id}
          name={`exclusion-${e.id}`}
          label={`If ${e.moduleName} is not chosen: why not?`}
          rows={2}
        />
      ))}
    </ActionForm>
  )
}
