import 'server-only'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import {
  type FoundReport,
  findAccepted,
  findCertificate,
  findManifests,
  findReports,
  findSignOffs,
} from './evidence-store'
import { readFullFacts } from './read-full-facts'
import type { Switch } from './switch'
import type { RunFact, SwitchFacts } from './switch-facts'
import { findPeople } from './switch-store'

/** The stored facts that the gates of a switch read, as they stand in this transaction. */
export async function readFacts(tx: Tx, of: Switch, now: Date): Promise<SwitchFacts> {
  const people = await findPeople(tx, of.id)
  const manifests = await findManifests(tx, of.id)
  const reports = await findReports(tx, of.id)
  const accepted = await findAccepted(tx, of.id)
  const signOffs = await findSignOffs(tx, of.id)
  const certificate = await findCertificate(tx, of.id)
  const contract = of.gainingContractId ? await getContractFacts(tx, of.gainingContractId) : undefined
  const site = contract?.sites.find((s) => s.practiceId === of.practiceId)
  const { practiceId, losingSupplierId, gainingSupplierId, phase, wentLiveOn } = of
  const facts: SwitchFacts = {
    machineVersion: of.machineVersion,
    today: dayOf(now),
    practiceId,
    losingSupplierId,
    gainingSupplierId,
    gainingContractId: contract?.id ?? null,
    phase,
    wentLiveOn,
    people,
    manifests,
    runs: reports.map(toRun),
    accepted: accepted.map(({ reportId, checkId, hazardId }) => ({ reportId, checkId, hazardId })),
    signOffs,
    site: site ? { state: site.state, liveOn: site.liveOn } : null,
    certificate,
  }
  return of.machineVersion === 1 ? facts : readFullFacts(tx, of, now, facts, contract)
}

function toRun(report: FoundReport): RunFact {
  const { id, kind, phase, sourceManifest, targetManifest, organisationId, keyRevoked, takenInAt, content } = report
  const { S1, S2 } = content.totals.unexplained
  const failing = content.checks
    .filter((c) => c.unexplained.S1 !== 0 || c.unexplained.S2 !== 0)
    .map((c) => ({ checkId: c.id, S1: c.unexplained.S1, S2: c.unexplained.S2 }))
  const { canary } = content
  const passed = (id: string): boolean | null => {
    const check = content.checks.find((c) => c.id === id)
    return check && check.status !== 'not-run' ? check.status === 'pass' : null
  }
  return {
    id,
    kind,
    phase,
    sourceManifest,
    targetManifest,
    organisationId,
    keyRevoked,
    takenInAt,
    root: content.merkle.root,
    canaryFull: canary !== null && canary.planted > 0 && canary.found === canary.planted,
    unexplained: { S1, S2 },
    failing,
    codesCovered: passed('C10'),
  }
}
