import 'server-only'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import {
  type FoundReport,
  findAccepted,
  findCertificate,
  findManifests,
  findReports,
  findSignOffs,
} from './evidence-store'
import type { Switch } from './switch'
import type { RunFact, SwitchFacts } from './switch-facts'
import { findPeople } from './switch-store'

/** The stored facts that the gates of a switch read, as they stand in this transaction. */
export async function readFacts(tx: Tx, of: Switch, today: Day): Promise<SwitchFacts> {
  const people = await findPeople(tx, of.id)
  const manifests = await findManifests(tx, of.id)
  const reports = await findReports(tx, of.id)
  const accepted = await findAccepted(tx, of.id)
  const signOffs = await findSignOffs(tx, of.id)
  const certificate = await findCertificate(tx, of.id)
  const contract = of.gainingContractId ? await getContractFacts(tx, of.gainingContractId) : undefined
  const site = contract?.sites.find((s) => s.practiceId === of.practiceId)
  const { practiceId, losingSupplierId, gainingSupplierId, phase, wentLiveOn } = of
  return {
    today,
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
}

function toRun(report: FoundReport): RunFact {
  const { id, kind, phase, sourceManifest, targetManifest, organisationId, keyRevoked, takenInAt, content } = report
  const { S1, S2 } = content.totals.unexplained
  const failing = content.checks
    .filter((c) => c.unexplained.S1 !== 0 || c.unexplained.S2 !== 0)
    .map((c) => ({ checkId: c.id, S1: c.unexplained.S1, S2: c.unexplained.S2 }))
  const { canary } = content
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
  }
}
