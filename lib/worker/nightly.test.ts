import { expect, it } from 'vitest'
import { contextOf } from '@/lib/testing/context'
import { nightly } from './nightly'

it('is done once a London day, and again after it failed', async () => {
  const days: string[] = []
  let fails = true
  const work = nightly(async (ctx) => {
    if (fails) throw new Error('the database is away')
    days.push(ctx.now.toISOString())
  })
  const at = (instant: string) => work(contextOf(undefined, new Date(instant)))
  await expect(at('2026-07-01T08:00:00Z')).rejects.toThrow('away')
  fails = false
  for (const instant of ['2026-07-01T08:01:00Z', '2026-07-01T22:59:00Z', '2026-07-01T23:00:00Z']) await at(instant)
  expect(days).toEqual(['2026-07-01T08:01:00.000Z', '2026-07-01T23:00:00.000Z'])
})
