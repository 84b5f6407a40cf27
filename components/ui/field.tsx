import type { ReactNode } from 'react'

export type FieldWords = {
  /** The name where left out. */ id?: string
  name: string
  label: string
  hint?: string
  errors?: string[]
}

/** The frame of a form control: label, hint and error, tied to the control by ids. */
export function Field({ name, id = name, label, hint, errors, children }: FieldWords & { children: ReactNode }) {
  return (
    <div className={`nhsuk-form-group${errors ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {errors ? (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {errors.join('. ')}
        </span>
      ) : null}
      {children}
    </div>
  )
}

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy({
  name,
  id = name,
  hint,
  errors,
}: Pick<FieldWords, 'id' | 'name' | 'hint' | 'errors'>): string | undefined {
  return [hint && `${id}-hint`, errors && `${id}-error`].filter(Boolean).join(' ') || undefined
}
