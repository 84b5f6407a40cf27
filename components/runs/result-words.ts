import type { TagColour } from '@/components/ui/tag'
import type { Outcome } from '@/lib/conformance/evidence/bundle'

/** What a result means, in words a supplier can act on (CS-06). Only a PASS is green. */
export const resultWords: Record<Outcome, { words: string; colour: TagColour; meaning: string }> = {
  PASS: { words: 'Passed', colour: 'green', meaning: 'What the requirement says was seen' },
  FAIL: { words: 'Failed', colour: 'red', meaning: 'The product breaks the requirement' },
  NOT_EXERCISED: { words: 'Not exercised', colour: 'grey', meaning: 'The sandbox held nothing to try it on' },
  NOT_APPLICABLE: {
    words: 'Does not apply',
    colour: 'grey',
    meaning: 'It is not claimed, or this kind of run does not try it',
  },
  ERROR: {
    words: 'Could not be tried',
    colour: 'orange',
    meaning: 'The network’s fault or ours: it says nothing of the product',
  },
}
