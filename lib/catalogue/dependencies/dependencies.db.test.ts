import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getModule } from '../get-module'
import { getModulePage } from '../get-module-page'
import { publishListing } from '../publish-listing'
import { answerDependency } from './answer-dependency'
import type { Dependency } from './dependency'
import { listClaimsAboutOwn } from './list-dependency-claims'
import { proveDependency } from './prove-dependency'

useDatabase()
const reason = 'The interface is not the one we publish'
let [target, other, claimer]: MadeModule[] = []
let [theirs, ours, stranger]: Actor[] = []

beforeEach(async () => {
  target = await module.conformant({ name: 'Record' })
  other = await module.conformant({ name: 'Diary', supplierId: target.supplierId })
  claimer = await module.published.saying({ worksWith: [target.moduleId] }, { name: 'Calls' })
  theirs = await person.editor(target.supplierId)
  ours = await person.signatory(claimer.supplierId)
  stranger = await person.editor((await organisation.supplier()).id)
})

const claims = () => db.dependencyClaim.findMany({ orderBy: { id: 'asc' } })
const only = async () => (await claims())[0]!
const says = async (actor: Actor, verdict: 'confirm' | 'dispute', given: { id?: string; version?: number } = {}) => {
  const { id, version } = await only()
  const why = verdict === 'dispute' ? reason : ''
  return answer(answerDependency(contextOf(actor), { id, version, verdict, reason: why, ...given }))
}
const prove = async (actor = system) => {
  const { id, version } = await only()
  return answer(proveDependency(contextOf(actor), { id, version, testRunId: newId() }))
}
async function publish(dependencies: Dependency[], of = claimer!) {
  const { listing } = (await getModule(contextOf(visitor), of.moduleId))!
  const content = { ...listing, worksWith: undefined, dependencies }
  const input = { listingId: newId(), moduleVersionId: of.moduleVersionId, content }
  expect(await answer(publishListing(contextOf(system), input))).toBe('done')
}
const events = async () =>
  (await db.event.findMany({ where: { name: { startsWith: 'Dependency' } }, orderBy: { id: 'asc' } })).map(
    (e) => e.name,
  )
const named = (over: Partial<Dependency> = {}): Dependency => ({
  relation: 'works-with',
  moduleIds: [target!.moduleId],
  ...over,
})

describe('DEP-1 a claim comes into being with the text that makes it', () => {
  it('once for each module of another supplier; never for an own module, an unknown one or a conflict', async () => {
    expect(await claims()).toMatchObject([
      { relation: 'works-with', state: 'claimed', targetSupplierId: target!.supplierId },
    ])
    await publish([
      named({ relation: 'requires', moduleIds: [target!.moduleId, other!.moduleId, newId()], minimumVersion: '1.0' }),
      named({ relation: 'conflicts', moduleIds: [(await module.conformant()).moduleId] }),
    ])
    expect((await claims()).map((c) => `${c.relation} ${c.state}`).sort()).toEqual([
      'requires claimed',
      'requires claimed',
      'works-with dropped',
    ])
    await publish([named({ moduleIds: [target!.moduleId] })], other!)
    expect(await db.dependencyClaim.count({ where: { moduleId: other!.moduleId } })).toBe(0)
  })

  it('the same claim keeps its answer, another version or one that was dropped begins anew', async () => {
    await says(theirs!, 'confirm')
    await publish([named({ note: 'By its open interface' })])
    expect(await only()).toMatchObject({ state: 'confirmed', note: 'By its open interface' })
    await publish([named({ minimumVersion: '2.0.0' })])
    expect(await only()).toMatchObject({ state: 'claimed', minimumVersion: '2.0.0' })
    await prove()
    await publish([])
    expect(await only()).toMatchObject({ state: 'dropped' })
    expect(await listClaimsAboutOwn(contextOf(theirs!))).toEqual([])
    await publish([named({ minimumVersion: '2.0.0' })])
    expect(await only()).toMatchObject({ state: 'claimed' })
    expect(await events()).toEqual([
      'DependencyClaimed',
      'DependencyConfirmed',
      'DependencyClaimed',
      'DependencyProven',
      'DependencyDropped',
      'DependencyClaimed',
    ])
  })
})

