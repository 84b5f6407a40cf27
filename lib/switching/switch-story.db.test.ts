import { describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, parties, signedCallOff } from '@/prisma/factories/contract'
import { switchIn } from '@/prisma/factories/switch-in'
import { certifyDeletion } from './certify-deletion'
import { closeSwitch } from './close-switch'
import { getSwitch } from './get-switch'
import { goLive } from './go-live'
import { listSwitches, listSwitchesOfContract } from './list-switches'
import { loadTrial } from './load-trial'
import { openSwitch } from './open-switch'
import { orderSwitch } from './order-switch'
import { orderSwitchWhenContractMade } from './order-switch-when-contract-made'
import { reloadTrial } from './reload-trial'

useDatabase()
const names = async () =>
  (await db.event.findMany({ where: { aboutType: 'Switch' }, orderBy: { id: 'asc' } })).map((e) => e.name)
const state = async (id: string) => (await db.switch.findUniqueOrThrow({ where: { id } })).state
const today = '2026-03-02'

describe('opening a switch', () => {
  it('is for the manager, from a running contract to another one of the practice, once', async () => {
    const of = await parties()
    const [leaving, gaining] = [await contract.present(of), await contract.made(of)]
    const open = (actor: typeof of.manager, input = { leavingContractId: leaving.id, gainingContractId: gaining.id }) =>
      openSwitch(contextOf(actor), input)
    expect(await answer(open(of.stranger))).toBe('not-found')
    expect(await answer(open(of.losingSignatory))).toBe('not-found')
    expect(await answer(open(of.partner))).toBe('forbidden')
    expect(await answer(open(of.manager, { leavingContractId: gaining.id, gainingContractId: leaving.id }))).toBe(
      'invalid',
    )
    expect(await answer(open(of.manager, { leavingContractId: leaving.id, gainingContractId: leaving.id }))).toBe(
      'invalid',
    )
    const many = await Promise.all(Array.from({ length: 5 }, () => answer(open(of.manager))))
    expect(many.sort()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'done'])
    expect(await names()).toEqual(['SwitchOpened'])
  })
})

describe('ordering', () => {
  it('waits for the signed call-off, and the reaction orders the draft once', async () => {
    const of = await parties()
    const leaving = await contract.present(of)
    const callOff = signedCallOff(of)
    const input = { leavingContractId: leaving.id, callOffId: callOff.id }
    const opened = await openSwitch(contextOf(of.manager), input, 1)
    const id = opened.ok ? opened.value.id : ''
    const order = orderSwitch(contextOf(of.manager), { id, version: 1 })
    expect(await because(order)).toMatch(/No signed contract for the new system/)
    const made = await contract.made(of, callOff)
    const event = { id: 1n, name: 'ContractMade', about: { type: 'Contract', id: made.id }, from: null, to: null }
    const heard = { ...event, organisationId: null, data: {}, at: noon }
    const worker = contextOf(system)
    await orderSwitchWhenContractMade(worker, heard)
    await orderSwitchWhenContractMade(worker, heard)
    expect(await names()).toEqual(['SwitchOpened', 'SwitchOrdered'])
    const view = await getSwitch(of.gainingSignatory, id, noon)
    expect(view).toMatchObject({ state: 'ordered', gainingContractId: made.id, names: { gaining: 'OpenPath' } })
  })

  it('of a draft that was opened from the contract itself is left to its manager', async () => {
    const of = await parties()
    const story = await switchIn('draft', of)
    const about = { type: 'Contract', id: story.gainingContractId }
    const heard = {
      id: 1n,
      name: 'ContractMade',
      about,
      from: null,
      to: null,
      organisationId: null,
      data: {},
      at: noon,
    }
    await orderSwitchWhenContractMade(contextOf(system), heard)
    expect(await state(story.id)).toBe('draft')
  })
})

