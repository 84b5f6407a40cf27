import { describedBy, Field, type FieldWords } from './field'

/** Several lines of text. */
export function TextArea({
  value,
  rows = 4,
  maxLength,
  ...words
}: FieldWords & { value?: string; rows?: number; maxLength?: number }) {
  return (
    <Field {...words}>
      <textarea
        className={`nhsuk-textarea${words.errors ? ' nhsuk-textarea--error' : ''}`}
        id={words.id ?? words.name}
        name={words.name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-describedby={describedBy(words)}
        aria-invalid={words.errors ? true : undefined}
      />
    </Field>
  )
}
