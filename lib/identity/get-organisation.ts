import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Organisation } from './organisation'
import { findOrganisationByCode, findOrganisationById, findOrganisationsByIds } from './organisation-store'

/** An organisation by id. Who exists is public: the register of organisations is published. */
export async function getOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  return (await findOrganisationById(tx, id)) ?? undefined
}

/** The commissioner that pays for a practice, by the code that the practice's row names. */
export async function getCommissionerOf(tx: Tx, practice: Organisation): Promise<Organisation | undefined> {
  if (!practice.partOfCode) return undefined
  return (await findOrganisationByCode(tx, 'commissioner', practice.partOfCode)) ?? undefined
}

/** Names of organisations, for pages: id → name. */
export async function namesOfOrganisations(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  return new Map((await findOrganisationsByIds(tx, [...new Set(ids)])).map((o) => [o.id, o.name]))
}
