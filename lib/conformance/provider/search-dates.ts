import type { Resource } from '@medplum/fhirtypes'
import type { Behaviour } from './behaviour'

/** The elements that a date parameter looks at; a resource has one of them. */
const elements: Record<string, string[]> = {
  birthdate: ['birthDate'],
  date: ['effectiveDateTime', 'effectivePeriod', 'period', 'occurrenceDateTime', 'start', 'date'],
  authoredon: ['authoredOn'],
  start: ['start'],
}
export const dateParameters = new Set([...Object.keys(elements), '_lastUpdated'])
const pattern =
  /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?)$/

export const isDateValue = (value: string): boolean =>
  value.split(',').every((one) => {
    const found = pattern.exec(one)
    return found !== null && !Number.isNaN(spanOf(found[2]!).from)
  })

/** Whether a resource fits every date that is asked for; of several with commas, one is enough (FHIR R4, search: date). */
export function matchesDates(
  resource: Resource,
  asked: [name: string, value: string][],
  behaviour: Behaviour,
): boolean {
  return asked.every(([name, values]) =>
    values.split(',').some((value) => {
      const [, prefix = 'eq', date = ''] = pattern.exec(value) ?? []
      const target = spanIn(resource, name)
      const usual = target !== undefined && fits(prefix, spanOf(date), target)
      return behaviour.matchesDate?.(usual, { name, prefix, value: date }, resource) ?? usual
    }),
  )
}

/** From its first millisecond to the one after its last. */
type Span = { from: number; to: number }

function fits(prefix: string, asked: Span, target: Span): boolean {
  const inside = asked.from <= target.from && target.to <= asked.to
  if (prefix === 'ne') return !inside
  if (prefix === 'gt') return target.to > asked.to
  if (prefix === 'lt') return target.from < asked.from
  if (prefix === 'ge') return inside || target.to > asked.to
  if (prefix === 'le') return inside || target.from < asked.from
  if (prefix === 'sa') return target.from >= asked.to
  if (prefix === 'eb') return target.to <= asked.from
  if (prefix === 'ap') return target.from < asked.to && asked.from < target.to
  return inside
}

function spanIn(resource: Resource, name: string): Span | undefined {
  const fields = resource as unknown as Record<string, unknown>
  if (name === '_lastUpdated') return resource.meta?.lastUpdated ? spanOf(resource.meta.lastUpdated) : undefined
  const value = elements[name]?.map((element) => fields[element]).find((one) => one !== undefined)
  if (typeof value === 'string') return spanOf(value)
  if (value === undefined) return undefined
  const { start, end } = value as { start?: string; end?: string }
  return {
    from: start ? spanOf(start).from : Number.NEGATIVE_INFINITY,
    to: end ? spanOf(end).to : Number.POSITIVE_INFINITY,
  }
}

function spanOf(date: string): Span {
  const [, year, month, day, time, zone] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T([\d:.]+)(Z|[+-]\d\d:\d\d)?)?$/.exec(date) ?? []
  if (time !== undefined) {
    const from = Date.parse(`${year}-${month}-${day}T${time}${zone ?? 'Z'}`)
    return { from, to: from + (time.includes('.') ? 1 : time.length > 5 ? 1_000 : 60_000) }
  }
  const [y, m, d] = [Number(year), Number(month ?? '1') - 1, Number(day ?? '1')]
  const from = Date.UTC(y, m, d)
  if (day !== undefined) return { from, to: Date.UTC(y, m, d + 1) }
  return { from, to: month === undefined ? Date.UTC(y + 1, 0, 1) : Date.UTC(y, m + 1, 1) }
}
