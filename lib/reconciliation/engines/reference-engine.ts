import type { Comparison, ComparisonRequest, Engine, Rereading } from '../compare/comparison'
import type { Side } from '../compare/side'
import { keysByMap } from '../identity/patient-map'
import { FaultList } from '../input/fault-list'
import { type Folders, readPlaces } from '../input/read-places'
import { defaultMaxLine, isUnchanged, type ReadFile, readSide } from '../input/read-side'
import { comparisonKeys } from '../make-keys'
import { type Fingerprint, fingerprintWith } from './fingerprint'
import { type IdentifiedSide, identifySide } from './identified-side'
import { countIndistinguishable, runLinkRounds } from './link-rounds'
import { merkleRoot, patientLeaves, proveLeaf, sortedLeaves } from './merkle'
import { type Pairable, pairRecords } from './pair-records'
import { byteProgress } from './progress'
import { SideCollector, type SideRecord } from './side-records'
import { summariseSide } from './summarise-side'

type ReadSide = { collected: SideCollector; files: ReadFile[]; folder: string }
/** Both sides, identified; what was collected of them is let go, because it is as large again. */
type BothSides = {
  sides: Record<Side, IdentifiedSide>
  folders: Folders
  touched: Record<string, number>
}

/**
 * The plain engine (EN-03), the oracle of the fast one: a parser that keeps literals, canonical text, HMAC-SHA-256. Reads both
 * sides to the end, then either lists what is wrong with the input and compares nothing (IN-04), or compares.
 */
export const compareByReference: Engine = async (request) => {
  const keys = comparisonKeys(request.switchKey)
  const fingerprint = fingerprintWith(keys.fingerprint)
  const faults = new FaultList()
  const both = await readBoth(request, fingerprint, faults)
  if (!both) return { ok: false, faults: faults.faults, count: faults.count }
  const { sides, folders, touched } = both
  const shared = runLinkRounds([sides.source, sides.target], fingerprint)
  const byPatient = patientLeaves(sides.source, sides.target, keys.leaf)
  const leaves = sortedLeaves(byPatient.values())
  const comparison: Comparison = {
    source: summariseSide(folders.source.files, sides.source),
    target: summariseSide(folders.target.files, sides.target),
    ...pairRecords(pairable(sides.source), pairable(sides.target), shared),
    indistinguishable: countIndistinguishable([sides.source, sides.target]),
    touched,
    merkle: { root: merkleRoot(leaves).toString('hex'), leaves: leaves.length },
  }
  const proofOf = (patientKey: string) => {
    const leaf = byPatient.get(patientKey)
    return leaf && proveLeaf(leaves, leaf)
  }
  return { ok: true, comparison, rereading: rereadingOf(folders, sides), proofOf }
}

/** Undefined after a fault, which is then in `faults`. */
async function readBoth(
  request: ComparisonRequest,
  fingerprint: Fingerprint,
  faults: FaultList,
): Promise<BothSides | undefined> {
  const advance = byteProgress([request.source, request.target], request.progress)
  const source = await collect('source', request, fingerprint, faults, advance)
  const target = await collect('target', request, fingerprint, faults, advance)
  for (const { files, folder, collected } of [source, target])
    for (const file of files) if (!isUnchanged(folder, file)) faults.add('E-CHANGED', collected.side, file.path)
  if (faults.count > 0) return undefined
  const touched = countTouched([source, target])
  const folders = {
    source: { folder: source.folder, files: source.files },
    target: { folder: target.folder, files: target.files },
  }
  return { sides: identify(source, target, request, fingerprint), folders, touched }
}

const pairable = ({ all }: IdentifiedSide): Pairable => ({ all, at: (to) => all[to]! })

async function collect(
  side: Side,
  { [side]: folder, profile, maxLine = defaultMaxLine }: ComparisonRequest,
  fingerprint: Fingerprint,
  faults: FaultList,
  progress: (bytes: number) => void,
): Promise<ReadSide> {
  const collected = new SideCollector(side, profile, fingerprint)
  const files = await readSide({
    side,
    folder,
    maxLine,
    faults,
    progress,
    resource: (resource, type, place) => {
      if (!collected.add(resource, type, place)) faults.add('E-ID', side, place.path, place.line)
    },
  })
  return { collected, files, folder }
}

function identify(source: ReadSide, target: ReadSide, { profile }: ComparisonRequest, fingerprint: Fingerprint) {
  const patients = (read: ReadSide) => read.collected.records.filter(({ type }) => type === 'Patient')
  const [ofSource, ofTarget] = [patients(source), patients(target)]
  const keys = keysByMap(ofSource, ofTarget, profile.patientMap)
  const keyOf = new Map<SideRecord, string>()
  const setKeys = (records: SideRecord[], found: (string | undefined)[]) => {
    for (const [at, record] of records.entries()) if (found[at] !== undefined) keyOf.set(record, found[at])
  }
  setKeys(ofSource, keys.source)
  setKeys(ofTarget, keys.target)
  const side = (read: ReadSide) =>
    identifySide(read.collected, keyOf, (type) => profile.typeName(read.collected.side, type), fingerprint)
  return { source: side(source), target: side(target) }
}

function countTouched(sides: ReadSide[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { collected } of sides)
    for (const { rules } of collected.records) for (const id of rules) counts.set(id, (counts.get(id) ?? 0) + 1)
  return Object.fromEntries([...counts].sort())
}

function rereadingOf(read: Folders, sides: BothSides['sides']): Rereading {
  return {
    read: (places) => readPlaces(read, places),
    targetOf: (side, reference) => {
      const found = sides[side].index.resolve(reference)
      return found.kind === 'found' ? sides[side].all[found.at]!.l1 : undefined
    },
  }
}
