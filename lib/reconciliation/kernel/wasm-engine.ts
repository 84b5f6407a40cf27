import type { Comparison, ComparisonRequest, Engine, Faulty } from '../compare/comparison'
import type { Side } from '../compare/side'
import { fingerprintWith } from '../engines/fingerprint'
import { merkleRoot, proveLeaf, sortedLeaves } from '../engines/merkle'
import { byteProgress } from '../engines/progress'
import { listedFaults } from '../input/fault-list'
import { readPlaces } from '../input/read-places'
import { defaultMaxLine } from '../input/read-side'
import { type ComparisonKeys, comparisonKeys } from '../make-keys'
import { kernelSha256 } from './kernel-hash'
import { setKeys } from './kernel-keys'
import { Kernel } from './kernel-program'
import { LineBuffer } from './line-buffer'
import { matchSides } from './match-sides'
import { pairLeftovers } from './pair-leftovers'
import { Records } from './read-records'
import { findRecord, resolveSides } from './resolve-sides'
import { readPartsWith } from './scan-pool'
import { ScannedSide } from './scan-side'
import { SideCar } from './side-car'
import { summariseRecords } from './summarise-records'

/**
 * The fast engine (EN-01): the kernel reads and joins, the host finishes what the kernel leaves with the plain engine's own
 * parts. Answers what the plain engine answers, but for the fingerprints and the root.
 */
export const compareByKernel: Engine = async (request) => {
  const keys = comparisonKeys(request.switchKey)
  const kernel = new Kernel()
  setKeys(kernel, keys.fingerprint)
  const { profile, maxLine = defaultMaxLine } = request
  const source = new ScannedSide(kernel, 'source', request.source, profile, maxLine)
  const target = new ScannedSide(kernel, 'target', request.target, profile, maxLine)
  const sideCar = request.resume
    ? new SideCar(request.resume, { kernel: kernelSha256, profile: profile.sha256, keyId: keys.keyId, maxLine })
    : undefined
  await scanBoth(kernel, source, target, request, keys, sideCar)
  for (const side of [source, target]) side.noticeChanges()
  if (source.faults.count + target.faults.count > 0) return { ok: false, ...faultsOf(source, target) }

  const lines = { source: source.lines, target: target.lines }
  const resolved = resolveSides(kernel, lines, profile, fingerprintWith(keys.fingerprint))
  const byPatient = matchSides(kernel, resolved, keys.leaf)
  const leaves = sortedLeaves(byPatient.values())
  const types = kernel.typeNames()
  const ruled = { source: lines.source.ruled, target: lines.target.ruled }
  const records = new Records(kernel, { types, tokens: resolved.tokens, ruled })
  const summary = ({ side, files, lines }: ScannedSide) =>
    summariseRecords(kernel, records, side, files, types, lines, resolved)
  const comparison: Comparison = {
    source: summary(source),
    target: summary(target),
    ...pairLeftovers(kernel, records, types),
    indistinguishable: Math.max(kernel.exports.alikeCount(0), kernel.exports.alikeCount(1)),
    touched: countTouched([source, target]),
    merkle: { root: merkleRoot(leaves).toString('hex'), leaves: leaves.length },
  }
  const proofOf = (key: string) => {
    const leaf = byPatient.get(key)
    return leaf && proveLeaf(leaves, leaf)
  }
  const targetOf = (side: Side, reference: string) => {
    const found = findRecord(kernel, side, reference)
    return found === 0 ? undefined : records.identified(side, found - 1).l1
  }
  sideCar?.remove()
  return {
    ok: true,
    comparison,
    rereading: { read: (places) => readPlaces({ source, target }, places), targetOf },
    proofOf,
  }
}

/** Straight into this kernel, or by parts where several threads read (EN-07) or a stopped run is taken up again (EN-06). */
async function scanBoth(
  kernel: Kernel,
  source: ScannedSide,
  target: ScannedSide,
  request: ComparisonRequest,
  keys: ComparisonKeys,
  sideCar: SideCar | undefined,
): Promise<void> {
  const progress = byteProgress([request.source, request.target], request.progress)
  const threads = request.workers ?? 1
  if (threads <= 1 && !sideCar) {
    const buffer = new LineBuffer(kernel)
    for (const side of [source, target]) {
      await side.scan(buffer, progress)
      side.finish()
    }
    return
  }
  const read = readPartsWith(threads, keys.fingerprint)
  const [ofSource, ofTarget] = [source.tasks(keys.fingerprint), target.tasks(keys.fingerprint)]
  const parts = await (sideCar?.keeping(read, threads) ?? read)([...ofSource, ...ofTarget], progress)
  await source.takeIn(parts.slice(0, ofSource.length))
  source.finish()
  await target.takeIn(parts.slice(ofSource.length))
  target.finish()
}

function faultsOf(source: ScannedSide, target: ScannedSide): Faulty {
  const [a, b] = [source.faults.list(), target.faults.list()]
  return { faults: [...a.faults, ...b.faults].slice(0, listedFaults), count: a.count + b.count }
}

function countTouched(sides: ScannedSide[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { lines } of sides) for (const [id, n] of lines.touched) counts.set(id, (counts.get(id) ?? 0) + n)
  return Object.fromEntries([...counts].sort())
}
