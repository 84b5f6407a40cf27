/** Someone who can sign in. */
export type Person = { id: string; name: string; email: string }

/** What a page shows of the person who is signed in. */
export type Account = Person & {
  organisationId: string | null
  organisations: { id: string; name: string; roles: string[] }[]
}

export type OpenSession = { id: string; agent: string | null; createdAt: Date; expiresAt: Date; isThisOne: boolean }
