import 'server-only'
import { db } from '@/lib/platform/db'
import { countPracticesUsing } from './contract-store'

/** The part of all practices, 0 to 1, in which a module version runs under contract: what a removal must heed (DE-02). */
export async function practiceShare(moduleVersionId: string): Promise<number> {
  const { using, all } = await countPracticesUsing(db, moduleVersionId)
  return all === 0 ? 0 : using / all
}
