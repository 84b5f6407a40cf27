import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import { checksSpeakingOf } from '@/lib/assurance/runs/check-map-rules'
import type { DraftRequirement, StandardDraft } from '@/lib/assurance/standards/standard-draft'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  draft: StandardDraft
  chosen: DraftRequirement | undefined
  mayEdit: boolean
  save: FormAction
  drop: FormAction
}

/** All requirements of a draft, and the form of one of them or of a new one (FA-02). */
export function RequirementEditor({ draft, chosen, mayEdit, save, drop }: Props) {
  const base = `/assurance/standards/${draft.id}/requirements`
  return (
    <>
      <Table
        caption={`Requirements: ${draft.content.requirements.length}`}
        columns={[{ heading: 'Requirement' }, { heading: 'Level' }, { heading: 'Shown by' }, { heading: 'Hazard' }]}
        rows={draft.content.requirements.map((r) => ({
          key: r.id,
          cells: [
            <span key="id">
              {mayEdit ? <a href={`${base}?r=${encodeURIComponent(r.id)}`}>{r.id}</a> : r.id}
              <br />
              {r.title}
            </span>,
            choiceWords[r.level],
            choiceWords[r.method],
            choiceWords[r.hazard],
          ],
        }))}
      />
      {mayEdit ? (
        <>
          <h2 className="nhsuk-heading-m">{chosen ? `Change ${chosen.id}` : 'Add a requirement'}</h2>
          <RequirementForm draft={draft} chosen={chosen} save={save} />
          {chosen ? (
            <ActionForm
              action={drop}
              hidden={{ id: draft.id, version: draft.version, requirementId: chosen.id }}
              button={`Take ${chosen.id} out`}
              look="warning"
              summary={`Take ${chosen.id} out of the draft`}
            />
          ) : null}
          {chosen ? <a href={base}>Add another requirement</a> : null}
        </>
      ) : null}
    </>
  )
}

function RequirementForm({ draft, chosen, save }: Pick<Props, 'draft' | 'chosen' | 'save'>) {
  const options = (...values: (keyof typeof choiceWords)[]) =>
    values.map((value) => ({ value, text: choiceWords[value]! }))
  return (
    <ActionForm
      action={save}
      hidden={{ id: draft.id, version: draft.version, was: chosen?.id ?? '' }}
      button="Save the requirement"
      key={chosen?.id ?? 'new'}
    >
      <FormTextField
        name="requirementId"
        label="Id"
        hint="It stays the same over versions, such as S26/DMI02"
        value={chosen?.id ?? `${draft.standardId}/`}
        width={20}
      />
      <FormTextField name="title" label="Title" value={chosen?.title ?? ''} />
      <FormTextArea
        name="text"
        label="Text (optional)"
        hint="8,000 characters at most"
        value={chosen?.text ?? ''}
        rows={8}
      />
      <FormRadios
        name="level"
        label="Level"
        value={chosen?.level ?? ''}
        options={options('MUST', 'MUST_NOT', 'SHOULD', 'SHOULD_NOT', 'MAY')}
        small
      />
      <FormSelect
        name="method"
        label="Shown by"
        value={chosen?.method ?? 'DOCUMENT'}
        options={options('DOCUMENT', 'WITNESS', 'DECLARATION', 'MACHINE')}
      />
      <FormSelect
        name="hazard"
        label="Hazard where it is not kept"
        value={chosen?.hazard ?? 'NONE'}
        options={options('NONE', 'LOW', 'CLINICAL_SAFETY', 'SECURITY', 'DATA_LOSS')}
      />
      <FormTextField
        name="evidenceValidDays"
        label="Days for which evidence counts (optional)"
        inputMode="numeric"
        width={5}
        value={chosen?.evidenceValidDays?.toString() ?? ''}
      />
      <FormTextField
        name="roles"
        label="Whom it concerns (optional)"
        hint="Such as provider consumer"
        value={chosen?.roles.join(' ') ?? ''}
      />
      <FormTextField name="anchor" label="Place in the source (optional)" value={chosen?.anchor ?? ''} />
      <FormTextField
        name="checks"
        label="Machine checks (optional)"
        hint={`${checksHint(chosen?.id)} Only a check of full strength can prove a requirement.`}
        value={(chosen?.checks ?? []).join(' ')}
      />
      <FormTextField
        name="notTestedReason"
        label="Why no machine tests it (optional)"
        value={chosen?.notTestedReason ?? ''}
      />
    </ActionForm>
  )
}

/** What the suite has for this requirement, so that nobody has to know its ids. */
function checksHint(requirementId: string | undefined): string {
  const ids = requirementId === undefined ? [] : checksSpeakingOf(requirementId)
  if (ids.length === 0) return 'Their ids, such as CAP-01 SMART-01.'
  return `Their ids. Those written from this requirement or its standard: ${ids.join(' ')}.`
}

const choiceWords: Record<string, string> = {
  MUST: 'Must',
  MUST_NOT: 'Must not',
  SHOULD: 'Should',
  SHOULD_NOT: 'Should not',
  MAY: 'May',
  MACHINE: 'A machine’s check',
  DOCUMENT: 'A document',
  WITNESS: 'A witness',
  DECLARATION: 'A declaration',
  NONE: 'None',
  LOW: 'Low',
  CLINICAL_SAFETY: 'Clinical safety (serious)',
  SECURITY: 'Security (serious)',
  DATA_LOSS: 'Loss of data (serious)',
}
