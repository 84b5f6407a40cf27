import { type Contract, noticeDateOf } from '@/lib/contracts/contract'
import { addDays, type Day } from '@/lib/platform/days'
import { readOnlyDays, type SwitchState, switchStateLabels } from './switch'

export type Stage = { state: SwitchState; label: string; from: Date; to: Date | null }
type Moved = { from: string | null; to: string | null; at: Date; aboutSwitch: boolean }

/** The stages a switch went through, from its history: each from the move that began it to the move that ended it. */
export function stagesOf(history: Moved[]): Stage[] {
  const moves = history.filter((h) => h.aboutSwitch && h.to !== null && h.from !== h.to)
  return moves.map((move, i) => {
    const state = move.to as SwitchState
    return { state, label: switchStateLabels[state], from: move.at, to: moves[i + 1]?.at ?? null }
  })
}

export type Bar = Stage & { start: number; width: number }

/** The stages as shares of the whole time, for a drawing: start and width from 0 to 1, each at least `least` wide. */
export function barsOf(stages: Stage[], now: Date, least = 0.01): Bar[] {
  const first = stages[0]?.from.getTime() ?? 0
  const last = Math.max(now.getTime(), ...stages.map((s) => (s.to ?? s.from).getTime()))
  const whole = Math.max(1, last - first)
  return stages.map((stage) => {
    const start = Math.min(1 - least, (stage.from.getTime() - first) / whole)
    const end = ((stage.to?.getTime() ?? last) - first) / whole
    return { ...stage, start, width: Math.max(least, end - start) }
  })
}

export type KeyDay = { what: string; day: Day }
type Term = Pick<Contract, 'moduleName' | 'startsOn' | 'endsOn' | 'noticeDays'>

/** The days that a practice manager keeps an eye on, in their order: of both contracts, of go-live, of the old copy. */
export function keyDaysOf(of: {
  leaving: Term | undefined
  gaining: Term | undefined
  wentLiveOn: Day | null
  deletedOn: Day | null
}): KeyDay[] {
  const { leaving, gaining, wentLiveOn, deletedOn } = of
  const days: (KeyDay | undefined)[] = [
    leaving && { what: `Last day to give notice for ${leaving.moduleName}`, day: noticeDateOf(leaving) },
    leaving && { what: `Contract for ${leaving.moduleName} ends`, day: leaving.endsOn },
    gaining && { what: `Contract for ${gaining.moduleName} starts`, day: gaining.startsOn },
    wentLiveOn ? { what: 'Practice went live', day: wentLiveOn } : undefined,
    wentLiveOn ? { what: 'Old system readable until', day: addDays(wentLiveOn, readOnlyDays) } : undefined,
    deletedOn ? { what: 'Old copy deleted', day: deletedOn } : undefined,
  ]
  return days.filter((d) => d !== undefined).sort((a, b) => a.day.localeCompare(b.day))
}
