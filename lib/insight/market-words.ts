import { dayWords } from '@/lib/platform/days'
import type { Market } from './market'
import { decimal, type Ratio } from './market-rules'

/** `6,160`. */
export const count = (n: number): string => n.toLocaleString('en-GB')

/** `58.8 %`; a share that would round to nothing is shown as small: `under 0.1 %`. */
export function percent(share: Ratio | undefined): string {
  if (!share) return 'none'
  if (share.n > 0n && share.n * 1000n < share.d * 100n && decimal(share, 1) === '0.0') return 'under 0.1 %'
  return `${decimal(share, 1)} %`
}

/** `5,149.1`. */
export function index(hhi: Ratio | undefined): string {
  return hhi ? decimal(hhi, 1).replace(/\B(?=(\d{3})+\.)/g, ',') : 'none'
}

/** Where the figures come from and of which days they speak: shown with every figure. */
export function sourceWords(market: Market): string {
  const parts = [
    `Clinical system and area of each practice: Appointments in General Practice, ${dayWords(market.nowAsOf)}.`,
    market.beforeAsOf
      ? `Earlier system: GP2GP management information, ${dayWords(market.beforeAsOf)} (it lists EMIS and TPP only).`
      : '',
    market.patientsAsOf ? `Patients: Patients Registered at a GP Practice, ${dayWords(market.patientsAsOf)}.` : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** How concentrated a market is, in a sentence a practice manager can use. */
export function concentrationWords(hhi: Ratio): string {
  if (hhi.n === 10_000n * hhi.d) return 'one supplier has all practices'
  if (hhi.n >= 7_500n * hhi.d) return 'one supplier has nearly all practices'
  return hhi.n >= 5_000n * hhi.d ? 'two suppliers share nearly all practices' : 'several suppliers share the practices'
}

/** The two years that the lists speak of. */
export const yearsOf = (market: Market): { now: string; before: string } => ({
  now: market.nowAsOf.slice(0, 4),
  before: market.beforeAsOf?.slice(0, 4) ?? 'earlier',
})
