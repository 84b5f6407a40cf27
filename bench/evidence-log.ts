import { readRoot } from '@/lib/assurance/evidence-log/read-log'
import { saveCheckpoint } from '@/lib/assurance/evidence-log/save-checkpoint'
import { checkpointText, signNote } from '@/lib/conformance/evidence/checkpoint'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { appendRest } from './evidence-log-append'
import { BenchLog, logKey } from './evidence-log-leaves'
import { measureProofs } from './evidence-log-proofs'
import { rootOfStored } from './evidence-log-root'
import { type Figure, figure } from './figure'
import { connected } from './load-portal'

const [all, measured] = [1_000_000, 100_000]

/**
 * EV-04: a log of a million leaves. The first 900,000 are written by plain SQL, the last 100,000 by the product's own door in the
 * worker's batches, each beside a plain insert of the same rows. Then proofs at random places. It throws where a root differs from
 * the one that is computed from the stored leaves alone, so no figure stands for a wrong tree.
 */
export async function measureEvidenceLog(databaseUrl: string): Promise<Figure[]> {
  const log = new BenchLog(all)
  return connected(databaseUrl, async (client) => {
    await log.fill(client, all - measured)
    const appended = await appendRest(client, log, measured)
    const root = await readRoot(db, all)
    if (!root.equals(await rootOfStored(client, all))) throw new Error('The root is not that of the stored leaves')
    const text = checkpointText({ origin: logKey.name, size: all, root })
    const ctx = { actor: system, now: now(), requestId: 'bench' }
    const saved = await saveCheckpoint(db, ctx, signNote(text, logKey), logKey)
    if (!saved.ok) throw new Error('The checkpoint was refused')
    await client.query('vacuum analyze')
    // A log grows for years, not within minutes: what the filling left to be written goes to the disk before anybody reads.
    await client.query('checkpoint')
    const limit = (baselineValue: number, n: number) => ({ baseline: 'limit', baselineValue, n, goal: 1 })
    const n = measured
    const proofs = await measureProofs(client, all, root)
    return [
      figure('evidence-log.append', (appended.ms * 1_000) / n, 'µs a leaf, 2,000 a second at least', limit(500, n)),
      figure('evidence-log.append-plain', appended.ms, 'ms for the last 100,000 leaves', {
        baseline: 'the same rows inserted with pg',
        baselineValue: appended.plainMs,
        n,
      }),
      figure('evidence-log.append-slowest', appended.slowest, 'µs a leaf in the slowest 5,000', limit(500, 5_000)),
      ...proofs.flatMap(({ name, p50, p99, plainP50, plainP99, n: places }) => [
        figure(`evidence-log.${name}-p99`, p99, 'ms at most for 99 of 100', limit(10, places)),
        ...[['p50', p50, plainP50] as const, ['p99-plain', p99, plainP99] as const].map(
          ([which, value, baselineValue]) =>
            figure(`evidence-log.${name}-${which}`, value, 'ms', {
              baseline: 'the same rows read with pg',
              baselineValue,
              n: places,
            }),
        ),
      ]),
    ]
  })
}
