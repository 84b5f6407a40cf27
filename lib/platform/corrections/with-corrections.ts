import 'server-only'
import type { Tx } from '../db'
import type { CheckedFile } from '../imports/importer'
import { overlay } from './correction-rules'
import { findCorrections } from './correction-store'

/** A checked file whose rows hold what curators have set; how many values were kept so stands among its counts (IMP-5). */
export async function withCorrections(tx: Tx, checked: CheckedFile): Promise<CheckedFile> {
  const laid = []
  for (const write of checked.writes) laid.push(overlay(write, await findCorrections(tx, write.table)))
  const kept = laid.reduce((sum, { kept }) => sum + kept, 0)
  return {
    ...checked,
    writes: laid.map(({ write }) => write),
    counts: kept > 0 ? { ...checked.counts, 'corrections kept': kept } : checked.counts,
  }
}
