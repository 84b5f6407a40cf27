import { type Day, dayOf } from '@/lib/platform/days'
import type { Finding, ModuleFacts } from '../facts'
import { decisionInForce } from '../label-rules'
import { isAcceptable } from '../standard-value-rules'
import type { Signal, SignalCode } from './signal'

/** Whoever found or signed, and since when they have held a role in the supplier, whether or not they still do. */
export type Interest = { findingId: string; heldFrom: Day }
export type TestRun = { endpointId: string; kind: 'DRYRUN' | 'OFFICIAL'; at: Date; isGreen: boolean }
export type EndpointChange = { endpointId: string; at: Date }
export type SignalFacts = {
  facts: ModuleFacts
  /** Days on which a text of the listing was published. */
  publishedOn: Day[]
  evidence: { id: string; title: string; replacesId: string | null; addedOn: Day }[]
  interests: Interest[]
  runs: TestRun[]
  endpointChanges: EndpointChange[]
}

/** Every signal of a module version, the newest first. Pure: what is known decides, and nobody types one. */
export function signalsOf(known: SignalFacts): Signal[] {
  const { facts } = known
  const rules = [
    () => historyCorrected(facts),
    () => turnedNotApplicable(facts),
    () => endedVersionClaimed(facts),
    () => editedWhileSuspended(facts, known.publishedOn),
    () => evidenceReplaced(known.evidence),
    () => pastInterest(facts, known.interests),
    () => runUntilGreen(known.runs),
    () => endpointChangedBeforeRun(known.runs, known.endpointChanges),
  ]
  return rules.flatMap((rule) => rule()).sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0))
}

const signal = (code: SignalCode, on: Day, about: string): Signal => ({ code, on, about })

/** IS-01: a finding or decision was recorded for a day before, or a decision was corrected. */
export function historyCorrected({ findings, decisions }: ModuleFacts): Signal[] {
  const late = findings.filter((f) => f.knownOn !== undefined && f.knownOn > f.on)
  const corrections = decisions.filter((d) => d.kind === 'CORRECT')
  return [
    ...late.map((f) => signal('IS-01', f.knownOn!, f.requirementId)),
    ...corrections.map((d) => signal('IS-01', d.knownOn ?? d.on, 'a decision')),
  ]
}

/** IS-02: the newest finding of a requirement says that it does not apply, and one before said otherwise. */
export function turnedNotApplicable({ findings }: ModuleFacts): Signal[] {
  return findings
    .filter((f) => f.outcome === 'NOT_APPLICABLE')
    .filter((f) => findings.some((old) => isSame(old, f) && old.outcome !== 'NOT_APPLICABLE' && old.seq < f.seq))
    .map((f) => signal('IS-02', f.on, f.requirementId))
}
const isSame = (a: Finding, b: Finding) =>
  a.standardVersionId === b.standardVersionId && a.requirementId === b.requirementId

/** IS-03: something was found met in a version of a standard that on that day counted no longer (SV-03). */
export function endedVersionClaimed(facts: ModuleFacts): Signal[] {
  return facts.standards.flatMap((standard) =>
    standard.versions.flatMap((version) =>
      facts.findings
        .filter((f) => f.standardVersionId === version.id && f.outcome === 'MET')
        .filter((f) => !isAcceptable(version, facts, f.on))
        .map((f) => signal('IS-03', f.on, `${f.requirementId}, version ${version.version}`)),
    ),
  )
}

/** IS-04: a text of the listing was published on a day on which the module was suspended. */
export const editedWhileSuspended = (facts: ModuleFacts, publishedOn: Day[]): Signal[] =>
  publishedOn
    .filter((day) => decisionInForce(facts, day)?.kind === 'SUSPEND')
    .map((day) => signal('IS-04', day, 'the listing'))

/** IS-05: evidence stands in the place of older evidence. */
export const evidenceReplaced = (evidence: SignalFacts['evidence']): Signal[] =>
  evidence.filter((e) => e.replacesId !== null).map((e) => signal('IS-05', e.addedOn, e.title))

/** IS-06: the assessor or reviewer of a finding held a role in the supplier on its day or before. */
export function pastInterest({ findings }: ModuleFacts, interests: Interest[]): Signal[] {
  return findings
    .filter((f) => interests.some((i) => i.findingId === f.id && i.heldFrom <= f.on))
    .map((f) => signal('IS-06', f.on, f.requirementId))
}

/** IS-07: more than five runs against one endpoint in a day, the last of which is the first green one. */
export function runUntilGreen(runs: TestRun[]): Signal[] {
  const keys = [...new Set(runs.map((run) => `${run.endpointId}/${dayOf(run.at)}`))]
  return keys.flatMap((key) => {
    const own = runs
      .filter((run) => `${run.endpointId}/${dayOf(run.at)}` === key)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    const green = own.findIndex((run) => run.isGreen)
    return green >= 5 ? [signal('IS-07', dayOf(own[green]!.at), `${green + 1} runs`)] : []
  })
}

const twoDays = 48 * 3_600_000
/** IS-08: the endpoint was changed at most 48 hours before an official run against it. */
export function endpointChangedBeforeRun(runs: TestRun[], changes: EndpointChange[]): Signal[] {
  return runs
    .filter((run) => run.kind === 'OFFICIAL')
    .filter((run) =>
      changes.some((change) => {
        const before = run.at.getTime() - change.at.getTime()
        return change.endpointId === run.endpointId && before >= 0 && before <= twoDays
      }),
    )
    .map((run) => signal('IS-08', dayOf(run.at), 'an official run'))
}
