import 'server-only'
import { db } from '@/lib/platform/db'
import type { Fact } from './fact-rules'
import { findUnloggedFacts } from './fact-store'

/** Facts that do not stand in the log yet, at most so many: for the worker, which has them signed. */
export const listUnloggedFacts = (most: number): Promise<Fact[]> => findUnloggedFacts(db, most)
