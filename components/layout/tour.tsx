import { InsetText } from '@/components/ui/inset-text'
import { tourSteps } from './tour-steps'

/** The demonstration, told: for whoever sees the portal for the first time. */
export function Tour() {
  return (
    <>
      <InsetText>
        Sign in with the address that a step names. The password is <code>demonstration</code> for all. Suppliers,
        practices and prices are invented; capabilities, standards and market figures are real.
      </InsetText>
      <ol className="nhsuk-list">
        {tourSteps.map(({ title, who, say, look }, i) => (
          <li key={title}>
            <h2 className="nhsuk-heading-m">
              {i + 1}. {title}
            </h2>
            {who ? (
              <p>
                <a href="/sign-in">Sign in</a> as <code className="tw:break-all">{who.email}</code>, {who.is}.
              </p>
            ) : (
              <p>Nobody needs to sign in for this.</p>
            )}
            <p>{say}</p>
            <ul className="nhsuk-list nhsuk-list--bullet">
              {look.map(({ href, text }) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}
