import 'server-only'
import { endOfDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { lastDayOf } from './key-rules'
import { findKeys } from './key-store'
import type { LogKey } from './log'
import { findIndexes } from './log-store'
import { getProof } from './read-log'
import { findWitnesses } from './witness-store'

/**
 * The keys of the log as verify.mjs reads them (EV-07): each with its months, and its statement with the proof that it stands in
 * the log, where a checkpoint covers it. Public; who verifies should get the first of each use from somewhere else as well.
 */
export async function getLogKeys() {
  const keys = await findKeys(db)
  const stated = keys.filter((key) => key.from !== null).map((key) => key.keyId)
  const places = await findIndexes(db, stated, endOfDay('9999-12-30'))
  const log = keys.find((key) => key.use === 'log')
  return {
    evidence: await Promise.all(keys.filter((key) => key.use === 'evidence').map((key) => lineOf(key, places))),
    log: log ? { name: log.keyId, publicKey: log.publicKey, firstUsedAt: log.firstUsedAt.toISOString() } : null,
    witnesses: await findWitnesses(db),
  }
}

async function lineOf(key: LogKey, places: Map<string, number>) {
  const { keyId: keyid, publicKey, firstUsedAt, purpose: use, from, signedBy, revokedFromIndex } = key
  const place = places.get(keyid)
  const statement = place === undefined ? undefined : await getProof(place)
  return {
    keyid,
    publicKey,
    firstUsedAt: firstUsedAt.toISOString(),
    ...(use && from ? { use, from, lastDay: lastDayOf(from), signedBy } : {}),
    ...(revokedFromIndex === null ? {} : { revokedFromIndex }),
    ...(statement ? { statement } : {}),
  }
}