describe('the way from draft to closed', () => {
  it('goes by commands only, each with its event, and closes 90 days after go-live', async () => {
    const of = await parties()
    const story = await switchIn('live', of)
    expect(await state(story.id)).toBe('live')
    const close = async (actor = of.approver) => because(closeSwitch(story.context(actor), await story.at()))
    expect(await close(of.manager)).toBe('Only the commissioner can close a switch')
    expect(await close()).toBe('It stays readable until 31 May 2026. There is no deletion certificate')
    story.later(90 * 86_400_000)
    expect(await close()).toBe('There is no deletion certificate')
    const early = { ...(await story.at()), sha256: 'c'.repeat(64), deletedOn: '2026-03-01' }
    expect(await answer(certifyDeletion(story.context(of.losingSignatory), early))).toBe('invalid')
    await story.deletionCertified()
    expect(await close()).toBe('done')
    expect((await names()).filter((n) => !/Named|Registered|Signed|TakenIn/.test(n))).toEqual([
      'SwitchOpened',
      'SwitchOrdered',
      'TrialLoaded',
      'DataCheckStarted',
      'FinalLoaded',
      'SwitchWentLive',
      'DeletionCertified',
      'SwitchClosed',
    ])
    const view = (await getSwitch(of.losingSignatory, story.id, new Date('2026-06-01T10:00:00Z')))!
    expect(view).toMatchObject({ state: 'closed', wentLiveOn: today, readableUntil: '2026-05-31', steps: [] })
    expect(view.history.map((h) => h.name)).toContain('SiteWentLive')
  }, 60_000)
})

describe('going live', () => {
  it('needs the final run, the site and three signatures; without them it says what is missing', async () => {
    const of = await parties()
    const story = await switchIn('loaded', of)
    const go = async () => because(goLive(story.context(of.manager), await story.at()))
    expect(await go()).toMatch(/no verified final run.*site of the new contract is not live.*Not signed yet/)
    await story.manifests('final')
    await story.takenIn(story.report('final', { unexplained: { S1: 2 } }))
    expect(await go()).toMatch(/The final run found between 1 and 4 unexplained S1 differences \(C09\)/)
    await expect(story.signed('G10')).rejects.toThrow(/unexplained S1/)
    expect(await state(story.id)).toBe('loaded')
  })

  it('many at once: one moves it, one event', async () => {
    const of = await parties()
    const story = await switchIn('loaded', of)
    await story.manifests('final')
    await story.takenIn(story.report('final'))
    await story.siteLive(today)
    await story.signed('G10')
    const input = await story.at()
    const answers = await Promise.all(Array.from({ length: 8 }, () => answer(goLive(story.context(of.manager), input))))
    expect(answers.filter((a) => a === 'done')).toHaveLength(1)
    expect((await names()).filter((n) => n === 'SwitchWentLive')).toHaveLength(1)
  })
})

describe('the ladder of a move', () => {
  it('not found, forbidden, wrong state, unmet gate, stale, done', async () => {
    const of = await parties()
    const story = await switchIn('ordered', of)
    const load = async (actor: typeof of.manager, change = {}) =>
      answer(loadTrial(story.context(actor), { ...(await story.at()), ...change }))
    expect(await load(of.stranger)).toBe('not-found')
    expect(await load(of.manager)).toBe('forbidden')
    expect(await answer(reloadTrial(story.context(of.gainingSignatory), await story.at()))).toBe('wrong-state')
    expect(await load(of.gainingSignatory)).toBe('conflict')
    await story.manifests('trial')
    const before = await names()
    expect(await load(of.gainingSignatory, { version: 1 })).toBe('stale')
    expect(await names()).toEqual(before)
    expect(await load(of.gainingSignatory)).toBe('done')
    expect(await names()).toEqual([...before, 'TrialLoaded'])
  })
})

describe('a reload', () => {
  it('begins a new phase, for which nothing of the old one counts', async () => {
    const of = await parties()
    const story = await switchIn('data-check', of)
    expect(await answer(reloadTrial(story.context(of.gainingSignatory), await story.at()))).toBe('done')
    const view = (await getSwitch(of.manager, story.id, noon))!
    expect(view).toMatchObject({ state: 'trial-loaded', phase: 2 })
    expect(view.steps[0]?.lines.map((l) => l.met)).toEqual([false, false, false])
    expect(view.reports.map((r) => r.counts)).toEqual([false])
  })
})

describe('who sees a switch', () => {
  it('the four parties do; a stranger is turned away', async () => {
    const of = await parties()
    const story = await switchIn('draft', of)
    for (const actor of [of.manager, of.partner, of.approver, of.losingSignatory, of.gainingSignatory]) {
      expect((await getSwitch(actor, story.id, noon))?.id).toBe(story.id)
      expect((await listSwitches(actor, noon)).rows.map((s) => s.id)).toEqual([story.id])
    }
    for (const actor of [of.stranger, contextOf().actor]) {
      expect(await getSwitch(actor, story.id, noon)).toBeUndefined()
      expect((await listSwitches(actor, noon)).rows).toEqual([])
      expect(await listSwitchesOfContract(actor, story.gainingContractId, noon)).toEqual([])
    }
    expect(await getSwitch(of.manager, 'nonsense', noon)).toBeUndefined()
  })
})
