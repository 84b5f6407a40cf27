import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { answerProposal } from '@/lib/procurement/call-offs/proposals/answer-proposal'
import { listProposals } from '@/lib/procurement/call-offs/proposals/list-proposals'
import { proposeTerms } from '@/lib/procurement/call-offs/proposals/propose-terms'
import { shareCallOff } from '@/lib/procurement/call-offs/proposals/share-call-off'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { tellOrderShared } from './tell-order-shared'
import { tellTermsAnswered, tellTermsProposed } from './tell-terms'

useDatabase()
const ctx = contextOf(system)
const eventNamed = async (name: string) => {
  await settledEvents()
  return (await readFeed(db, feedStart, 1_000)).events.find((event) => event.name === name)!
}
const lettersAbout = (words: string) =>
  db.notification.findMany({ where: { subject: { contains: words } }, select: { personId: true, text: true } })

it('T11: each side finds at its bell, once, what the other has done: shown, proposed, answered', async () => {
  const [of, made] = [await buyers(noon), await module.conformant()]
  const id = await callOffIn('complete', of, made)
  const editor = await person.editor(made.supplierId)
  const { version, termsHash } = (await findCallOff(db, id))!
  await value(shareCallOff(contextOf(of.manager), { id, version }))
  const shown = await eventNamed('CallOffShared')
  for (let twice = 0; twice < 2; twice++) await tellOrderShared(ctx, shown)
  expect(await lettersAbout('before it is sent for signature')).toMatchObject([{ personId: editor.userId }])

  const raw = { noticeDays: '60', exitCharge: '0', returnFormat: 'The national exchange format' }
  await value(proposeTerms(contextOf(editor), { id, section: 'data', termsHash, seen: '', reason: '', raw }))
  const proposed = await eventNamed('TermsProposed')
  for (let twice = 0; twice < 2; twice++) await tellTermsProposed(ctx, proposed)
  const [told, ...more] = await lettersAbout('proposes another term')
  expect([told?.personId, more]).toEqual([of.manager.userId, []])
  expect(told?.text).toContain('Notice. In the order: 90 days. Proposed: 60 days.')

  const [{ id: proposalId } = { id: '' }] = await listProposals(id)
  const answer = 'We need three months to move'
  await value(answerProposal(contextOf(of.manager), { id, proposalId, version: 1, command: 'reject', answer }))
  const answered = await eventNamed('TermRejected')
  for (let twice = 0; twice < 2; twice++) await tellTermsAnswered(ctx, answered)
  const [heard, ...others] = await lettersAbout('your proposal is rejected')
  expect([heard?.personId, others]).toEqual([editor.userId, []])
  expect(heard?.text).toContain(answer)
  await tellTermsProposed(ctx, { ...proposed, id: 999_999n })
  expect(await lettersAbout('proposes another term'), 'what is answered asks for nothing').toHaveLength(1)
})
