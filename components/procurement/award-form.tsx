import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormRadios, FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { priceFromJson } from '@/lib/catalogue/prices/price'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import type { FormAction } from '@/lib/platform/form-state'
import { expectedField, pricesByUse } from '@/lib/procurement/projects/expected-use-rules'
import { awardReasons, type FrozenEntry, type Project } from '@/lib/procurement/projects/project'
import { EntryReasonFields } from './entry-reason-fields'

type Props = { project: Project; decide: FormAction }

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
      <ExpectedUse project={project} />
      <EntryReasonFields entries={project.entries} unless="is not chosen" />
    </ActionForm>
  )
}

/** Where a price is by use: how much of it is expected, so that it can be held against the cap of the route (A6). */
function ExpectedUse({ project }: Pick<Props, 'project'>) {
  const byUse = project.entries.flatMap((entry) => pricesByUse(entry).map((one) => ({ entry, ...one })))
  if (byUse.length === 0) return null
  return (
    <>
      <h3 className="nhsuk-heading-s">Expected use</h3>
      <p>
        These modules are charged by recorded use. Say how much each practice expects in a month if you choose one, or
        want it compared: the cap of the route counts it. What is used later is charged as it was used.
      </p>
      {byUse.map(({ entry, price, i }) => (
        <FormTextField
          key={expectedField(entry.id, i)}
          name={expectedField(entry.id, i)}
          label={`${entry.moduleName}: ${price.unitPlural} in a month (optional)`}
          hint={priceWords(priceFromJson(price)).join('; ')}
          inputMode="numeric"
          width={10}
        />
      ))}
    </>
  )
}

const none = { value: 'none', text: 'None of them is suitable', hint: 'The project ends without an award' }

function optionOf({ id, moduleName, supplierName, label, capabilityIds }: FrozenEntry, needed: string[]) {
  const covers = needed.filter((one) => capabilityIds.includes(one))
  const words =
    needed.length === 0 ? '' : covers.length > 0 ? `. Covers ${covers.join(', ')}` : '. Covers nothing of the need'
  return { value: id, text: moduleName, hint: `${supplierName}. ${label}${words}` }
}
