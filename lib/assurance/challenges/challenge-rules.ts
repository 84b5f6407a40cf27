import { addDays, type Day } from '@/lib/platform/days'
import { ruleOn, shippedClockRules } from '../clocks/clock-rule'
import { type CheckResult, checkWaivedUntil, type ModuleFacts } from '../facts'

const proves = (c: CheckResult) => c.logged && (c.run === 'OFFICIAL' || c.run === 'REFRESH')

/** The checks whose newest counting result is a pass: what an outsider may challenge, each once, by name. */
export function challengeable({ checks }: Pick<ModuleFacts, 'checks'>, today: Day): string[] {
  const newest = new Map<string, CheckResult>()
  const said = checks.filter((c) => proves(c) && (c.result === 'PASS' || c.result === 'FAIL'))
  for (const c of said.toSorted((a, b) => a.seq - b.seq)) newest.set(c.check, c)
  const passed = [...newest.values()].filter((c) => c.result === 'PASS' && !checkWaivedUntil(c, today))
  return passed.map((c) => c.check).toSorted()
}

/** Kinds of runs in which a challenged check may pass again; asked for after the challenge was accepted, so that an old one is no answer. */
export const answersChallenge = (
  run: { kind: CheckResult['run']; queuedAt: Date },
  { answeredAt }: { answeredAt: Date | null },
): boolean =>
  answeredAt !== null &&
  run.queuedAt >= answeredAt &&
  (run.kind === 'OFFICIAL' || run.kind === 'REFRESH' || run.kind === 'CHALLENGE')

/** The challenge of a check that stands on that day, and the last day on which it may pass again (CL-11). */
export function challengeOn(
  { challenges = [], clockRules = shippedClockRules }: Pick<ModuleFacts, 'challenges' | 'clockRules'>,
  check: string,
  day: Day,
): { since: Day; passBy: Day } | undefined {
  const stands = challenges.find(
    (c) => c.check === check && c.acceptedOn <= day && !(c.endedOn !== null && c.endedOn <= day),
  )
  if (!stands) return undefined
  const since = stands.acceptedOn
  return { since, passBy: addDays(since, ruleOn(clockRules, 'CL-11', since).days[0]!) }
}
