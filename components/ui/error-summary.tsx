import type { FormState } from '@/lib/platform/form-state'

/** What went wrong, at the top of the form, each line leading to its field. */
export function ErrorSummary({ state, prefix = '' }: { state: FormState; prefix?: string }) {
  if (!state.message && !state.fields) return null
  const lines = Object.entries(state.fields ?? {}).flatMap(([field, reasons]) =>
    reasons.map((reason) => ({ field, reason })),
  )
  return (
    <div className="nhsuk-error-summary" aria-labelledby={`${prefix}error-summary-title`} role="alert" tabIndex={-1}>
      <h2 className="nhsuk-error-summary__title" id={`${prefix}error-summary-title`}>
        There is a problem
      </h2>
      <div className="nhsuk-error-summary__body">
        {lines.length === 0 ? <p>{state.message}</p> : null}
        <ul className="nhsuk-list nhsuk-error-summary__list">
          {lines.map(({ field, reason }) => (
            <li key={field + reason}>
              <a href={`#${prefix}${field}`}>{reason}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
