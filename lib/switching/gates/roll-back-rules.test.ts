import { describe, expect, it } from 'vitest'
import { completeFacts, withFact } from '@/lib/testing/complete-switch-facts'
import { isPastDeadline, pointOfNoReturn, rollBackLines, rollBackTriggers } from './roll-back-rules'
import { mayMoveBack } from './sign-back-rules'

const live = { ...completeFacts, state: 'live' as const, wentLiveOn: '2026-03-02', today: '2026-03-04' }
const open = (facts: Parameters<typeof rollBackLines>[0]) =>
  rollBackLines(facts)
    .filter((l) => !l.met)
    .map((l) => l.id)

describe('the way back (R1–R5)', () => {
  it('R2: frozen and loaded need nothing but people, and a passed deadline goes back by the clock', () => {
    for (const state of ['frozen', 'loaded'] as const) {
      const at = (now: string) => ({ ...completeFacts, state, now: new Date(now) })
      expect(rollBackLines(at('2026-03-01T12:00:00Z'))).toEqual([])
      expect(isPastDeadline(at('2026-03-01T14:59:59Z'))).toBe(false)
      expect(isPastDeadline(at('2026-03-01T15:00:00Z'))).toBe(true)
    }
    expect(isPastDeadline({ ...live, now: new Date('2026-03-09T15:00:00Z') })).toBe(false)
    expect(isPastDeadline(withFact({ ...completeFacts, state: 'frozen' }, 'rollback-deadline'))).toBe(false)
  })

  it('R3: once live it needs a verified run of the reverse extract', () => {
    expect(open(live)).toEqual([])
    expect(open({ ...live, runs: live.runs.filter((r) => r.kind !== 'reverse') })).toEqual(['R3'])
  })

  it('R4: no return from day 5, from the first repeat-dispensing batch, from the end of the old system', () => {
    expect(pointOfNoReturn(live)).toBe('2026-03-09')
    expect(open({ ...live, today: '2026-03-08' })).toEqual([])
    expect(open({ ...live, today: '2026-03-09' })).toEqual(['R4'])
    expect(pointOfNoReturn(withFact(live, 'eps-batch', { issuedOn: '2026-03-03' }))).toBe('2026-03-03')
    const ends = { users: 3, uses: 0, endsOn: '2026-03-05' }
    expect(pointOfNoReturn(withFact(live, 'legacy-access', ends))).toBe('2026-03-05')
  })

  it('R5: a live S1 and each of the other triggers are named while they are open', () => {
    const words = (severity: string, sort: string, state = 'open') =>
      rollBackTriggers(withFact(live, 'incident', { severity, sort, state }))
    expect(words('S1', 'wrong-patient')).toHaveLength(2)
    expect(words('S3', 'services-down')).toHaveLength(1)
    expect(words('S2', 'other')).toEqual([])
    expect(words('S1', 'second-loss', 'closed')).toEqual([])
  })

  it('R5: one proposes and two others sign, the clinical lead among them', () => {
    const proposed = { proposedById: 'm', signedByIds: [] as string[] }
    expect(mayMoveBack(proposed, 'm', 'l', 2)).toMatch(/Another person/)
    expect(mayMoveBack(proposed, 's', 'l', 2)).toBeUndefined()
    expect(mayMoveBack({ ...proposed, signedByIds: ['s'] }, 's', 'l', 2)).toMatch(/already/)
    expect(mayMoveBack({ ...proposed, signedByIds: ['s'] }, 'x', 'l', 2)).toMatch(/clinical lead/)
    expect(mayMoveBack({ ...proposed, signedByIds: ['s'] }, 'l', 'l', 2)).toBeUndefined()
  })
})
