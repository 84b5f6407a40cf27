import type { Account } from '@/lib/identity/person'

export type Place = { href: string; text: string }
/** Places that belong together. The first group of everybody is what the public may read. */
export type PlaceGroup = { title: string; places: Place[] }

const open: PlaceGroup = {
  title: 'Look up',
  places: [
    { href: '/modules', text: 'Modules' },
    { href: '/market', text: 'The market' },
    { href: '/systems', text: 'Practice systems' },
    { href: '/register', text: 'Register' },
    { href: '/standards', text: 'Standards' },
  ],
}
const choose: PlaceGroup = {
  title: 'Choose and buy',
  places: [
    { href: '/shortlists', text: 'Shortlists' },
    { href: '/projects', text: 'Projects' },
    { href: '/competitions', text: 'Competitions' },
    { href: '/call-offs', text: 'Call-offs' },
    { href: '/funding', text: 'Funding' },
  ],
}
const keep: PlaceGroup = {
  title: 'Contracts and invoices',
  places: [
    { href: '/contracts', text: 'Contracts' },
    { href: '/invoices', text: 'Invoices' },
    { href: '/watch', text: 'Conformance' },
  ],
}
const move: PlaceGroup = {
  title: 'Switching',
  places: [
    { href: '/switches', text: 'Switches' },
    { href: '/cases', text: 'Systems at risk' },
  ],
}
const supplierModules: PlaceGroup = {
  title: 'Modules and standards',
  places: [
    { href: '/supplier', text: 'Your modules' },
    { href: '/supplier/assessments', text: 'Your assessments' },
    { href: '/supplier/endpoints', text: 'Your test runs' },
    { href: '/supplier/decisions', text: 'Decisions about you' },
    { href: '/supplier/obligations', text: 'New standards' },
    { href: '/supplier/non-conformities', text: 'Your non-conformities' },
  ],
}
const supplierSales: PlaceGroup = {
  title: 'Orders and payments',
  places: [
    { href: '/supplier/competitions', text: 'Your competitions' },
    { href: '/supplier/orders', text: 'Your orders' },
    { href: '/supplier/payments', text: 'Your payments' },
    { href: '/call-offs', text: 'Call-offs' },
  ],
}
const supplierSwitches: Place = { href: '/supplier/switches', text: 'Your switches' }

type Duty = Place & { roles: string[] }
const assessment: Duty[] = [
  { href: '/assurance/assessments', text: 'Assessments', roles: ['Assessor', 'Reviewer', 'Deciding officer'] },
  { href: '/assurance/runs', text: 'Test runs', roles: ['Assessor', 'Reviewer', 'Deciding officer'] },
  { href: '/assurance/challenges', text: 'Challenges', roles: ['Assessor', 'Reviewer', 'Deciding officer'] },
  { href: '/assurance/signals', text: 'Signals', roles: ['Assessor', 'Reviewer', 'Deciding officer'] },
  {
    href: '/assurance/non-conformities',
    text: 'Non-conformities',
    roles: ['Assessor', 'Reviewer', 'Deciding officer'],
  },
]
const review: Duty[] = [
  { href: '/assurance/standards', text: 'Versions of standards', roles: ['Standards author', 'Deciding officer'] },
  { href: '/assurance/decisions', text: 'Decisions', roles: ['Deciding officer'] },
  { href: '/assurance/listings', text: 'Listings', roles: ['Reviewer'] },
  { href: '/assurance/declarations', text: 'Declarations', roles: ['Reviewer'] },
  { href: '/assurance/disputes', text: 'Disputes', roles: ['Reviewer'] },
]
const accounts: Duty[] = [
  { href: '/assurance/suppliers', text: 'Suppliers', roles: ['Curator'] },
  { href: '/admin/people', text: 'People', roles: ['Curator'] },
  { href: '/admin/successions', text: 'Successions', roles: ['Curator'] },
  { href: '/admin/mail', text: 'Mail', roles: ['Curator'] },
]
const upkeep: Duty[] = [
  { href: '/admin/imports', text: 'Imports', roles: ['Curator'] },
  { href: '/admin/reference', text: 'Reference data', roles: ['Curator'] },
  { href: '/admin/settings', text: 'Settings', roles: ['Curator'] },
  { href: '/admin/gateways', text: 'Gateways', roles: ['Curator'] },
]
const authorityGroups: { title: string; places: Duty[] }[] = [
  { title: 'Assessment', places: assessment },
  { title: 'Review and decide', places: review },
  { title: 'Accounts', places: accounts },
  { title: 'Data and settings', places: upkeep },
]

/** The ways through the house for this reader, in groups without an empty one. They offer; the pages themselves decide. */
export function placesOf(account: Account | undefined): PlaceGroup[] {
  if (!account) return [open]
  const titles = account.organisations.flatMap((o) => o.roles)
  const duties = authorityGroups.map(({ title, places }) => ({
    title,
    places: places.filter(({ roles }) => roles.some((role) => titles.includes(role))),
  }))
  if (duties.some(({ places }) => places.length > 0)) return [open, ...duties.filter(({ places }) => places.length > 0)]
  if (!titles.some((title) => title.startsWith('Supplier'))) return [open, choose, keep, move]
  const moves = { ...move, places: [supplierSwitches, ...move.places] }
  if (titles.every((title) => title.startsWith('Supplier'))) return [open, supplierModules, supplierSales, keep, moves]
  const sales = { ...supplierSales, places: supplierSales.places.filter(({ href }) => href !== '/call-offs') }
  return [open, supplierModules, sales, choose, keep, moves]
}

/** The place in which a page stands: the longest address that the page's own begins with. */
export function placeOf(path: string, groups: PlaceGroup[]): Place | undefined {
  const asked = path.split('?')[0]!
  return groups
    .flatMap(({ places }) => places)
    .filter(({ href }) => asked === href || asked.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
}
