import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormTextField } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'
import { fewestEntrants, mostEntrants, type Project } from '@/lib/procurement/projects/project'
import { EntryReasonFields } from './entry-reason-fields'

type Props = { project: Project; open: FormAction }

/** Who competes, why the others do not, and until when suppliers can offer. */
export function OpenForm({ project, open }: Props) {
  return (
    <ActionForm
      action={open}
      hidden={{ projectId: project.id, version: project.version }}
      button="Open the competition"
    >
      <p>From then on nobody can change what counts, who competes or the last day. The suppliers are told at once.</p>
      <FormCheckboxes
        name="entrants"
        label="Which modules compete?"
        hint={`Choose ${fewestEntrants} to ${mostEntrants}${project.capabilityIds.length > 0 ? '. One that covers a part of the need competes in sets with others that cover the rest' : ''}`}
        options={project.entries.map((e) => ({
          value: e.id,
          text: e.moduleName,
          hint: `${e.supplierName}. ${coversOf(project, e.capabilityIds)}${e.termPence === null ? 'Its price depends on use' : `${poundsWords(e.termPence)} over the term at list price`}`,
        }))}
      />
      <FormTextField
        name="deadline"
        label="Last day for offers"
        hint="Suppliers need some working days; the portal says how many"
        type="date"
        width={10}
      />
      <EntryReasonFields entries={project.entries} unless="does not compete" />
    </ActionForm>
  )
}

/** What a module covers of a need that names its capabilities. */
function coversOf({ capabilityIds }: Project, has: string[]): string {
  if (capabilityIds.length === 0) return ''
  const covered = capabilityIds.filter((id) => has.includes(id))
  return covered.length === 0 ? 'It covers nothing of the need. ' : `It covers ${covered.join(', ')}. `
}