describe('an answer to a claim', () => {
  it('climbs the ladder: nobody else finds it, stale, done, wrong state', async () => {
    for (const actor of [ours!, stranger!, visitor]) expect(await says(actor, 'confirm')).toBe('not-found')
    expect(await says(theirs!, 'confirm', { id: newId() })).toBe('not-found')
    expect(await says(theirs!, 'confirm', { version: 7 })).toBe('stale')
    expect(await events()).toEqual(['DependencyClaimed'])
    expect([await says(theirs!, 'confirm'), await says(theirs!, 'confirm')]).toEqual(['done', 'wrong-state'])
    expect(await says(theirs!, 'dispute')).toBe('done')
    expect(await only()).toMatchObject({ state: 'disputed', reason, changedById: theirs!.userId })
    expect(await says(theirs!, 'confirm')).toBe('done')
    expect(await only()).toMatchObject({ state: 'confirmed', reason: null })
  })

  it('two at once: one is heard, with one event', async () => {
    const seen = { version: (await only()).version }
    const verdicts = ['confirm', 'dispute', 'confirm'] as const
    const answers = await Promise.all(verdicts.map((verdict) => says(theirs!, verdict, seen)))
    expect(answers.filter((word) => word === 'done')).toHaveLength(1)
    expect(await events()).toHaveLength(2)
  })

  it('an answer while a new text is published: the claim is in one of the two states, with its event', async () => {
    await Promise.all([says(theirs!, 'confirm'), publish([named({ minimumVersion: '3.0.0' })])])
    expect(await only()).toMatchObject({ state: 'claimed', minimumVersion: '3.0.0' })
  })

  it('a test of the pair proves it from every state, and only the portal says so', async () => {
    expect([await prove(theirs!), await prove(ours!), await prove(visitor)]).toEqual(Array(3).fill('forbidden'))
    expect(await says(theirs!, 'dispute')).toBe('done')
    const both = await Promise.all([prove(), prove()])
    expect(both.filter((word) => word === 'done')).toHaveLength(1)
    expect(await only()).toMatchObject({ state: 'proven', reason: null })
    expect(await says(theirs!, 'dispute')).toBe('wrong-state')
    expect((await events()).filter((name) => name === 'DependencyProven')).toHaveLength(1)
  })

  it('the database holds what the rules say', async () => {
    const { id } = await only()
    const set = (data: object) => db.dependencyClaim.update({ where: { id }, data })
    for (const wrong of [
      { state: 'good' },
      { relation: 'conflicts' },
      { state: 'disputed', reason: null },
      { reason: 'A reason of a claim that nobody disputes' },
      { targetSupplierId: claimer!.supplierId },
    ])
      await expect(set(wrong)).rejects.toThrow(/check/i)
  })

  it('is read on both pages and by the named supplier alone on its desk', async () => {
    await says(theirs!, 'dispute')
    for (const id of [target!.moduleId, claimer!.moduleId]) {
      const { reference } = (await getModulePage(contextOf(visitor), id))!
      expect(Object.values(reference.claims)).toMatchObject([{ state: 'disputed', reason }])
    }
    const { reference } = (await getModulePage(contextOf(visitor), target!.moduleId))!
    expect(reference.namedBy.map((m) => m.name)).toEqual(['Calls'])
    const desk = (actor: Actor) => listClaimsAboutOwn(contextOf(actor))
    expect(await desk(theirs!)).toMatchObject([{ moduleName: 'Calls', targetName: 'Record', answers: ['confirm'] }])
    expect([await desk(ours!), await desk(stranger!), await desk(visitor)]).toEqual([[], [], undefined])
  })
})
