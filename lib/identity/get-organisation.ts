import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Organisation } from './organisation'
import { findOrganisationByCode, findOrganisationById, findOrganisationsOfKind } from './organisation-store'

/** An organisation by id. Who exists is public: the register of organisations is published. */
export async function getOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  return (await findOrganisationById(tx, id)) ?? undefined
}

/** The commissioner that pays for a practice, by the code that the practice's row names. */
export async function getCommissionerOf(tx: Tx, practice: Organisation): Promise<Organisation | undefined> {
  if (!practice.partOfCode) return undefined
  return (await findOrganisationByCode(tx, 'commissioner', practice.partOfCode)) ?? undefined
}

/** A practice by its ODS code. */
export async function getPracticeByCode(tx: Tx, code: string): Promise<Organisation | undefined> {
  return (await findOrganisationByCode(tx, 'practice', code)) ?? undefined
}

/** Which of these organisations are of this kind. */
export const listOrganisationsOfKind = async (tx: Tx, kind: string, ids: string[]): Promise<Set<string>> =>
  new Set((await findOrganisationsOfKind(tx, kind, ids)).map(({ id }) => id))
