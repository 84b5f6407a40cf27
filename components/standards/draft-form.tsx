import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormRadios, FormTextField } from '@/components/ui/form-fields'
import type { StandardDraftView } from '@/lib/assurance/standards/get-standard-desk'
import type { FormAction } from '@/lib/platform/form-state'

/** Number, basis, days and what the version replaces (FA-01). */
export function DraftForm({ view, save }: { view: StandardDraftView; save: FormAction }) {
  const { content, id, version } = view.draft
  const own = view.versions.filter((v) => v.name.startsWith(`${view.draft.standardId} `))
  const others = view.versions.filter((v) => !own.includes(v) && content.replacesIds.includes(v.id))
  return (
    <ActionForm action={save} hidden={{ id, version }} button="Save" label="The version and its days">
      <FormTextField name="number" label="Number" value={content.number} width={10} hint="Such as 2.1.0" />
      <FormRadios
        name="legalBasis"
        label="What it rests on"
        value={content.legalBasis}
        options={[
          { value: 'CONTRACT', text: 'A contract', hint: 'The authority sets its days and may move them' },
          { value: 'LAW', text: 'A law', hint: 'Its days come from the law and are never moved here' },
        ]}
      />
      <FormRadios
        name="changeClass"
        label="How great the change is"
        value={content.changeClass}
        options={[
          { value: 'PATCH', text: 'Patch', hint: '30 days of transition where you name no last day' },
          { value: 'MINOR', text: 'Minor', hint: '90 days' },
          { value: 'MAJOR', text: 'Major', hint: '365 days' },
          { value: 'REPLACE', text: 'Replaces other standards', hint: 'The longest transition of what it replaces' },
        ]}
      />
      <FormTextField name="publishedOn" label="Published on" type="date" width={10} value={content.publishedOn ?? ''} />
      <FormTextField
        name="effectiveOn"
        label="In effect from"
        type="date"
        width={10}
        value={content.effectiveOn ?? ''}
      />
      <FormTextField
        name="transitionEndsOn"
        label="Last day of the transition (optional)"
        type="date"
        width={10}
        value={content.transitionEndsOn ?? ''}
      />
      <FormTextField
        name="deprecatedOn"
        label="Deprecated from (optional)"
        type="date"
        width={10}
        value={content.deprecatedOn ?? ''}
      />
      <FormTextField
        name="retiredOn"
        label="Retired from (optional)"
        type="date"
        width={10}
        value={content.retiredOn ?? ''}
      />
      {own.length + others.length > 0 ? (
        <FormCheckboxes
          name="replacesIds"
          label="What it replaces"
          values={content.replacesIds}
          options={[...own, ...others].map((v) => ({ value: v.id, text: v.name }))}
        />
      ) : null}
      <FormTextField
        name="requiredIds"
        label="Standards that must be met with it (optional)"
        hint="Their ids, such as S25 S30"
        value={content.requiredIds.join(' ')}
      />
      <FormTextField
        name="conflictIds"
        label="Standards that exclude it (optional)"
        hint="Their ids"
        value={content.conflictIds.join(' ')}
      />
    </ActionForm>
  )
}
