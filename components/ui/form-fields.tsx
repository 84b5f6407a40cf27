'use client'

import type { ComponentProps } from 'react'
import { useField, useTicked } from './action-form'
import { Checkboxes, Radios } from './choices'
import { FileField } from './file-field'
import { Select } from './select'
import { TextArea } from './text-area'
import { TextField } from './text-field'

/** The controls of an ActionForm: each shows its own errors, and what was typed before. */
export function FormTextField(props: ComponentProps<typeof TextField>) {
  const { typed, ...field } = useField(props.name)
  return <TextField {...props} {...field} value={typed ?? props.value} />
}

export function FormTextArea(props: ComponentProps<typeof TextArea>) {
  const { typed, ...field } = useField(props.name)
  return <TextArea {...props} {...field} value={typed ?? props.value} />
}

export function FormSelect(props: ComponentProps<typeof Select>) {
  const { typed, ...field } = useField(props.name)
  return <Select key={typed} {...props} {...field} value={typed ?? props.value} />
}

export function FormRadios(props: ComponentProps<typeof Radios>) {
  const { typed, ...field } = useField(props.name)
  return <Radios key={typed} {...props} {...field} value={typed ?? props.value} />
}

export function FormCheckboxes(props: ComponentProps<typeof Checkboxes>) {
  const { typed: _, ...field } = useField(props.name)
  const ticked = useTicked(props.name)
  return <Checkboxes key={ticked?.join(' ')} {...props} {...field} values={ticked ?? props.values} />
}

export function FormFile(props: ComponentProps<typeof FileField>) {
  const { typed: _, ...field } = useField(props.name)
  return <FileField {...props} {...field} />
}
