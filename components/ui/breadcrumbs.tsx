export type Crumb = { href: string; text: string }

/** The way back: from the home page to the page above this one. */
export function Breadcrumbs({ trail }: { trail: Crumb[] }) {
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {[{ href: '/', text: 'Home' }, ...trail].map((crumb) => (
          <li className="nhsuk-breadcrumb__list-item" key={crumb.href}>
            <a className="nhsuk-breadcrumb__link" href={crumb.href}>
              {crumb.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
