import type { Decision } from '@/lib/platform/decision'

/** Someone who can sign in. */
export type Person = { id: string; name: string; email: string }

/** What a page shows of the person who is signed in. */
export type Account = Person & {
  organisationId: string | null
  organisations: { id: string; name: string; roles: string[] }[]
}

export type OpenSession = { id: string; agent: string | null; createdAt: Date; expiresAt: Date; isThisOne: boolean }

/** An address as it is kept and compared: without spaces around it, in lower case. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()

type GrantWords = { id: string; role: string; organisation: string; limit: string | null }

/** What a curator sees of people: the roles that count today. `more`: there are more than are shown. */
export type PeopleFound = { text: string; people: (Person & { grants: GrantWords[] })[]; more: boolean }

export type PersonGrant = GrantWords & { person: Person; decision: Decision }

/** What the holder of an invitation's link sees. `isNew`: nobody has an account of that address yet. */
export type OpenInvitation = { isNew: boolean; email: string; role: string; organisation: string }
