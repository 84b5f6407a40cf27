import 'server-only'
import { db } from '@/lib/platform/db'
import { listNames } from './list-names'

/** Names of organisations for a page, by id. Who exists is public. */
export const nameOrganisations = (ids: string[]): Promise<(id: string) => string> => listNames(db, ids)
