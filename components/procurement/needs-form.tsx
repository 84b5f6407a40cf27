import { ActionForm } from '@/components/ui/action-form'
import { Details } from '@/components/ui/details'
import {
  FormCheckboxes,
  FormFile,
  FormRadios,
  FormSelect,
  FormTextArea,
  FormTextField,
} from '@/components/ui/form-fields'
import type { FrameworkView } from '@/lib/catalogue/frameworks/framework'
import { type Route, routeKinds, routeWords } from '@/lib/catalogue/frameworks/route'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'
import { mostNeeded } from '@/lib/procurement/projects/cover-rules'
import type { Project } from '@/lib/procurement/projects/project'

type Props = {
  project: Project
  frameworks: FrameworkView[]
  capabilityNames: Record<string, string>
  /** A commissioner buys for practices, and names them. */
  namesPractices: boolean
  save: FormAction
}

/** What the practice needs: from when, for how long, under which framework and by which route (COM-1). */
export function NeedsForm({ project, frameworks, capabilityNames, namesPractices, save }: Props) {
  if (frameworks.length === 0)
    return <p>No framework is open today, so nothing can be bought. A curator of the authority keeps the frameworks.</p>
  return (
    <ActionForm action={save} hidden={{ id: project.id, version: project.version }} button="Save what you need">
      {namesPractices ? (
        <>
          <FormTextArea
            name="practices"
            label="Practices"
            hint="Open practices of your area, one a line: the ODS code, then a comma and the name if you want it checked. What each needs follows its list size."
            rows={5}
            value={project.practices.map(({ code, name }) => `${code}, ${name}`).join('\n')}
          />
          <FormFile
            name="file"
            label="Or add a file"
            hint="CSV up to 1 MB: a practice a line, the code first, then the name. It is added to what stands above."
            accept=".csv,text/csv"
          />
        </>
      ) : null}
      <FormTextField
        name="startsOn"
        label="First day of the contract"
        hint="The first of a month, in the future. You pay from go-live, not from this day."
        type="date"
        width={10}
        value={project.startsOn ?? ''}
      />
      <FormTextField
        name="termMonths"
        label="Term in months"
        hint="The framework and the authority set the most"
        inputMode="numeric"
        width={4}
        value={String(project.termMonths ?? '')}
      />
      <FormTextField
        name="goLiveOn"
        label="Planned go-live"
        hint="The day on which you want to start using it, inside the term"
        type="date"
        width={10}
        value={project.goLiveOn ?? ''}
      />
      <FormSelect
        name="frameworkId"
        label="Framework"
        value={project.frameworkId ?? ''}
        options={[
          { value: '', text: 'Choose a framework' },
          ...frameworks.map((f) => ({ value: f.id, text: `${f.name}, up to ${f.maximumTermMonths} months` })),
        ]}
      />
      <FormRadios
        name="route"
        label="How do you want to buy?"
        value={project.route ?? ''}
        options={routeKinds.map((kind) => ({ value: kind, text: routeWords[kind], hint: hintOf(kind, frameworks) }))}
      />
      <Details summary="Name the capabilities that you need (optional)" open={project.capabilityIds.length > 0}>
        <p>
          Where you name them, several modules can be chosen that cover them together, of one supplier or of several.
          Name none, and one module is chosen.
        </p>
        <FormCheckboxes
          small
          name="capabilityIds"
          label="What must the modules cover together?"
          hint={`${mostNeeded} at most`}
          options={Object.entries(capabilityNames).map(([value, text]) => ({ value, text: `${text} (${value})` }))}
          values={project.capabilityIds}
        />
      </Details>
      <FormTextArea
        name="description"
        label="What is it for? (optional)"
        hint="250 characters or fewer"
        rows={2}
        value={project.description ?? ''}
      />
    </ActionForm>
  )
}

/** What a route allows, where all frameworks say the same; each framework's own is asked when it is saved and decided. */
function hintOf(kind: Route['kind'], frameworks: FrameworkView[]): string {
  const caps = new Set(frameworks.flatMap((f) => f.routes.filter((r) => r.kind === kind).map((r) => r.capPence)))
  const [cap] = caps
  if (caps.size !== 1 || cap === undefined) return 'What it allows depends on the framework'
  return cap === null ? 'No cap' : `Up to ${poundsWords(cap)} excluding VAT over the whole life`
}
