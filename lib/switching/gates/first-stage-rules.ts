import { addDays, dayWords } from '@/lib/platform/days'
import { countWords } from '@/lib/reconciliation/report'
import { currentRuns, isReproduced, manifestOf } from '../run-rules'
import { phaseName, readOnlyDays } from '../switch'
import type { RunFact, SwitchFacts } from '../switch-facts'
import type { SwitchCommand } from '../switch-machine'
import { line, type Predicate } from './predicate'

const losing = 'Losing supplier'
const gaining = 'Gaining supplier'
const practice = 'Practice manager'

/** What must hold before a command may move a switch of the first stage, signatures apart. */
export function firstStageLines(command: SwitchCommand, facts: SwitchFacts): Predicate[] {
  switch (command) {
    case 'order':
      return orderLines(facts)
    case 'load-trial':
      return manifestLines(facts)
    case 'start-checking':
      return [...manifestLines(facts), runLine(facts)]
    case 'load-final':
      return trialLines(facts)
    case 'go-live':
      return liveLines(facts)
    case 'close':
      return closeLines(facts)
    default:
      return []
  }
}

function orderLines({ gainingContractId, practiceId, losingSupplierId, gainingSupplierId }: SwitchFacts): Predicate[] {
  return [
    line(
      {
        id: 'G2.2',
        sentence: 'The call-off for the new system is signed',
        owner: practice,
        read: { gainingContractId },
      },
      gainingContractId !== null,
      'No signed contract for the new system stands behind this switch yet',
    ),
    line(
      {
        id: 'G2.parties',
        sentence: 'The practice and both suppliers are set',
        owner: practice,
        read: { practiceId, losingSupplierId, gainingSupplierId },
      },
      Boolean(practiceId && losingSupplierId && gainingSupplierId),
      'The supplier of the new system is not known',
    ),
  ]
}

export function manifestLines(facts: SwitchFacts): Predicate[] {
  const phase = phaseName('trial', facts.phase)
  const [source, target] = [manifestOf(facts, phase, 'source'), manifestOf(facts, phase, 'target')]
  return [
    line(
      {
        id: 'G6.1',
        sentence: 'The losing supplier has signed the manifest of its extract',
        owner: losing,
        read: { sha256: source?.sha256 ?? null },
      },
      source?.supplierId === facts.losingSupplierId,
      `No source manifest is signed for ${phase.replace('-', ' ')}`,
    ),
    line(
      {
        id: 'G6.2',
        sentence: 'The gaining supplier has signed the manifest of its load',
        owner: gaining,
        read: { sha256: target?.sha256 ?? null },
      },
      target !== undefined && target.supplierId === facts.gainingSupplierId,
      `No load manifest is signed for ${phase.replace('-', ' ')}`,
    ),
  ]
}

export function runLine(facts: SwitchFacts): Predicate {
  const runs = currentRuns(facts, 'trial')
  return line(
    {
      id: 'G6.3',
      sentence: 'A verified trial run matches both manifests, and its canary found everything',
      owner: practice,
      read: runs.map((r) => r.id),
    },
    runs.length > 0 && runs.every((r) => r.canaryFull),
    runs.length === 0
      ? 'There is no verified report for the two manifests that are signed now'
      : 'The canary of the run did not find all that was planted',
  )
}

export function trialLines(facts: SwitchFacts): Predicate[] {
  const runs = currentRuns(facts, 'trial')
  const open = runs.flatMap((run) =>
    run.failing.filter((f) => f.S2 !== 0 && !isAccepted(facts, run, f.checkId)).map((f) => f.checkId),
  )
  const accepted = facts.accepted.filter((a) => runs.some((r) => r.id === a.reportId))
  return [
    noHarm('G7.1', 'trial', runs),
    line(
      {
        id: 'G7.2',
        sentence: 'Each S2 difference is explained, or accepted under a hazard',
        owner: 'Clinical safety officer',
        read: { runs: runs.map((r) => [r.id, r.failing]), accepted },
      },
      runs.length > 0 && open.length === 0,
      runs.length === 0 ? noRun('trial') : `Open S2 differences: ${[...new Set(open)].join(', ')}`,
    ),
    line(
      {
        id: 'G7.5',
        sentence: 'A second party reproduced the run and found the same',
        owner: 'IT delivery partner or gaining supplier',
        read: runs.map((r) => [r.organisationId, r.root]),
      },
      isReproduced(runs),
      runs.length < 2 ? 'Only one organisation has run the comparison' : 'The two runs have different roots',
    ),
  ]
}

export function liveLines(facts: SwitchFacts): Predicate[] {
  return [
    noHarm('G10.1', 'final', currentRuns(facts, 'final')),
    line(
      {
        id: 'G10.5',
        sentence: 'Practice and supplier have confirmed the same day of go-live',
        owner: 'Practice manager and gaining supplier',
        read: facts.site,
      },
      facts.site?.state === 'live' && facts.site.liveOn !== null,
      facts.site?.state === 'disputed'
        ? 'The practice and the supplier name different days'
        : 'The site of the new contract is not live yet',
    ),
  ]
}

/** SW-04: an S1 difference is fixed or explained by a rule; nobody can accept it. */
function noHarm(id: string, kind: 'trial' | 'final', runs: RunFact[]): Predicate {
  const worst = runs.find((r) => r.unexplained.S1 !== 0)
  const checks = worst?.failing.filter((f) => f.S1 !== 0).map((f) => f.checkId) ?? []
  return line(
    {
      id,
      sentence: `A verified ${kind} run has no unexplained S1 difference`,
      owner: gaining,
      read: runs.map((r) => [r.id, r.unexplained.S1]),
    },
    runs.length > 0 && !worst,
    worst
      ? `The ${kind} run found ${countWords(worst.unexplained.S1)} unexplained S1 differences (${checks.join(', ')})`
      : noRun(kind),
  )
}

const noRun = (kind: string) => `There is no verified ${kind} run for the manifests that are signed now`

const isAccepted = (facts: SwitchFacts, run: RunFact, checkId: string): boolean =>
  facts.accepted.some((a) => a.reportId === run.id && a.checkId === checkId)

function closeLines({ wentLiveOn, today, certificate }: SwitchFacts): Predicate[] {
  const until = wentLiveOn ? addDays(wentLiveOn, readOnlyDays) : undefined
  return [
    line(
      {
        id: 'G12.1',
        sentence: `The old system has been readable for ${readOnlyDays} days since go-live`,
        owner: losing,
        read: { wentLiveOn },
      },
      until !== undefined && today >= until,
      until ? `It stays readable until ${dayWords(until)}` : 'There is no day of go-live',
    ),
    line(
      {
        id: 'G13.1',
        sentence: 'The losing supplier has certified that its copy is deleted',
        owner: losing,
        read: certificate,
      },
      certificate !== null,
      'There is no deletion certificate',
    ),
  ]
}
