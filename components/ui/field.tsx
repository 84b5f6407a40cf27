import type { ReactNode } from 'react'

export type FieldWords = { name: string; label: string; hint?: string; errors?: string[] }

/** The frame of a form control: label, hint and error, tied to the control by ids. */
export function Field({ name, label, hint, errors, children }: FieldWords & { children: ReactNode }) {
  return (
    <div className={`nhsuk-form-group${errors ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <div className="nhsuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      ) : null}
      {errors ? (
        <span className="nhsuk-error-message" id={`${name}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {errors.join('. ')}
        </span>
      ) : null}
      {children}
    </div>
  )
}

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy({ name, hint, errors }: Pick<FieldWords, 'name' | 'hint' | 'errors'>): string | undefined {
  return [hint && `${name}-hint`, errors && `${name}-error`].filter(Boolean).join(' ') || undefined
}
