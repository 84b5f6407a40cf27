import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findListedStandings } from './standing-store'

/** The kept label of every module version in the catalogue: public. */
export const listListedStandings = (tx: Tx): Promise<{ moduleVersionId: string; kind: string; words: string }[]> =>
  findListedStandings(tx)
