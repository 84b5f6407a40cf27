import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { type Buyers, buyers, callOffIn } from '@/prisma/factories/call-off'

/** A practice of its own with a real module of the story, its order waiting for the payer's decision. */
export async function anOrderThatWaitsForMoney(): Promise<{ of: Buyers; callOffId: string; requestId: string }> {
  const of = await buyers(now())
  const callOffId = await callOffIn('awaiting-funding', of, await openPath())
  const { fundingRequestId } = (await findCallOff(db, callOffId))!
  return { of, callOffId, requestId: fundingRequestId! }
}

/** OpenPath Record of the demonstration: conformant, priced by patient. */
export async function openPath(): Promise<{ moduleId: string; listingVersionId: string }> {
  const [row] = await db.$queryRaw<{ moduleId: string; listingVersionId: string }[]>`
    select v."moduleId", l.id as "listingVersionId" from "ListingVersion" l join "ModuleVersion" v on v.id = l."moduleVersionId"
    where l.content->>'name' = 'OpenPath Record' order by l."publishedAt" desc limit 1`
  return row!
}
