import type { Account } from '@/lib/identity/person'

type Place = { href: string; text: string }

const open: Place[] = [
  { href: '/modules', text: 'Modules' },
  { href: '/market', text: 'The market' },
  { href: '/systems', text: 'Practice systems' },
  { href: '/register', text: 'Register' },
  { href: '/standards', text: 'Standards' },
]
const signedIn: Place[] = [
  { href: '/shortlists', text: 'Shortlists' },
  { href: '/projects', text: 'Projects' },
  { href: '/call-offs', text: 'Call-offs' },
  { href: '/funding', text: 'Funding' },
  { href: '/contracts', text: 'Contracts' },
  { href: '/invoices', text: 'Invoices' },
  { href: '/watch', text: 'Conformance' },
  { href: '/switches', text: 'Switches' },
  { href: '/cases', text: 'Systems at risk' },
]
const admin: Place[] = [
  { href: '/assurance/suppliers', text: 'Suppliers' },
  { href: '/admin/imports', text: 'Imports' },
  { href: '/admin/reference', text: 'Reference data' },
  { href: '/admin/successions', text: 'Successions' },
  { href: '/admin/settings', text: 'Settings' },
  { href: '/admin/gateways', text: 'Gateways' },
  { href: '/admin/people', text: 'People' },
  { href: '/admin/mail', text: 'Mail' },
]
const notForSuppliers = ['/shortlists', '/projects', '/funding']

/** The ways through the house, for this reader. It offers; the pages themselves decide. */
export function Navigation({ account, path }: { account: Account | undefined; path: string }) {
  return (
    <nav className="masthead__nav" aria-label="Main">
      <ul className="nhsuk-width-container">
        {placesOf(account).map((place) => (
          <li key={place.href}>
            <a href={place.href} aria-current={path.split('?')[0] === place.href ? 'page' : undefined}>
              {place.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function placesOf(account: Account | undefined): Place[] {
  if (!account) return open
  const titles = account.organisations.flatMap((o) => o.roles)
  const isAuthority = titles.some((t) =>
    ['Curator', 'Assessor', 'Reviewer', 'Standards author', 'Deciding officer'].includes(t),
  )
  if (isAuthority)
    return [
      ...open,
      ...(titles.some((t) => ['Assessor', 'Reviewer', 'Deciding officer'].includes(t))
        ? [
            { href: '/assurance/assessments', text: 'Assessments' },
            { href: '/assurance/runs', text: 'Test runs' },
            { href: '/assurance/challenges', text: 'Challenges' },
            { href: '/assurance/signals', text: 'Signals' },
            { href: '/assurance/non-conformities', text: 'Non-conformities' },
          ]
        : []),
      ...(titles.some((t) => ['Standards author', 'Deciding officer'].includes(t))
        ? [{ href: '/assurance/standards', text: 'Versions of standards' }]
        : []),
      ...(titles.includes('Deciding officer') ? [{ href: '/assurance/decisions', text: 'Decisions' }] : []),
      ...(titles.includes('Reviewer')
        ? [
            { href: '/assurance/listings', text: 'Listings' },
            { href: '/assurance/declarations', text: 'Declarations' },
            { href: '/assurance/disputes', text: 'Disputes' },
          ]
        : []),
      ...(titles.includes('Curator') ? admin : []),
    ]
  const isSupplier = titles.every((t) => t.startsWith('Supplier'))
  const own = titles.some((t) => t.startsWith('Supplier'))
    ? [
        { href: '/supplier', text: 'Your modules' },
        { href: '/supplier/orders', text: 'Your orders' },
        { href: '/supplier/payments', text: 'Your payments' },
        { href: '/supplier/assessments', text: 'Your assessments' },
        { href: '/supplier/competitions', text: 'Your competitions' },
        { href: '/supplier/switches', text: 'Your switches' },
        { href: '/supplier/endpoints', text: 'Your test runs' },
        { href: '/supplier/decisions', text: 'Decisions about you' },
        { href: '/supplier/obligations', text: 'New standards' },
        { href: '/supplier/non-conformities', text: 'Your non-conformities' },
      ]
    : []
  return [...open, ...own, ...signedIn.filter((place) => !isSupplier || !notForSuppliers.includes(place.href))]
}
