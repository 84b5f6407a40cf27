import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { Actor } from '@/lib/platform/actor'
import type { FactField } from '@/lib/switching/facts/fact'
import { definitionOf, type FactKind, factKinds } from '@/lib/switching/facts/fact-kinds'
import { mayState } from '@/lib/switching/switch-policy'
import type { FullActions, FullProps } from './full-actions'

type Props = FullProps & { actor: Actor; actions: FullActions }

/** The statements that this reader can make in this state, those that are not made yet first. */
export function StateForms({ actor, view, full, people, actions }: Props) {
  const open = (Object.keys(factKinds) as FactKind[])
    .filter((kind) => definitionOf(kind).in.includes(view.state))
    .filter((kind) => mayState(actor, view, people, definitionOf(kind).by).allowed)
  const made = (kind: FactKind) => full.stated.some((fact) => fact.kind === kind)
  return [...open]
    .sort((a, b) => Number(made(a)) - Number(made(b)))
    .map((kind) => {
      const { title, fields, item } = definitionOf(kind)
      return (
        <ActionForm
          key={kind}
          action={actions.state}
          hidden={{ id: view.id, version: view.version, kind }}
          button={`State: ${title}`}
          summary={`${made(kind) ? 'State again' : 'State'}: ${title}`}
        >
          {item ? <FormTextField name="item" label={item.label} width={10} /> : null}
          {Object.entries(fields).map(([name, field]) => (
            <Field key={name} name={name} field={field} comparisons={full.comparisons} />
          ))}
        </ActionForm>
      )
    })
}

type FieldProps = { name: string; field: FactField; comparisons: { id: string; name: string }[] }

function Field({ name, field, comparisons }: FieldProps) {
  const { label, hint } = field
  if (field.type === 'id') {
    if (comparisons.length === 0)
      return (
        <p>
          The practice has no saved comparison yet: <a href="/modules">compare modules</a> and save one first.
        </p>
      )
    const options = comparisons.map(({ id, name: text }) => ({ value: id, text }))
    return <FormSelect name={name} label={label} hint={hint} options={options} />
  }
  if (field.type === 'choice') {
    const options = Object.entries(field.options).map(([value, text]) => ({ value, text }))
    return <FormSelect name={name} label={label} hint={hint} options={options} />
  }
  if (field.type === 'text')
    return <FormTextArea name={name} label={label} hint={`${hint ? `${hint} ` : ''}Nothing about a patient.`} />
  if (field.type === 'day') return <FormTextField name={name} type="date" label={label} hint={hint} width={10} />
  const words = field.type === 'pounds' ? `${label}, in pounds` : label
  return <FormTextField name={name} label={words} hint={hint} width={field.type === 'sha256' ? undefined : 10} />
}
