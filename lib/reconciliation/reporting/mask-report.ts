import { severities } from '../checks'
import { type DifferenceCount, maskCount, type UnsignedReport } from '../report'
import { maskRows, toFive } from './mask-counts'

type Check = UnsignedReport['checks'][number]
type SideFigures = UnsignedReport['source']

/**
 * The report that may leave the practice, from the exact one (PC-01 to PC-03). As soon as one count of differences is from 1
 * to 4, or two figures that stand beside each other differ by so few, every figure of either side is rounded to 5 and what
 * matched is left out where it stands beside a masked count: otherwise subtraction would give it away.
 */
export function maskReport(exact: UnsignedReport): UnsignedReport {
  const own = maskOwn(exact)
  if (!isTelling(exact)) return own
  const [unexplained, byClass] = maskRows([
    severities.map((s) => exact.totals.unexplained[s] as number),
    Object.values(exact.totals.byClass) as number[],
  ])
  const classes = Object.keys(exact.totals.byClass)
  return {
    ...own,
    source: roundSide(exact.source),
    target: roundSide(exact.target),
    totals: {
      matched: null,
      explained: masked(exact.totals.explained),
      unexplained: bySeverity(unexplained!),
      byClass: Object.fromEntries(classes.map((name, i) => [name, byClass![i]!])),
    },
    checks: exact.checks.map(maskCheck),
    links: { ...own.links, source: toFive(exact.links.source), target: toFive(exact.links.target) },
  }
}

/** Counts that no other figure gives away are masked alone: what dangles, what neighbours explain, what rules touched. */
function maskOwn(exact: UnsignedReport): UnsignedReport {
  const { profile, links } = exact
  return {
    ...exact,
    profile: {
      ...profile,
      rules: profile.rules.map((rule) => ({
        ...rule,
        touched: masked(rule.touched),
        explained: masked(rule.explained),
      })),
    },
    links: {
      ...links,
      dangling: [masked(links.dangling[0]), masked(links.dangling[1])],
      explainedByNeighbour: masked(links.explainedByNeighbour),
      indistinguishable: masked(links.indistinguishable),
    },
  }
}

function maskCheck(check: Check): Check {
  const types = Object.entries(check.byType)
  const [unexplained, ofTypes] = maskRows([
    severities.map((s) => check.unexplained[s] as number),
    types.map(([, row]) => row.unexplained as number),
  ])
  const [[explained], explainedOfTypes] = maskRows([
    [check.explained as number],
    types.map(([, row]) => row.explained as number),
  ]) as [DifferenceCount[], DifferenceCount[]]
  // C01 looks at files, which are no patients: how many there are is told by the side anyway.
  const near = check.id === 'C01' ? (count: number) => count : toFive
  return {
    ...check,
    source: near(check.source),
    target: near(check.target),
    matched:
      [...unexplained!, explained!].every((cell) => cell === 0) && check.matched !== null
        ? toFive(check.matched)
        : null,
    explained: explained!,
    unexplained: bySeverity(unexplained!),
    byType: Object.fromEntries(
      types.map(([type, row], i) => [
        type,
        {
          source: toFive(row.source),
          target: toFive(row.target),
          matched: ofTypes![i] === 0 && explainedOfTypes[i] === 0 && row.matched !== null ? toFive(row.matched) : null,
          explained: explainedOfTypes[i]!,
          unexplained: ofTypes![i]!,
        },
      ]),
    ),
  }
}

/** Whether the exact figures hold a count from 1 to 4 of differences, written or by subtraction. */
function isTelling({ source, target, totals, checks, links, profile }: UnsignedReport): boolean {
  const types = [...new Set([...Object.keys(source.byType), ...Object.keys(target.byType)])]
  const written = [
    totals.explained,
    ...Object.values(totals.unexplained),
    ...Object.values(totals.byClass),
    ...checks.flatMap((c) => [
      c.explained,
      ...Object.values(c.unexplained),
      ...Object.values(c.byType).flatMap((t) => [t.explained, t.unexplained]),
    ]),
    ...profile.rules.map((rule) => rule.explained),
  ]
  const beside = [
    source.resources - target.resources,
    source.patients - target.patients,
    links.source - links.target,
    ...types.map((type) => (source.byType[type] ?? 0) - (target.byType[type] ?? 0)),
  ]
  return [...written, ...beside.map(Math.abs)].some((count) => typeof count === 'string' || (count > 0 && count < 5))
}

function roundSide(side: SideFigures): SideFigures {
  const byType = Object.fromEntries(Object.entries(side.byType).map(([type, n]) => [type, toFive(n)]))
  const resources = Object.values(byType).reduce((a, b) => a + b, 0)
  return { ...side, resources, patients: toFive(side.patients), byType }
}

const masked = (count: DifferenceCount): DifferenceCount => (typeof count === 'number' ? maskCount(count) : count)
const bySeverity = ([S1, S2, S3, S4]: DifferenceCount[]) => ({ S1: S1!, S2: S2!, S3: S3!, S4: S4! })
