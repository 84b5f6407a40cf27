import { describedBy, Field, type FieldWords } from './field'

export type Option = { value: string; text: string; hint?: string }

/** One of several, where radios would take too much room. */
export function Select({ options, value, ...words }: FieldWords & { options: Option[]; value?: string }) {
  return (
    <Field {...words}>
      <select
        className={`nhsuk-select${words.errors ? ' nhsuk-select--error' : ''}`}
        id={words.id ?? words.name}
        name={words.name}
        defaultValue={value}
        aria-describedby={describedBy(words)}
      >
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
