import { approveFunding } from '@/lib/funding/approve-funding'
import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import type { Actor } from '@/lib/platform/actor'
import { addDays, type Day, dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { publishCapacity } from '@/lib/switching/capacity/publish-capacity'
import { reserveCapacity } from '@/lib/switching/capacity/reserve-capacity'
import type { FactValue } from '@/lib/switching/facts/fact'
import type { FactKind } from '@/lib/switching/facts/fact-kinds'
import { stateFact } from '@/lib/switching/facts/state-fact'
import type { gateSigners } from '@/lib/switching/gate-rules'
import { assessHazard } from '@/lib/switching/hazards/assess-hazard'
import { hazardSeeds } from '@/lib/switching/hazards/hazard-seeds'
import { moveSwitch } from '@/lib/switching/move-switch'
import { namePerson } from '@/lib/switching/name-person'
import { planService, tellThirdParty } from '@/lib/switching/radar/plan-service'
import { proveService, takeOffService } from '@/lib/switching/radar/prove-service'
import type { SwitchRole } from '@/lib/switching/switch'
import type { MoveSwitchInput } from '@/lib/switching/switch-schema'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { contract, type Parties, signedCallOff } from './contract'
import { budgetLine } from './funding'
import { type Cast, SwitchStory } from './switch'

/** The people of a whole switch, and by the role in which they stand. */
export type FullCast = Cast & Pick<Parties, 'privacy'> & { practice: { id: string }; gaining: { id: string } }
export const castOf = (of: FullCast): Record<SwitchRole, Actor> => ({
  'practice-manager': of.manager,
  'clinical-lead': of.partner,
  'clinical-safety-officer': of.safety,
  'data-protection-officer': of.privacy,
  'delivery-partner': of.delivery,
  'funding-approver': of.approver,
  'losing-signatory': of.losingSignatory,
  'gaining-signatory': of.gainingSignatory,
})

/** A switch of machine version 2 on its way. `T` is its planned go-live, a Monday; every act is a command. */
export class FullSwitchStory {
  /** The day on whose 15:00 an undecided switch goes back; the Sunday of the cut-over where nothing else is said. */
  deadlineOn: Day

  private constructor(
    readonly story: SwitchStory,
    readonly of: FullCast,
    readonly T: Day,
  ) {
    this.deadlineOn = addDays(T, -1)
  }

  /** Takes over a switch that was opened on its page. */
  static over(story: SwitchStory, of: FullCast, T: Day): FullSwitchStory {
    return new FullSwitchStory(story, of, T)
  }

  get id(): string {
    return this.story.id
  }

  /** Opened 120 days before go-live, over a funded call-off, away from a contract that still runs then. */
  static async open(of: Parties, T: Day): Promise<FullSwitchStory> {
    const now = new Date(`${addDays(T, -120)}T10:00:00Z`)
    const leaving = await contract.present(of, { startsOn: addDays(T, -800), endsOn: addDays(T, 200) })
    const callOff = signedCallOff(of, { startsOn: addDays(T, -30), endsOn: addDays(T, 1_000), signedAt: now })
    const gaining = await contract.made(of, callOff)
    await funded(of, callOff.id, now)
    return new FullSwitchStory(await SwitchStory.open(of, leaving.id, gaining.id, now, 2), of, T)
  }

  /** The clock of the story goes on to an hour of a day before or after go-live, never back. */
  async on(days: number, time = '10:00'): Promise<this> {
    const then = new Date(`${addDays(this.T, days)}T${time}:00Z`)
    if (then > this.story.now) this.story.now = then
    return this
  }

  async as<T extends object>(
    role: SwitchRole,
    command: (ctx: ReturnType<typeof contextOf>, input: T & { id: string; version: number }) => Promise<unknown>,
    input: T,
  ): Promise<this> {
    const at = await this.story.at()
    await value(command(this.story.context(castOf(this.of)[role]), { ...at, ...input }) as Promise<never>)
    return this
  }

  state(role: SwitchRole, kind: FactKind, given: FactValue, item = ''): Promise<this> {
    return this.as(role, stateFact, { kind, item, value: given })
  }

  move(role: SwitchRole, command: MoveSwitchInput['command']): Promise<this> {
    return this.as(role, moveSwitch, { command })
  }

  async sign(gate: keyof typeof gateSigners): Promise<this> {
    await this.story.signed(gate)
    return this
  }

  async everybodyNamed(): Promise<this> {
    const others = Object.entries(castOf(this.of)) as [SwitchRole, Actor][]
    for (const [role, person] of others)
      if (role !== 'practice-manager') await this.as('practice-manager', namePerson, { role, personId: person.userId })
    return this
  }

  async servicesPlanned(): Promise<this> {
    for (const [i, { id: lineId }] of (await this.lines()).entries()) {
      const inUse = i < 2 ? ('yes' as const) : ('no' as const)
      const words =
        i < 2
          ? { owner: 'The IT partner', plan: 'Off on Friday, on again on Sunday', thirdParty: 'NHS England' }
          : { owner: '', plan: '', thirdParty: '' }
      await this.as('delivery-partner', planService, { lineId, inUse, ...words })
    }
    return this
  }

  async linesInUse(): Promise<{ id: string }[]> {
    return db.radarLine.findMany({ where: { switchId: this.id, inUse: true }, select: { id: true } })
  }

  private lines() {
    return db.radarLine.findMany({ where: { switchId: this.id }, select: { id: true }, orderBy: { service: 'asc' } })
  }

  async hazardsAssessed(): Promise<this> {
    const left = {
      likelihoodAfter: 2,
      severityAfter: 4,
      controls: 'Compared whole, and samples looked at',
      owner: 'CSO',
    }
    for (const { number } of hazardSeeds) await this.as('clinical-safety-officer', assessHazard, { number, ...left })
    return this
  }

  async capacityReserved(): Promise<this> {
    for (const [kind, before] of [
      ['trial-load', -63],
      ['final-load', -7],
    ] as const) {
      const organisationId = this.of.gaining.id
      const slot = { organisationId, kind, week: addDays(this.T, before), slots: 2, blackout: false }
      await value(publishCapacity(this.story.context(this.of.gainingSignatory), slot))
      const where = { organisationId, kind, week: dateFromDay(slot.week) }
      const { id: weekId } = await db.capacityWeek.findFirstOrThrow({ where })
      await this.as('practice-manager', reserveCapacity, { weekId })
    }
    return this
  }

  async proved(command: typeof takeOffService, role: SwitchRole): Promise<this> {
    for (const { id: lineId } of await this.linesInUse())
      await this.as(role, command, { lineId, proof: 'Seen by the tester on the screen' })
    return this
  }

  async told(): Promise<this> {
    for (const { id: lineId } of await this.linesInUse())
      await this.as('practice-manager', tellThirdParty, { lineId, toldOn: dayOf(this.story.now) })
    return this
  }

  /** Off on the old system, on and proven on the new one. */
  takenOff = () => this.proved(takeOffService, 'delivery-partner')
  provenOn = () => this.proved(proveService, 'gaining-signatory')
}

async function funded(of: Parties, callOffId: string, at: Date): Promise<void> {
  const year = Number(dayOf(at).slice(0, 4))
  for (const one of [year - 1, year, year + 1]) await budgetLine(of.payer.id, 100_000_000n, one)
  const asked = {
    payerId: of.payer.id,
    requesterOrgId: of.practice.id,
    reference: { type: 'CallOff', id: callOffId },
    title: 'The new system',
    reason: 'The practice needs a record that opens in a browser',
    stream: 'GPIT',
    termsHash: 'e'.repeat(64),
    sums: [{ year, pence: 1_000_000n }],
  }
  const { id } = await value(transaction((tx) => submitFundingRequest(tx, contextOf(of.manager, at), asked)))
  await value(approveFunding(contextOf(of.approver, at), { id, version: 1, reason: '' }))
}

/** The id of a comparison that the practice has kept. */
export async function savedComparison(of: FullCast, at: Date): Promise<string> {
  const id = newId()
  const kept = { name: `Comparison ${id}`, asOf: at, content: '{}', sha256: 'd'.repeat(64), savedAt: at }
  await db.savedComparison.create({
    data: { id, organisationId: of.practice.id, savedById: of.manager.userId, ...kept },
  })
  return id
}
