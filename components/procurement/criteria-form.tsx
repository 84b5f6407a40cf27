import { QualityFields } from '@/components/procurement/quality-fields'
import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { weekdays, weekdayWords } from '@/lib/catalogue/service-levels'
import type { FormAction } from '@/lib/platform/form-state'
import type { Criteria, Element, ElementKind } from '@/lib/procurement/competitions/competition'
import type { Project } from '@/lib/procurement/projects/project'

type Props = {
  project: Project
  criteria: Criteria | undefined
  integrations: { value: string; text: string }[]
  save: FormAction
}

/** What counts and how much; an element counts where it has a weight (COM-2, COM-3). */
export function CriteriaForm({ project, criteria, integrations, save }: Props) {
  const find = <K extends ElementKind>(kind: K) =>
    criteria?.elements.find((e): e is Extract<Element, { kind: K }> => e.kind === kind)
  const [features, implementation] = [find('features'), find('implementation')]
  const [interoperability, levels] = [find('interoperability'), find('service-levels')]
  const lines = (level: 'must' | 'should', each?: true) =>
    features?.features.flatMap((f) => (f.level === level && f.each === each ? [f.text] : [])).join('\n') ?? ''
  const ofSets = project.capabilityIds.length > 0
  return (
    <ActionForm action={save} hidden={{ projectId: project.id, version: project.version }} button="Save what counts">
      <p>Weights are whole percent. What counts beside the price must sum to 100. Empty weights do not count.</p>
      <Weight
        name="priceWeight"
        label="Weight of the price"
        value={criteria?.priceWeight}
        hint="100 where the price counts alone"
      />
      <h2 className="nhsuk-heading-s">Features</h2>
      <Weight name="weight-features" label="Weight of the features" value={features?.weight} />
      <FormTextArea
        name="musts"
        label="Features that a module must have, one a line"
        hint={
          ofSets
            ? 'Where modules win together, one of them must have it. Without it nothing wins'
            : 'One that lacks any of them cannot win'
        }
        value={lines('must')}
      />
      {ofSets ? (
        <FormTextArea
          name="eachMusts"
          label="Features that every module of a set must have, one a line"
          hint="Where modules win together, each of them must have it"
          value={lines('must', true)}
        />
      ) : null}
      <FormTextArea name="shoulds" label="Features that it should have, one a line" value={lines('should')} />
      <h2 className="nhsuk-heading-s">Implementation</h2>
      <Weight name="weight-implementation" label="Weight of the implementation" value={implementation?.weight} />
      <FormTextArea
        name="implementation"
        label="What you ask of the implementation"
        hint="1,100 characters or fewer"
        value={implementation?.text ?? ''}
      />
      <h2 className="nhsuk-heading-s">Interoperability</h2>
      <Weight name="weight-interoperability" label="Weight of interoperability" value={interoperability?.weight} />
      {integrations.length === 0 ? (
        <p>No integrations are in the reference data yet, so this cannot count.</p>
      ) : (
        <FormCheckboxes
          name="types"
          label="Integrations that count"
          small
          options={integrations}
          values={interoperability?.types ?? []}
        />
      )}
      <h2 className="nhsuk-heading-s">Service levels</h2>
      <Weight name="weight-service-levels" label="Weight of the service levels" value={levels?.weight} />
      <FormTextField
        name="from"
        label="Help is needed from"
        hint="Such as 08:00"
        width={5}
        value={levels?.from ?? ''}
      />
      <FormTextField
        name="until"
        label="Help is needed until"
        hint="Such as 18:30"
        width={5}
        value={levels?.until ?? ''}
      />
      <FormCheckboxes
        name="days"
        label="Days on which help is needed"
        small
        options={weekdays.map((value) => ({ value, text: weekdayWords[value] }))}
        values={levels?.days ?? []}
      />
      <FormRadios
        name="bankHolidays"
        label="Is help needed on bank holidays?"
        small
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        value={levels?.bankHolidays ? 'yes' : 'no'}
      />
      <QualityFields quality={criteria?.quality ?? null} />
    </ActionForm>
  )
}

type WeightProps = { name: string; label: string; value: number | undefined; hint?: string }
function Weight({ name, label, value, hint }: WeightProps) {
  return (
    <FormTextField
      name={name}
      label={`${label}, percent`}
      inputMode="numeric"
      width={4}
      value={value === undefined ? '' : String(value)}
      {...(hint ? { hint } : {})}
    />
  )
}
