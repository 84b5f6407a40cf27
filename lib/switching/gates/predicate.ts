import type { Day } from '@/lib/platform/days'

/**
 * One line of a gate, computed from stored facts; nobody ticks it (SW-01). `read` are the facts it looked at: a sign-off binds
 * them (SW-03). `due` is the day by which it should hold, where a timer knows one.
 */
export type Predicate = {
  id: string
  sentence: string
  owner: string
  met: boolean
  because?: string
  read: unknown
  due?: Day
}

type Line = Omit<Predicate, 'because' | 'met'>

/** A line with its answer; an unmet one says because of what. */
export const line = (of: Line, met: boolean, because: string): Predicate =>
  met ? { ...of, met } : { ...of, met, because }
