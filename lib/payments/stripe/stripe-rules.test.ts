import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgesOf, next, unreachableStates } from '@/lib/platform/machine'
import { feeOf, linesToSend } from './invoice-lines-rules'
import { newMoney, payoutStateOf } from './money-rules'
import { stripeEventStates } from './stripe-event'
import { type StripeEventCommand, stripeEventMachine } from './stripe-event-machine'

const pence = fc.bigInt(0n, 10_000_000n)

describe('the lines that Stripe gets', () => {
  it('sum to the gross in whole pence, VAT once per rate on the net', () => {
    const line = fc.record({ name: fc.string(), netPence: pence, vatPercent: fc.constantFrom(0, 5, 20) })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const netPence = lines.reduce((sum, l) => sum + l.netPence, 0n)
        const vatPence = [0, 5, 20].reduce((sum, rate) => {
          const net = lines.filter((l) => l.vatPercent === rate).reduce((s, l) => s + l.netPence, 0n)
          return sum + (net * BigInt(rate) * 2n + 100n) / 200n
        }, 0n)
        const sums = { netPence, vatPence, grossPence: netPence + vatPence, moduleName: 'A module' }
        const sent = linesToSend(sums, lines)
        expect(sent.reduce((sum, l) => sum + l.pence, 0n)).toBe(netPence + vatPence)
        expect(sent.every((l) => l.pence > 0n)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('that are not the invoice are not sent', () => {
    const sums = { netPence: 100n, vatPence: 20n, grossPence: 120n, moduleName: 'A module' }
    expect(() => linesToSend(sums, [{ name: 'x', netPence: 99n, vatPercent: 20 }])).toThrow('119 pence')
    expect(linesToSend(sums, [])).toEqual([
      { description: 'A module', pence: 100n },
      { description: 'VAT', pence: 20n },
    ])
  })

  it('leave the levy to be kept back, half-up once', () => {
    expect([feeOf(66_334n, 0), feeOf(50n, 1), feeOf(49n, 1), feeOf(66_334n, 2)]).toEqual([0n, 1n, 0n, 1_327n])
  })
})

describe('I2: new money follows from where things stand', () => {
  it('whatever was told in between, the postings sum to what Stripe has put on the invoice', () => {
    fc.assert(
      fc.property(fc.array(pence, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.boolean()), (parts, heard) => {
        let [funded, recorded] = [0n, 0n]
        for (const part of parts) {
          funded += part
          // An event may be lost, late or doubled: only some of the changes are heard of when they happen.
          const times = heard.next().value ? 2 : 0
          for (let i = 0; i < times; i++)
            recorded += newMoney({ fundedPence: funded, recordedPence: recorded, unrecordedPence: funded - recorded })
        }
        recorded += newMoney({ fundedPence: funded, recordedPence: recorded, unrecordedPence: funded - recorded })
        expect(recorded).toBe(funded)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is never more than the payer has sent and never less than nothing', () => {
    expect(newMoney({ fundedPence: 100n, recordedPence: 40n, unrecordedPence: 50n })).toBe(50n)
    expect(newMoney({ fundedPence: 100n, recordedPence: 40n, unrecordedPence: -5n })).toBe(0n)
    expect(newMoney({ fundedPence: 0n, recordedPence: 40n, unrecordedPence: 50n })).toBe(0n)
  })

  it('a word for a payout that nobody knows is no state', () => {
    expect(['pending', 'in_transit', 'paid', 'failed', 'canceled', 'toString'].map(payoutStateOf)).toEqual([
      'pending',
      'in-transit',
      'paid',
      'failed',
      'failed',
      undefined,
    ])
  })
})

describe('the machine of Stripe’s events', () => {
  it('has only the edges of the design', () => {
    expect(edgesOf(stripeEventMachine).map((e) => `${e.state} ${e.command} ${e.to}`)).toEqual([
      'stored apply applied',
      'stored ignore ignored',
      'stored park parked',
      'parked apply applied',
    ])
    expect(unreachableStates(stripeEventMachine, 'stored')).toEqual([])
    const commands: StripeEventCommand[] = ['apply', 'ignore', 'park']
    for (const state of ['applied', 'ignored'] as const)
      for (const command of commands) expect(next(stripeEventMachine, state, command)).toBeUndefined()
    expect(stripeEventStates).toEqual(
      Object.keys(stripeEventMachine).sort(
        (a, b) => stripeEventStates.indexOf(a as never) - stripeEventStates.indexOf(b as never),
      ),
    )
  })
})
