import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { CorrectableField, ReferenceKind, Values } from '@/lib/platform/corrections/correction'
import { textOf } from '@/lib/platform/corrections/correction-rules'
import type { RowView } from '@/lib/platform/corrections/list-rows'
import type { FormAction } from '@/lib/platform/form-state'

/** The fields of a row as a form. */
export function CorrectForm({ kind, row, correct }: { kind: ReferenceKind; row: RowView; correct: FormAction }) {
  return (
    <ActionForm
      action={correct}
      hidden={{ kind: kind.slug, address: row.address, seen: row.seen }}
      button="Save"
      label={`Correct ${row.address}`}
    >
      <Fields fields={kind.fields} values={row.values} />
    </ActionForm>
  )
}

/** A row that no file brought. */
export function AddForm({ kind, add }: { kind: ReferenceKind; add: FormAction }) {
  return (
    <ActionForm action={add} hidden={{ kind: kind.slug }} button="Add" label={`Add: ${kind.one}`}>
      {kind.key.map(({ name, label, example }) => (
        <FormTextField name={name} label={label} hint={`Such as ${example}`} width={20} key={name} />
      ))}
      <Fields fields={kind.fields} values={{}} />
    </ActionForm>
  )
}

function Fields({ fields, values }: { fields: CorrectableField[]; values: Values }) {
  return (
    <>
      {fields.map((field) => (
        <Field field={field} value={textOf(values[field.name])} key={field.name} />
      ))}
      <FormTextArea name="reason" label="Reason" hint="It stands in the history. 10 to 500 characters" rows={2} />
    </>
  )
}

function Field({
  field: { name, label, hint, type, options, optional },
  value,
}: {
  field: CorrectableField
  value: string
}) {
  const words = { name, label: optional ? `${label} (optional)` : label, hint }
  if (type === 'long') return <FormTextArea {...words} value={value} />
  if (type === 'choice' || type === 'yes-no') {
    const choices = Object.entries(options ?? { yes: 'Yes', no: 'No' })
    return <FormRadios {...words} value={value} options={choices.map(([v, text]) => ({ value: v, text }))} />
  }
  return (
    <FormTextField
      {...words}
      value={value}
      type={type === 'day' ? 'date' : 'text'}
      inputMode={type === 'whole' ? 'numeric' : undefined}
    />
  )
}
