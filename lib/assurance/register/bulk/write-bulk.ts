import 'server-only'
import { listListedVersions } from '@/lib/catalogue/list-listed-versions'
import { system } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { addDays, type Day, dayOf, endOfDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { factsAsTheyStood } from '../../facts-as-they-stood'
import { factsKnownOn } from '../../facts-known-on'
import { loadFacts } from '../../facts-store'
import { labelOf } from '../../label-rules'
import { loadNational, type National } from '../../national'
import { standardLines } from '../entry-rules'
import { bulkSchemaText } from './bulk-line-schema'
import { csvHead, csvPart, jsonHead, jsonPart, jsonTail, linesOf } from './bulk-rules'
import { addCheckpoint, dropParts, dropPartsBefore, findCheckpoint, findPublicEvidence } from './bulk-store'
import { bulkWriter } from './bulk-writer'

/** How many module versions are in memory at once. */
const batch = 15

/**
 * By time: every line of the register at the end of yesterday, as JSON and CSV, with a checkpoint of hashes and counts
 * (RG-03). Nobody sees a file before its checkpoint is written; a day that has one is not written again.
 */
export async function writeBulk(ctx: Context): Promise<void> {
  const asOf = addDays(dayOf(ctx.now), -1)
  const before = await findCheckpoint(db)
  if (before && before.asOf >= asOf) return
  await dropParts(db, asOf)
  const [json, csv] = [bulkWriter(asOf, 'json'), bulkWriter(asOf, 'csv')]
  await json.write(jsonHead(asOf))
  await csv.write(csvHead())
  const versions = await listListedVersions(system)
  // The same for every batch: as it stood, it does not change while this is written.
  const national = await loadNational(db, await factsAsTheyStood(db, asOf))
  let lines = 0
  for (let at = 0; at < versions.length; at += batch) {
    const written = await linesOfBatch(versions.slice(at, at + batch), asOf, national)
    await json.write(jsonPart(written, lines === 0))
    await csv.write(csvPart(written))
    lines += written.length
  }
  await json.write(jsonTail)
  const [ofJson, ofCsv] = [json.end(), csv.end()]
  await addCheckpoint(db, {
    asOf,
    madeAt: ctx.now,
    moduleVersions: versions.length,
    lines,
    jsonSha256: ofJson.sha256,
    jsonBytes: ofJson.bytes,
    csvSha256: ofCsv.sha256,
    csvBytes: ofCsv.bytes,
    schemaSha256: sha256Hex(bulkSchemaText()),
  })
  if (before) await dropPartsBefore(db, before.asOf)
}

/** The lines of the bulk do not name places in the log. */
const logIndexes = new Map<string, number>()

async function linesOfBatch(versions: Awaited<ReturnType<typeof listListedVersions>>, day: Day, national: National) {
  const facts = await loadFacts(db, versions, { stoodOn: day, national })
  const ids = versions.map((v) => v.id)
  const shown = await findPublicEvidence(db, ids, endOfDay(day))
  return versions.flatMap((v) => {
    const of = {
      moduleId: v.moduleId,
      moduleVersionId: v.id,
      name: v.name ?? '',
      version: v.version,
      supplier: v.supplierBrand,
    }
    const known = factsKnownOn(facts.get(v.id)!.facts, day)
    return linesOf({ ...of, label: labelOf(known, day), standards: standardLines(known, { shown, logIndexes }, day) })
  })
}
