import 'server-only'
import { readOnce } from '@/lib/catalogue/read-model/read-once'
import { db, type Tx } from '@/lib/platform/db'
import type { ClockRule } from './clocks/clock-rule'
import { loadClockRules } from './clocks/clock-rule-store'
import type { Standard } from './facts'
import type { AsTheyStood } from './facts-as-they-stood'
import { loadStandards } from './standards-store'

/** What holds for every module alike: the standards with their requirements, and the clocks. */
export type National = { standards: Standard[]; clockRules: ClockRule[] }

export const loadNational = async (tx: Tx, former?: AsTheyStood): Promise<National> => ({
  standards: await loadStandards(tx, former),
  clockRules: await loadClockRules(tx),
})

/** The same as of now for the pages, which need not read hundreds of requirements each time. */
export const readNational: () => Promise<National> = readOnce(() => loadNational(db))
