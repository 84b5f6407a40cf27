import { describedBy, Field, type FieldWords } from './field'

type Props = FieldWords & {
  type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'search'
  value?: string
  width?: 4 | 5 | 10 | 20
  autoComplete?: string
  required?: boolean
  inputMode?: 'numeric' | 'decimal'
  maxLength?: number
}

/** One line of text. */
export function TextField({
  type = 'text',
  value,
  width,
  autoComplete,
  required,
  inputMode,
  maxLength,
  ...words
}: Props) {
  const look = `nhsuk-input${width ? ` nhsuk-input--width-${width}` : ''}${words.errors ? ' nhsuk-input--error' : ''}`
  return (
    <Field {...words}>
      <input
        className={look}
        id={words.id ?? words.name}
        name={words.name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        required={required}
        inputMode={inputMode}
        maxLength={maxLength}
        aria-describedby={describedBy(words)}
        aria-invalid={words.errors ? true : undefined}
      />
    </Field>
  )
}
