import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import { getProject } from '@/lib/procurement/projects/get-project'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { buyers, decided, frozenProject } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { tellPracticesDecided, tellPracticesNamed } from './tell-practices-of-project'

useDatabase()
const ctx = contextOf(system)
const eventOf = async (aboutId: string, name: string) => {
  await settledEvents()
  const { events } = await readFeed(db, feedStart, 1_000)
  return events.find((event) => event.name === name && event.about.id === aboutId)!
}
const told = async () =>
  (
    await db.notification.findMany({
      select: { personId: true, subject: true, path: true },
      orderBy: { subject: 'asc' },
    })
  ).map(({ personId, subject, path }) => [personId, subject, path])

it('each practice that a commissioner names is told, once, when it is named and when it is decided; nobody else is', async () => {
  const of = await buyers(noon)
  const second = await organisation.practice({ partOfCode: of.commissioner.code })
  const other = await organisation.practice({ partOfCode: of.commissioner.code })
  const partner = await person.partner(second.id)
  await person.practiceManager(other.id)
  const area = { ...of, manager: await person.requester(of.commissioner.id) }
  const made = await module.conformant({ name: 'Chosen', unitPrice: '20000' })
  const id = await frozenProject(area, [made], { practices: [of.practice, second].map(({ code }) => code).join('\n') })
  const named = await eventOf(id, 'NeedsSet')
  await Promise.all([1, 2].map(() => tellPracticesNamed(ctx, named)))
  await tellPracticesNamed(ctx, { ...named, id: named.id + 1n })
  const words = `${(await db.organisation.findUniqueOrThrow({ where: { id: of.commissioner.id } })).name} buys for your practice: A need`
  const whom = [of.manager.userId, partner.userId].sort()
  const sorted = async () => (await told()).sort((a, b) => (`${a[1]}${a[0]}` < `${b[1]}${b[0]}` ? -1 : 1))
  expect(await sorted()).toEqual(whom.map((personId) => [personId, words, `/projects/${id}`]))
  for (const actor of [of.manager, partner]) expect(await getProject(actor, id)).toBeDefined()

  await value(decided(area, id, made.moduleId))
  const event = await eventOf(id, 'DecisionRecorded')
  await Promise.all([1, 2].map(() => tellPracticesDecided(ctx, event)))
  const after = (await told()).filter(([, subject]) => subject === 'A need is decided')
  expect(after.map(([personId]) => personId).sort()).toEqual(whom)
  const [letter] = await db.notification.findMany({ where: { subject: 'A need is decided' }, select: { text: true } })
  expect(letter!.text).toContain('Chosen of Supplier of Chosen was chosen')
})

it('a practice that buys for itself is told nothing', async () => {
  const of = await buyers(noon)
  const made = await module.conformant({ unitPrice: '20000' })
  const id = await frozenProject(of, [made])
  await tellPracticesNamed(ctx, await eventOf(id, 'NeedsSet'))
  await value(decided(of, id, made.moduleId))
  await tellPracticesDecided(ctx, await eventOf(id, 'DecisionRecorded'))
  expect(await told()).toEqual([])
})
