import 'server-only'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import { listNames } from '@/lib/identity/list-names'
import type { Actor } from '@/lib/platform/actor'
import { addDays, type Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import {
  type FoundReport,
  findCertificate,
  findKeys,
  findLastProposal,
  findManifests,
  findReports,
} from './evidence-store'
import { factsHashOf, factsOfGate, type Gate, isFull, type Predicate, predicatesOf, signedGates } from './gate-rules'
import { type FullView, readFullView } from './get-full-view'
import { findHistory, type HistoryLine } from './history-store'
import { stepsOf } from './machine-of-rules'
import { readFacts } from './read-facts'
import { currentRuns } from './run-rules'
import { readOnlyDays, rolesOf, type Switch, type SwitchRole, switchRoles } from './switch'
import type { ManifestFact, SwitchFacts } from './switch-facts'
import type { SwitchCommand } from './switch-machine'
import { maySeeSwitch } from './switch-policy'
import { findSwitch } from './switch-store'
import { type KeyDay, keyDaysOf } from './timeline-rules'

export type StepView = { command: SwitchCommand; lines: Predicate[]; ready: boolean }
export type ReportView = Pick<
  FoundReport,
  'id' | 'kind' | 'phase' | 'sha256' | 'takenInAt' | 'content' | 'keyRevoked'
> & {
  by: string
  /** Its manifests are those that are signed now (SW-05). */
  counts: boolean
}
export type SwitchView = Switch & {
  names: { practice: string; payer: string; losing: string; gaining: string; leaving: string; going: string }
  people: { role: SwitchRole; title: string; personId: string | null; name: string }[]
  manifests: (ManifestFact & { by: string })[]
  keys: { keyId: string; organisationId: string; of: string; registeredAt: Date; revoked: boolean }[]
  reports: ReportView[]
  gates: {
    gate: Gate
    factsHash: string
    lines: Predicate[]
    signed: { role: SwitchRole; name: string; at: Date; valid: boolean }[]
  }[]
  steps: StepView[]
  /** Null for a switch of the first stage. */
  full: FullView | null
  site: { state: string; liveOn: Day | null } | null
  readableUntil: Day | null
  certificate: { sha256: string; deletedOn: Day } | null
  proposal: { proposedById: string; by: string; reason: string; proposedAt: Date; signedByIds: string[] } | null
  days: KeyDay[]
  history: (HistoryLine & { by: string })[]
}

/** One switch with all that its page shows, for its four parties; undefined for everybody else. */
export async function getSwitch(actor: Actor, id: string, now: Date): Promise<SwitchView | undefined> {
  const of = isId(id) ? await findSwitch(db, id) : undefined
  if (!of || !maySeeSwitch(actor, of)) return undefined
  const [facts, keys, reports, manifests, certificate, proposal, leaving, going] = await Promise.all([
    readFacts(db, of, now),
    findKeys(db, id),
    findReports(db, id),
    findManifests(db, id),
    findCertificate(db, id),
    findLastProposal(db, id),
    getContractFacts(db, of.leavingContractId),
    of.gainingContractId ? getContractFacts(db, of.gainingContractId) : undefined,
  ])
  const siteIds = going?.sites.map((s) => s.id) ?? []
  const history = await findHistory(db, id, siteIds)
  const name = await listNames(db, [
    of.practiceId,
    of.payerId,
    of.losingSupplierId,
    of.gainingSupplierId,
    proposal?.proposedById,
    ...Object.values(facts.people),
    ...(isFull(facts) ? facts.stated.map((fact) => fact.statedById) : []),
    ...manifests.map((m) => m.signedById),
    ...keys.map((k) => k.organisationId),
    ...facts.signOffs.map((s) => s.personId),
    ...history.filter((h) => h.actorKind === 'person').map((h) => h.actorId),
  ])
  const counting = [...currentRuns(facts, 'trial'), ...currentRuns(facts, 'final')].map((r) => r.id)
  return {
    ...of,
    names: {
      practice: name(of.practiceId),
      payer: name(of.payerId),
      losing: name(of.losingSupplierId),
      gaining: of.gainingSupplierId ? name(of.gainingSupplierId) : 'not chosen yet',
      leaving: leaving?.moduleName ?? 'the present system',
      going: going?.moduleName ?? 'not chosen yet',
    },
    people: rolesOf(of.machineVersion).map((role) => {
      const personId = facts.people[role] ?? null
      return { role, title: switchRoles[role].title, personId, name: name(personId) }
    }),
    manifests: manifests.map((m) => ({ ...m, by: name(m.signedById) })),
    keys: keys.map(({ keyId, organisationId, registeredAt, revokedAt }) => {
      return { keyId, organisationId, of: name(organisationId), registeredAt, revoked: revokedAt !== null }
    }),
    reports: reports.map(({ id, kind, phase, sha256, takenInAt, content, keyRevoked, organisationId }) => {
      const by = name(organisationId)
      return { id, kind, phase, sha256, takenInAt, content, keyRevoked, by, counts: counting.includes(id) }
    }),
    gates: signedGates(of.machineVersion).map((gate) => gateView(gate, facts, name)),
    steps: stepsOf(of).map((command) => {
      const lines = predicatesOf(command, facts)
      return { command, lines, ready: lines.every((l) => l.met) }
    }),
    full: isFull(facts) ? await readFullView(db, of, facts, name) : null,
    site: facts.site,
    readableUntil: of.wentLiveOn ? addDays(of.wentLiveOn, readOnlyDays) : null,
    certificate,
    days: keyDaysOf({ leaving, gaining: going, wentLiveOn: of.wentLiveOn, deletedOn: certificate?.deletedOn ?? null }),
    proposal: proposal && !proposal.spent ? { ...proposal, by: name(proposal.proposedById) } : null,
    history: history.map((h) => ({ ...h, by: h.actorKind === 'person' ? name(h.actorId) : 'the portal' })),
  }
}

function gateView(gate: Gate, facts: SwitchFacts, name: (id: string | null) => string): SwitchView['gates'][number] {
  const factsHash = factsHashOf(gate, facts)
  return {
    gate,
    factsHash,
    lines: factsOfGate(gate, facts),
    signed: facts.signOffs
      .filter((s) => s.gate === gate)
      .map(({ role, personId, signedAt, factsHash: hash }) => {
        const valid = hash === factsHash && facts.people[role as SwitchRole] === personId
        return { role: role as SwitchRole, name: name(personId), at: signedAt, valid }
      }),
  }
}
