import { describedBy, Field, type FieldWords } from './field'

/** A file from the reader's own machine. */
export function FileField({ accept, ...words }: FieldWords & { accept?: string }) {
  return (
    <Field {...words}>
      <input
        className="nhsuk-file-upload__input"
        id={words.id ?? words.name}
        name={words.name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(words)}
        aria-invalid={words.errors ? true : undefined}
      />
    </Field>
  )
}
