'use client'

import { useField } from '@/components/ui/action-form'
import { FormCheckboxes, FormRadios, FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { Raw, SectionField } from '@/lib/catalogue/drafts/draft-section'

type Props = { fields: SectionField[]; values: Raw; version: number }

/** The fields of one section, those of a group together under its title. */
export function SectionFields({ fields, values, version }: Props) {
  const groups = [...new Set(fields.map((field) => field.group ?? ''))]
  return (
    <>
      <Hidden name="version" value={String(version)} />
      {groups.map((group) => {
        const own = fields.filter((field) => (field.group ?? '') === group)
        const controls = own.map((field) => <Control field={field} value={values[field.name]} key={field.name} />)
        return group === '' ? (
          <div key="alone">{controls}</div>
        ) : (
          <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-5" key={group}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{group}</legend>
            {controls}
          </fieldset>
        )
      })}
    </>
  )
}

function Control({ field, value }: { field: SectionField; value: string | string[] | undefined }) {
  const { name, label, kind, hint, max, options = [] } = field
  const words = { name, label, ...(hint && { hint }) }
  const text = [value ?? ''].flat()[0] ?? ''
  if (kind === 'hidden') return <Hidden name={name} value={text} />
  if (kind === 'area') return <FormTextArea {...words} value={text} rows={(max ?? 500) > 400 ? 6 : 3} />
  if (kind === 'day') return <FormTextField {...words} type="date" value={text} />
  if (kind === 'text') return <FormTextField {...words} value={text} width={widthFor(max)} />
  if (kind === 'select') return <FormSelect {...words} options={options} value={text} />
  if (kind === 'choice') return <FormRadios small {...words} options={options} value={text} />
  return kind === 'check' ? (
    <FormCheckboxes small name={name} label={label} options={[{ value: 'yes', text: hint ?? 'Yes' }]} values={[text]} />
  ) : (
    <FormCheckboxes small {...words} options={options} values={[value ?? []].flat()} />
  )
}

/** A field says by its width how much is expected in it. */
const widthFor = (max = Infinity): 4 | 10 | undefined => (max <= 4 ? 4 : max <= 10 ? 10 : undefined)

/** A value that nobody types. After a save that came too late it is the newer version. */
function Hidden({ name, value }: { name: string; value: string }) {
  const { typed } = useField(name)
  return <input type="hidden" name={name} value={typed ?? value} />
}
