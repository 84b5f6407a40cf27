import type { Comparison, ComparisonRequest, Engine, Faulty, Side } from '../compare/comparison'
import { fingerprintWith } from '../engines/fingerprint'
import { merkleRoot, proveLeaf, sortedLeaves } from '../engines/merkle'
import { byteProgress } from '../engines/progress'
import { listedFaults } from '../input/fault-list'
import { readPlaces } from '../input/read-places'
import { defaultMaxLine, isUnchanged, type ReadFile } from '../input/read-side'
import { comparisonKeys } from '../make-keys'
import { setKeys } from './kernel-keys'
import { Kernel } from './kernel-program'
import { LineBuffer } from './line-buffer'
import { LineFaults } from './line-faults'
import { matchSides } from './match-sides'
import { pairLeftovers } from './pair-leftovers'
import { Records } from './read-records'
import { findRecord, resolveSides, sideNumber } from './resolve-sides'
import { scanSide } from './scan-side'
import { summariseRecords } from './summarise-records'
import { TakenLines } from './take-lines'
import { askForRuledTypes, setRenames } from './touched-types'

type Scanned = { side: Side; folder: string; files: ReadFile[]; lines: TakenLines; faults: LineFaults }

/**
 * The fast engine (EN-01): the kernel reads and joins, the host finishes what the kernel leaves with the plain engine's own
 * parts. Answers what the plain engine answers, but for the fingerprints and the root.
 */
export const compareByKernel: Engine = async (request) => {
  const keys = comparisonKeys(request.switchKey)
  const kernel = new Kernel()
  setKeys(kernel, keys.fingerprint)
  kernel.exports.askFor(kernel.exports.typeNumber(...kernel.lendText('Patient')))
  const buffer = new LineBuffer(kernel)
  const progress = byteProgress([request.source, request.target], request.progress)
  const source = await scan(kernel, buffer, 'source', request, progress)
  const target = await scan(kernel, buffer, 'target', request, progress)
  for (const { faults, files, folder } of [source, target])
    for (const [at, file] of files.entries()) if (!isUnchanged(folder, file)) faults.add('E-CHANGED', at, file.path)
  if (source.faults.count + target.faults.count > 0) return { ok: false, ...faultsOf(source, target) }

  const lines = { source: source.lines, target: target.lines }
  const resolved = resolveSides(kernel, lines, request.profile, fingerprintWith(keys.fingerprint))
  const byPatient = matchSides(kernel, resolved, keys.leaf)
  const leaves = sortedLeaves(byPatient.values())
  const types = kernel.typeNames()
  const ruled = { source: lines.source.ruled, target: lines.target.ruled }
  const records = new Records(kernel, { types, tokens: resolved.tokens, ruled })
  const summary = ({ side, files, lines }: Scanned) =>
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
  return {
    ok: true,
    comparison,
    rereading: { read: (places) => readPlaces({ source, target }, places), targetOf },
    proofOf,
  }
}

async function scan(
  kernel: Kernel,
  buffer: LineBuffer,
  side: Side,
  { [side]: folder, profile, maxLine = defaultMaxLine }: ComparisonRequest,
  progress: (bytes: number) => void,
): Promise<Scanned> {
  const { exports } = kernel
  const faults = new LineFaults(side)
  const lines = new TakenLines(kernel, side, profile)
  askForRuledTypes(kernel, side, profile)
  setRenames(kernel, side, profile)
  const uuids: number = exports.uuids.value
  const number = sideNumber[side]
  const files = await scanSide(kernel, buffer, { side: number, folder, maxLine, faults, asked: lines.take, progress })
  // E-ID: found when the ids are entered; a hundred are as many as are ever listed.
  const twice = exports.reserve(4 * listedFaults)
  exports.setTwice(twice, listedFaults)
  exports.enterIds(number, exports.uuids.value > uuids ? 1 : 0)
  const count: number = exports.twiceCount.value
  for (const record of kernel.words(twice, Math.min(count, listedFaults))) {
    const [file, line] = [kernel.fileOf(number, record), kernel.lineOf(number, record)]
    faults.add('E-ID', file, files[file]!.path, line)
  }
  faults.count += Math.max(0, count - listedFaults)
  return { side, folder, files, lines, faults }
}

function faultsOf(source: Scanned, target: Scanned): Faulty {
  const [a, b] = [source.faults.list(), target.faults.list()]
  return { faults: [...a.faults, ...b.faults].slice(0, listedFaults), count: a.count + b.count }
}

function countTouched(sides: Scanned[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { lines } of sides) for (const [id, n] of lines.touched) counts.set(id, (counts.get(id) ?? 0) + n)
  return Object.fromEntries([...counts].sort())
}
