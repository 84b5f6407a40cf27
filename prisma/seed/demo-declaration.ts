import { questions } from '@/lib/catalogue/declarations/declaration-questions'
import type { RawAnswers } from '@/lib/catalogue/declarations/declaration-rules'

/** What a supplier answers whom nothing stands in the way of. `insuredUntil` is a day. */
export function goodAnswers(insuredUntil: string): RawAnswers {
  const answers: RawAnswers = {
    office: '1 Mill Lane, Northbank',
    signs: 'yes',
    'employers-liability': '10000000',
    'public-liability': '10000000',
    indemnity: '5000000',
    'insured-until': insuredUntil,
    dspt: 'met',
    'data-protection-fee': 'ZA123456',
    location: 'uk',
    'safety-officer': 'yes',
    'safety-officer-name': 'Dr A. Example, 1234567',
    accessibility: 'full',
    'accessibility-statement': 'https://www.example.org/accessibility',
  }
  return Object.fromEntries(questions.map(({ id }) => [id, answers[id] ?? 'no']))
}
