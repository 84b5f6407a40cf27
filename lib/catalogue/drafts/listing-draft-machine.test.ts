import { describe, expect, it } from 'vitest'
import { sentences } from '@/lib/audit/event-words'
import { edgesOf, type Machine, next, unreachableStates } from '@/lib/platform/machine'
import { actorWith } from '@/lib/testing/context'
import { listingDraftStateWords, whoHasIt } from './listing-draft'
import { listingDraftMachine } from './listing-draft-machine'
import { mayEditDraft, mayReviewListing, maySeeDraft, maySignForListing } from './listing-draft-policy'

const machine: Machine<string, string> = listingDraftMachine
const commands = [...new Set(edgesOf(machine).map((e) => e.command))]
const legal: Record<string, Record<string, string>> = {
  draft: { 'save-section': 'draft', 'answer-comment': 'draft', discard: 'discarded', submit: 'submitted' },
  submitted: { recall: 'draft', 'start-review': 'in-review' },
  'in-review': { return: 'draft', approve: 'approved' },
  approved: { publish: 'published' },
  published: { supersede: 'superseded', withdraw: 'withdrawing' },
  withdrawing: { end: 'withdrawn' },
  superseded: {},
  withdrawn: {},
  discarded: {},
}

describe('the machine of a listing', () => {
  const matrix = Object.keys(machine).flatMap((state) => commands.map((command) => [state, command] as const))
  it.each(matrix)('%s, %s', (state, command) => {
    expect(next(machine, state, command)?.to).toBe(legal[state]?.[command])
  })

  it('reaches every state, each with words, each event with a sentence', () => {
    expect(unreachableStates(machine, 'draft')).toEqual([])
    expect(Object.keys(listingDraftStateWords).sort()).toEqual(Object.keys(machine).sort())
    expect(Object.keys(whoHasIt).sort()).toEqual(Object.keys(machine).sort())
    expect(edgesOf(machine).filter((e) => !sentences[e.event])).toEqual([])
  })
})

describe('who may do what with a listing', () => {
  const at = (role: string, organisationId: string) => actorWith('p', { role, organisationId })
  const draft = { supplierId: 'ours', state: 'submitted' as const }
  it.each([
    ['an editor', at('supplier-editor', 'ours'), true, true, false, false],
    ['a signatory', at('supplier-signatory', 'ours'), true, true, true, false],
    ['an editor of another supplier', at('supplier-editor', 'theirs'), false, false, false, false],
    ['a signatory of another supplier', at('supplier-signatory', 'theirs'), false, false, false, false],
    ['a reviewer', at('reviewer', 'authority'), true, false, false, true],
    ['an officer', at('officer', 'authority'), false, false, false, false],
    ['a practice manager', at('practice-manager', 'practice'), false, false, false, false],
  ])('%s', (_, actor, sees, edits, signs, reviews) => {
    expect(maySeeDraft(actor, draft)).toBe(sees)
    expect(mayEditDraft(actor, draft).allowed).toBe(edits)
    expect(maySignForListing(actor, draft).allowed).toBe(signs)
    expect(mayReviewListing(actor, draft).allowed).toBe(reviews)
  })

  it('a reviewer with a role in the supplier may not decide', () => {
    const both = actorWith(
      'p',
      { role: 'reviewer', organisationId: 'authority' },
      { role: 'supplier-editor', organisationId: 'ours' },
    )
    expect(mayReviewListing(both, draft)).toMatchObject({ allowed: false })
  })

  it('a reviewer does not look over the shoulder of those who write', () => {
    expect(maySeeDraft(at('reviewer', 'authority'), { ...draft, state: 'draft' })).toBe(false)
  })
})
