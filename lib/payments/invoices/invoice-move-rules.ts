import type { MatchException } from '../match/match'
import { exceptionWords } from '../match/match'
import type { Invoice } from './invoice'

export type Move = {
  /** Whose move it is, by organisation; null: nobody's, it is over. */
  whose: 'supplier' | 'payer' | 'both' | null
  /** The role that acts, in the words of the roles. */
  role: string
  what: string
}

/** Whose move an invoice is, and what they do: the same words for payer, supplier and practice (P4, P7). */
export function moveOf({ state }: Pick<Invoice, 'state'>, exceptions: MatchException[], waitsForAnswer = false): Move {
  if (state === 'statement')
    return {
      whose: 'supplier',
      role: 'Supplier editor or signatory',
      what: 'Accept the statement, or submit own lines',
    }
  if (state === 'exception') return moveOfException(exceptions)
  if (state === 'matched')
    return {
      whose: 'payer',
      role: 'Commissioning manager, IT delivery partner or practice manager of the payer',
      what: 'Confirm that the service was received, and approve',
    }
  if (state === 'approved') return { whose: 'payer', role: 'Finance officer of the payer', what: 'Release the payment' }
  if (state === 'issued' || state === 'part-funded')
    return waitsForAnswer
      ? { whose: 'supplier', role: 'Supplier editor or signatory', what: 'Say whether the bank transfer came' }
      : { whose: 'payer', role: 'Finance officer of the payer', what: 'Pay what is owed' }
  return { whose: null, role: 'Nobody', what: 'Nothing is left to do' }
}

function moveOfException(exceptions: MatchException[]): Move {
  const codes = exceptions.map(({ code }) => code)
  const what = [...new Set(codes.map((code) => exceptionWords[code].cleared))].join('. ')
  if (codes.every((code) => code === 'over-commitment' || code === 'no-commitment-number') && codes.length > 0)
    return { whose: 'payer', role: 'Finance officer of the payer', what }
  if (codes.includes('not-live')) return { whose: 'both', role: 'Practice manager and supplier signatory', what }
  return { whose: 'supplier', role: 'Supplier editor or signatory', what: what || 'Submit it again' }
}

/** Whether the due day is over and something is owed. */
export const isOverdue = ({ state, dueOn }: Pick<Invoice, 'state' | 'dueOn'>, today: string): boolean =>
  ['issued', 'part-funded'].includes(state) && dueOn !== null && dueOn < today
