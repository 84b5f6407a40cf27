import type { Gate } from './gate-rules'

/** What a gate means to a buyer. */
export const gateWords: Record<Gate, string> = {
  OPEN: 'It may be bought',
  ACKNOWLEDGE: 'It may be bought once each open point is acknowledged',
  WRITTEN_ACCEPTANCE: 'It may be bought after a written acceptance by the commissioner',
  HELD: 'Buying is held until this is settled',
  REFUSED: 'It may not be bought',
}
