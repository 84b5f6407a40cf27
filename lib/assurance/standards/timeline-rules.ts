import { addDays, type Day, daysBetween } from '@/lib/platform/days'
import type { StandardVersionView } from './standard-view'

export type SpanKind = 'announced' | 'transition' | 'in-force' | 'undated'
/** A part of a version's life, from 0 to 1 of the picture's width. */
export type Span = { kind: SpanKind; from: Day; until: Day | null; start: number; width: number }
export type VersionBar = { number: string; spans: Span[]; withdrawnOn: Day | null }
export type StandardTimeline = {
  from: Day
  until: Day
  today: number
  years: { at: number; year: string }[]
  bars: VersionBar[]
}

export const spanWords: Record<SpanKind, string> = {
  announced: 'Published, not yet in effect',
  transition: 'In effect, older versions still count',
  'in-force': 'In force alone',
  undated: 'In force, its first day is not recorded',
}

/** The versions of a standard to scale; undefined where none of them has a day. A version in force whose first day is not recorded is drawn from the left edge. */
export function timelineOf(versions: StandardVersionView[], today: Day): StandardTimeline | undefined {
  const dated = versions.filter((v) => v.publishedOn ?? v.effectiveOn)
  const days = dated.flatMap((v) =>
    [v.publishedOn, v.effectiveOn, v.transitionEndsOn, v.retiredOn, v.withdrawnOn].filter((d): d is Day => d !== null),
  )
  if (days.length === 0) return undefined
  const sorted = [...days, today].sort()
  const [from, until] = [addDays(sorted[0]!, -30), addDays(sorted.at(-1)!, 120)]
  const at = (day: Day) => Math.min(Math.max(daysBetween(from, day) / daysBetween(from, until), 0), 1)
  const drawn = versions.filter((v) => dated.includes(v) || v.asserted?.startsWith('Effective'))
  const bars = drawn.map((version) => ({
    number: version.number,
    withdrawnOn: version.withdrawnOn,
    spans: lifeOf(version, endOf(version, drawn), from).map((span) => ({
      ...span,
      start: at(span.from),
      width: at(span.until ?? until) - at(span.from),
    })),
  }))
  return {
    from,
    until,
    today: at(today),
    years: yearsBetween(from, until).map((year) => ({ year, at: at(`${year}-01-01`) })),
    bars,
  }
}

/** Its own end, or the last day of the transition to a newer version, whichever is first. */
function endOf(version: StandardVersionView, all: StandardVersionView[]): Day | null {
  const newer = all.slice(0, all.indexOf(version)).filter((v) => v.withdrawnOn === null)
  const ends = [
    version.withdrawnOn,
    version.retiredOn,
    ...newer.map((v) => v.transitionEndsOn && addDays(v.transitionEndsOn, 1)),
  ]
  return ends.filter((d): d is Day => d !== null).sort()[0] ?? null
}

function lifeOf(version: StandardVersionView, end: Day | null, first: Day): Omit<Span, 'start' | 'width'>[] {
  const { publishedOn, effectiveOn, transitionEndsOn } = version
  if (!publishedOn && !effectiveOn) return [{ kind: 'undated', from: first, until: end }]
  const begin = publishedOn ?? effectiveOn!
  const marks: [SpanKind, Day | null][] = [
    ['announced', publishedOn === effectiveOn ? null : publishedOn],
    ['transition', transitionEndsOn === null ? null : effectiveOn],
    ['in-force', transitionEndsOn === null ? (effectiveOn ?? begin) : addDays(transitionEndsOn, 1)],
  ]
  const set = marks.filter((mark): mark is [SpanKind, Day] => mark[1] !== null)
  return set.flatMap(([kind, from], i) => {
    const next = set[i + 1]?.[1] ?? null
    const until = [next, end].filter((d): d is Day => d !== null).sort()[0] ?? null
    return until !== null && until <= from ? [] : [{ kind, from, until }]
  })
}

function yearsBetween(from: Day, until: Day): string[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(until.slice(0, 4))]
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => String(first + i))
}
