/**
 * Who gets an answer at each address. `everyone`: visitors too. `signed-in`: visitors are sent to sign in; a list then shows
 * each reader their own. `curator`: others get not-found. `parties`: only who belongs to the record; others get not-found.
 * app/access.test.ts fails when an address or an action is missing here.
 */
export type Audience = 'everyone' | 'signed-in' | 'curator' | 'authority' | 'parties'

export const addresses: Record<string, Audience> = {
  '/': 'everyone',
  '/accessibility': 'everyone',
  '/account': 'signed-in',
  '/admin/imports': 'curator',
  '/admin/imports/[id]': 'curator',
  '/admin/imports/[id]/progress': 'curator',
  '/admin/imports/[id]/report.csv': 'curator',
  '/admin/mail': 'curator',
  '/admin/people': 'curator',
  '/admin/people/grants/[id]': 'curator',
  '/api/auth/[...nextauth]': 'everyone',
  '/api/health': 'everyone',
  '/api/v1/market/shares': 'everyone',
  '/api/v1/market/switches': 'everyone',
  '/assurance/decisions': 'authority',
  '/call-offs': 'signed-in',
  '/call-offs/[id]': 'parties',
  '/compare': 'everyone',
  '/contracts': 'signed-in',
  '/contracts/[id]': 'parties',
  '/contracts/calendar.ics': 'signed-in',
  '/forbidden': 'everyone',
  '/funding': 'signed-in',
  '/funding/[id]': 'parties',
  '/invitation': 'everyone',
  '/market': 'everyone',
  '/market/[area]': 'everyone',
  '/market/areas.csv': 'everyone',
  '/modules': 'everyone',
  '/modules/[id]': 'everyone',
  '/open-data': 'everyone',
  '/privacy': 'everyone',
  '/projects': 'signed-in',
  '/projects/[id]': 'parties',
  '/projects/[id]/pack.json': 'parties',
  '/projects/new': 'signed-in',
  '/register': 'everyone',
  '/register/[module]/[version]': 'everyone',
  '/register/[module]/[version]/json': 'everyone',
  '/shortlists': 'signed-in',
  '/shortlists/[id]': 'parties',
  '/sign-in': 'everyone',
  '/sign-out': 'everyone',
  '/switches': 'signed-in',
  '/switches/[id]': 'parties',
  '/switches/[id]/timeline': 'parties',
  '/systems': 'everyone',
  '/systems/[code]': 'everyone',
}

/** Actions that a visitor may call; every other one asks for a person before anything else. */
export const publicActions = ['app/invitation/actions.ts#accept']
