import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Candidate, Choice, Outcome } from '../optimiser/choice'
import type { PlanRun } from './plan-run'

/** One fact that a plan rests on, by hash, so that a change of it can be seen later (EX-7, PLAN-4). */
export type PlanFact = {
  kind: 'listing' | 'price' | 'standing' | 'dependency' | 'list-size' | 'contract'
  /** Module, practice, or practice and module. */
  id: string
  sha256: string
}

const hashOf = (value: unknown): string => sha256Hex(canonicalJson(value))

/** The facts of a choice. What must not matter, such as the day on which a standing was looked at, is left out. */
export const factsOf = (choice: Choice): PlanFact[] => [
  ...choice.candidates.flatMap((candidate) => candidateFacts(candidate)),
  ...choice.practices.map(
    ({ id, patients }): PlanFact => ({ kind: 'list-size', id, sha256: hashOf({ id, patients }) }),
  ),
  ...choice.today.map(
    (row): PlanFact => ({ kind: 'contract', id: `${row.practiceId}/${row.moduleId}`, sha256: hashOf(row) }),
  ),
]

/** What is remembered of one module. */
export function candidateFacts(candidate: Candidate): PlanFact[] {
  const { moduleId: id, prices, services, standing, barred, requires, conflicts, pairedWith } = candidate
  return [
    { kind: 'listing', id, sha256: candidate.listingSha256 },
    { kind: 'price', id, sha256: hashOf({ prices, services }) },
    { kind: 'standing', id, sha256: hashOf({ words: standing.words, barred }) },
    { kind: 'dependency', id, sha256: hashOf({ requires, conflicts, pairedWith }) },
  ]
}

/** EX-7: what somebody needs who wants to compute the plan again, or to defend it. */
export const evidenceOf = (run: PlanRun, outcome: Outcome) => ({
  schema: 'plan-evidence/1',
  run: {
    id: run.id,
    organisationId: run.organisationId,
    parentId: run.parentId,
    change: run.change,
    question: run.question,
    inputSha256: run.inputSha256,
    limitSeconds: run.limitSeconds,
  },
  profile: run.profile,
  asOf: run.choice.asOf,
  choice: run.choice,
  facts: factsOf(run.choice),
  model: outcome.model,
  solver: outcome.solver,
  status: outcome.status,
  boundPence: outcome.boundPence,
  setsInWindow: outcome.setsInWindow,
  result: outcome,
})

/** The hash by which the same question is known again (RUN-4). */
export const inputHash = (input: Pick<PlanRun, 'choice' | 'question' | 'limitSeconds'>): string => hashOf(input)
