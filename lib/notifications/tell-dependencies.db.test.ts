import { expect, it } from 'vitest'
import { answerDependency } from '@/lib/catalogue/dependencies/answer-dependency'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { tellDependencyAnswered } from './tell-dependency-answered'
import { tellDependencyClaimed } from './tell-dependency-claimed'

useDatabase()
const ctx = contextOf(system)
const eventNamed = async (name: string) => {
  await settledEvents()
  return (await readFeed(db, feedStart, 100)).events.findLast((event) => event.name === name)!
}

it('DEP-1 the supplier that is named is told once, and the one that named it hears the answer', async () => {
  const target = await module.conformant({ name: 'Record' })
  const claimer = await module.published.saying({ worksWith: [target.moduleId] }, { name: 'Calls' })
  const editor = await person.editor(target.supplierId, { email: 'named@test.example' })
  await person.signatory(claimer.supplierId, { email: 'claimer@test.example' })
  const claimed = await eventNamed('DependencyClaimed')
  for (let i = 0; i < 2; i++) await tellDependencyClaimed(ctx, claimed)
  expect(await db.mailMessage.findMany()).toMatchObject([
    {
      recipient: 'named@test.example',
      body: expect.stringMatching(/Calls works with Record[\s\S]*\/supplier\/dependencies/),
    },
  ])
  await db.mailMessage.deleteMany()
  const { id, version } = (await db.dependencyClaim.findFirstOrThrow())!
  const reason = 'The interface is not the one we publish'
  await value(answerDependency(contextOf(editor), { id, version, verdict: 'dispute', reason }))
  await tellDependencyClaimed(ctx, claimed)
  const answered = await eventNamed('DependencyDisputed')
  await Promise.all([tellDependencyAnswered(ctx, answered), tellDependencyAnswered(ctx, answered)])
  expect(await db.mailMessage.findMany()).toMatchObject([
    {
      recipient: 'claimer@test.example',
      subject: 'What you say of Record is disputed',
      body: expect.stringContaining(reason),
    },
  ])
})
