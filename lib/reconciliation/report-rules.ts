import { engineChecks, severities } from './checks'
import { bounds, type DifferenceCount, type UnsignedReport } from './report'

type Bounds = [number, number]

const sum = (counts: (DifferenceCount | undefined)[]): Bounds =>
  counts
    .filter((c) => c !== undefined)
    .map(bounds)
    .reduce<Bounds>(([a, b], [c, d]) => [a + c, b + d], [0, 0])
const overlap = ([a, b]: Bounds, [c, d]: Bounds): boolean => a <= d && c <= b
const isZero = (counts: DifferenceCount[]): boolean => counts.every((c) => c === 0)

/** Classes in which a resource of the source, or of the target, has no equal. `link` is apart: its content is matched. */
const onSource = ['patient-missing', 'wrong-patient', 'altered', 'precision', 'missing'] as const
const onTarget = ['patient-added', 'wrong-patient', 'duplicate', 'altered', 'precision', 'added'] as const

/**
 * Whether the figures of a report fit each other (RP-04 "totals add up"). A masked count stands for anything from 1 to 4.
 * @returns what does not fit, in words; empty when all does.
 */
export function totalsProblems(report: UnsignedReport): string[] {
  return [...sideProblems(report), ...totalProblems(report), ...checkProblems(report), ...verdictProblems(report)]
}

function sideProblems(report: UnsignedReport): string[] {
  return (['source', 'target'] as const).flatMap((side) => {
    const byType = Object.values(report[side].byType).reduce((a, b) => a + b, 0)
    return byType === report[side].resources
      ? []
      : [`${side}: the types add up to ${byType}, not ${report[side].resources}`]
  })
}

/** Checks of a folder or a side as a whole: what they find counts in the totals, and is a difference of no class. */
const sideChecks = ['C01', 'C03']

function totalProblems({ totals, source, target, checks }: UnsignedReport): string[] {
  const problems: string[] = []
  const unexplained = sum(severities.map((s) => totals.unexplained[s]))
  const [least, most] = sum(Object.values(totals.byClass))
  const ofSides = checks
    .filter((c) => sideChecks.includes(c.id))
    .flatMap((c) => severities.map((s) => c.unexplained[s]))
  if (!overlap(unexplained, [least, most + sum(ofSides)[1]]))
    problems.push('totals: the classes do not add up to the unexplained')
  if (totals.matched === null) return problems
  for (const [name, resources, classes] of [
    ['source', source.resources, onSource],
    ['target', target.resources, onTarget],
  ] as const) {
    const [low, high] = sum([totals.explained, ...classes.map((c) => totals.byClass[c])])
    // An explained duplicate or addition has no equal on one side, so explained counts only bound from above.
    const least = low - bounds(totals.explained)[0]
    if (!overlap([resources, resources], [totals.matched + least, totals.matched + high]))
      problems.push(`totals: matched and different do not add up to the ${resources} resources of the ${name}`)
  }
  return problems
}

function checkProblems({ checks, totals, complete }: UnsignedReport): string[] {
  const problems: string[] = []
  const ids = checks.map((c) => c.id)
  if (new Set(ids).size !== ids.length) problems.push('checks: one stands twice')
  const absent = engineChecks.filter((id) => !ids.includes(id))
  if (absent.length > 0) problems.push(`checks: ${absent.join(', ')} is not there`)
  for (const check of checks) {
    const counts = severities.map((s) => check.unexplained[s])
    if (check.status === 'not-run' && !isZero([...counts, check.explained]))
      problems.push(`${check.id}: was not run and yet has counts`)
    if (check.status === 'pass' && check.unexplained.S1 !== 0)
      problems.push(`${check.id}: passes with an S1 difference`)
    if (check.status === 'fail' && isZero(counts)) problems.push(`${check.id}: fails without a difference`)
  }
  for (const severity of severities) {
    // A difference counts under each check it meets, in the totals once, at its worst severity.
    const total = bounds(totals.unexplained[severity])
    if (total[0] > sum(checks.map((c) => c.unexplained[severity]))[1])
      problems.push(`totals: more ${severity} differences than all checks together`)
  }
  const worst = bounds(totals.unexplained.S1)
  if (checks.some((c) => bounds(c.unexplained.S1)[0] > worst[1]))
    problems.push('checks: one has more S1 than the totals')
  const ran = checks.filter((c) => c.status !== 'not-run').map((c) => c.id)
  if (complete !== engineChecks.every((id) => ran.includes(id)))
    problems.push('complete: does not say whether every check of the engine ran')
  return problems
}

function verdictProblems({ verdict, totals, errors, canary, startedAt, finishedAt }: UnsignedReport): string[] {
  const problems: string[] = []
  const clean = isZero(severities.map((s) => totals.unexplained[s]))
  const expected =
    (errors?.length ?? 0) > 0
      ? 'invalid-input'
      : !clean
        ? 'different'
        : totals.explained === 0
          ? 'equal'
          : 'equal-with-rules'
  if (verdict !== expected) problems.push(`verdict: is "${verdict}" where the figures say "${expected}"`)
  if (Date.parse(finishedAt) < Date.parse(startedAt)) problems.push('the run ends before it starts')
  if (canary && canary.found > canary.planted) problems.push('canary: more found than planted')
  return problems
}
