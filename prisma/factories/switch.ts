import type { Actor } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { ReportKind } from '@/lib/reconciliation/report'
import { reportText } from '@/lib/reconciliation/signature'
import { certifyDeletion } from '@/lib/switching/certify-deletion'
import { enterManifest } from '@/lib/switching/enter-manifest'
import { type Gate, gateSigners } from '@/lib/switching/gate-rules'
import { getSwitch } from '@/lib/switching/get-switch'
import { goLive } from '@/lib/switching/go-live'
import { loadFinal } from '@/lib/switching/load-final'
import { loadTrial } from '@/lib/switching/load-trial'
import { namePerson } from '@/lib/switching/name-person'
import { openSwitch } from '@/lib/switching/open-switch'
import { orderSwitch } from '@/lib/switching/order-switch'
import { registerKey } from '@/lib/switching/register-key'
import { signGate } from '@/lib/switching/sign-gate'
import { startChecking } from '@/lib/switching/start-checking'
import type { RunKind, SwitchRole } from '@/lib/switching/switch'
import { takeInReport } from '@/lib/switching/take-in-report'
import { value } from '@/lib/testing/answers'
import { buildSignedReport } from '@/lib/testing/build-report'
import { contextOf, noon } from '@/lib/testing/context'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { contract, type Parties } from './contract'

/** Who acts in a switch; the demonstration story fills it with its own people. */
export type Cast = Pick<
  Parties,
  'manager' | 'partner' | 'safety' | 'delivery' | 'approver' | 'losingSignatory' | 'gainingSignatory'
>
type ReportGiven = {
  unexplained?: { S1?: number; S2?: number }
  text?: string
  key?: keyof Keys
  root?: string
  /** Checks that this run makes beside those of the first release. */
  also?: string[]
}
export type Keys = { practice: ReturnType<typeof newSigningKeys>; second: ReturnType<typeof newSigningKeys> }

/** One switch on its way, moved by commands only. Each act happens a minute after the one before it. */
export class SwitchStory {
  readonly keys: Keys = { practice: newSigningKeys(), second: newSigningKeys() }
  private constructor(
    readonly id: string,
    readonly cast: Cast,
    readonly gainingContractId: string,
    public now: Date,
  ) {}

  /** Opened by the manager, from the contract that a call-off became, away from the present one; a first-stage one where nothing else is said. */
  static async open(
    cast: Cast,
    leavingContractId: string,
    gainingContractId: string,
    now = noon,
    machineVersion = 1,
  ): Promise<SwitchStory> {
    const input = { leavingContractId, gainingContractId }
    const opened = await value(openSwitch(contextOf(cast.manager, now), input, machineVersion))
    return new SwitchStory(opened.id, cast, gainingContractId, now)
  }

  /** Takes over a switch that somebody opened on its page. */
  static over(id: string, cast: Cast, gainingContractId: string, now: Date): SwitchStory {
    return new SwitchStory(id, cast, gainingContractId, now)
  }

  context(actor: Actor) {
    return contextOf(actor, this.now)
  }

  later(milliseconds = 60_000): void {
    this.now = new Date(this.now.getTime() + milliseconds)
  }

  /** Id and present version, as a form would send them; a minute passes. */
  async at(): Promise<{ id: string; version: number }> {
    this.later()
    const { version } = await db.switch.findUniqueOrThrow({ where: { id: this.id }, select: { version: true } })
    return { id: this.id, version }
  }

  async people(): Promise<this> {
    const named: [SwitchRole, Actor][] = [
      ['clinical-lead', this.cast.partner],
      ['clinical-safety-officer', this.cast.safety],
      ['delivery-partner', this.cast.delivery],
    ]
    for (const [role, person] of named) {
      const input = { ...(await this.at()), role, personId: person.userId }
      await value(namePerson(this.context(this.cast.manager), input))
    }
    return this
  }

  async ordered(): Promise<this> {
    const input = await this.at()
    await value(orderSwitch(this.context(this.cast.manager), input))
    return this
  }

  async signingKeys(): Promise<this> {
    for (const [actor, { publicKeyPem }] of [
      [this.cast.manager, this.keys.practice],
      [this.cast.delivery, this.keys.second],
    ] as const) {
      const input = { ...(await this.at()), publicKeyPem }
      await value(registerKey(this.context(actor), input))
    }
    return this
  }

  async manifests(kind: RunKind, text = kind as string): Promise<this> {
    for (const side of ['source', 'target'] as const) {
      const input = { ...(await this.at()), kind, side, sha256: sha256Hex(`${this.id} ${text} ${side}`) }
      const actor = side === 'source' ? this.cast.losingSignatory : this.cast.gainingSignatory
      await value(enterManifest(this.context(actor), input))
    }
    return this
  }

  async trialLoaded(): Promise<this> {
    const input = await this.at()
    await value(loadTrial(this.context(this.cast.gainingSignatory), input))
    return this
  }

  /** The bytes of a signed report about the manifests of that text, run after they were signed. */
  report(kind: RunKind, given: ReportGiven = {}): Buffer {
    const { unexplained, text = kind, key = 'practice', root, also } = given
    const hash = (side: string) => sha256Hex(`${this.id} ${text} ${side}`)
    const situation = {
      kind: kind.startsWith('day-') ? ('post-live' as const) : (kind as ReportKind),
      sourceManifestSha256: hash('source'),
      targetManifestSha256: hash('target'),
      startedAt: new Date(this.now.getTime() + 1_000),
      unexplained,
      root,
      also,
    }
    return Buffer.from(reportText(buildSignedReport(situation, this.keys[key].signingKeyPem)))
  }

  async takenIn(bytes: Buffer, actor: Actor = this.cast.manager): Promise<this> {
    const input = { ...(await this.at()), bytes }
    await value(takeInReport(this.context(actor), input))
    return this
  }

  async checking(): Promise<this> {
    const input = await this.at()
    await value(startChecking(this.context(this.cast.manager), input))
    return this
  }

  /** A second party runs it too, then everybody whose signature the gate asks for signs what the page shows. */
  async signed(gate: Gate): Promise<this> {
    const of: Partial<Record<SwitchRole, Actor>> = {
      'delivery-partner': this.cast.delivery,
      'funding-approver': this.cast.approver,
      'losing-signatory': this.cast.losingSignatory,
      'gaining-signatory': this.cast.gainingSignatory,
      'clinical-lead': this.cast.partner,
      'clinical-safety-officer': this.cast.safety,
      'practice-manager': this.cast.manager,
    }
    for (const role of gateSigners[gate]) {
      const input = await this.at()
      const seen = (await getSwitch(this.cast.manager, this.id, this.now))!
      const { factsHash } = seen.gates.find((g) => g.gate === gate)!
      await value(signGate(this.context(of[role]!), { ...input, gate, role, factsHash }))
    }
    return this
  }

  async finalLoaded(): Promise<this> {
    const input = await this.at()
    await value(loadFinal(this.context(this.cast.gainingSignatory), input))
    return this
  }

  async siteLive(day: string): Promise<this> {
    this.later()
    for (const actor of [this.cast.manager, this.cast.gainingSignatory])
      await contract.confirm(actor, this.gainingContractId, day, this.now)
    return this
  }

  async live(): Promise<this> {
    const input = await this.at()
    await value(goLive(this.context(this.cast.manager), input))
    return this
  }

  async deletionCertified(): Promise<this> {
    const input = { ...(await this.at()), sha256: sha256Hex('certificate'), deletedOn: dayOf(this.now) }
    await value(certifyDeletion(this.context(this.cast.losingSignatory), input))
    return this
  }
}
