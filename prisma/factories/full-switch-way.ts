import { addDays, dayOf } from '@/lib/platform/days'
import type { FullCommand } from '@/lib/switching/full-switch-machine'
import type { Gate } from '@/lib/switching/gates/gate-table-rules'
import { sealEvidence } from '@/lib/switching/pack/seal-evidence'
import type { SwitchRole, SwitchState } from '@/lib/switching/switch'
import type { MoveSwitchInput } from '@/lib/switching/switch-schema'
import type { Parties } from './contract'
import { FullSwitchStory, savedComparison } from './full-switch'

const profile = { sha256: 'f'.repeat(64) }
type Step = (s: FullSwitchStory) => Promise<unknown>

/** One stage of the way: what is stated, brought or proven for it, the gate that is then signed, and the move with who makes it. */
export type Stage = { to: SwitchState; facts: Step; gate?: Gate; by: SwitchRole; command: FullCommand; move: Step }

const stage = (
  to: SwitchState,
  facts: Step,
  gate: Gate | undefined,
  by: SwitchRole,
  command: FullCommand,
  move?: Step,
) => ({
  to,
  facts,
  gate,
  by,
  command,
  move: move ?? ((s: FullSwitchStory) => s.move(by, command as MoveSwitchInput['command'])),
})

/** From one state of the way to the next, every gate passed through its commands, on days that a real switch has. */
export const stages: Stage[] = [
  stage('case', caseMade, 'G1', 'practice-manager', 'make-case'),
  stage('ordered', ordered, 'G2', 'practice-manager', 'order', (s) => s.story.ordered()),
  stage('mobilised', mobilised, 'G3', 'delivery-partner', 'mobilise'),
  stage('preparing', prepared, undefined, 'delivery-partner', 'prepare'),
  stage('trial-loaded', trialLoaded, 'G5', 'gaining-signatory', 'load-trial', (s) => s.story.trialLoaded()),
  stage('data-check', checked, undefined, 'practice-manager', 'start-checking', (s) => s.story.checking()),
  stage('cutover-ready', accepted, 'G7', 'clinical-lead', 'accept-data'),
  stage('frozen', frozen, 'G8', 'losing-signatory', 'freeze'),
  stage('loaded', loaded, undefined, 'gaining-signatory', 'load-final', (s) => s.story.finalLoaded()),
  stage('live', live, 'G10', 'practice-manager', 'go-live', (s) => s.story.live()),
  stage('legacy-read-only', settled, 'G11', 'practice-manager', 'settle'),
]

/** Walks an opened switch to a state of the way. */
export async function walkTo(story: FullSwitchStory, state: SwitchState): Promise<FullSwitchStory> {
  await story.everybodyNamed()
  const last = stages.findIndex(({ to }) => to === state)
  for (const { facts, gate, move, to } of stages.slice(0, last + 1)) {
    await facts(story)
    if (gate) await story.sign(gate)
    // The final extract is taken on Friday after the surgery has closed.
    if (to === 'frozen') await story.on(-3, '17:00')
    await move(story)
  }
  return story
}

/** A switch of machine version 2 in that state; it goes live on that Monday. */
export async function fullSwitchIn(
  state: SwitchState,
  of: Parties,
  T = '2026-03-02',
  deadlineOn = addDays(T, -1),
): Promise<FullSwitchStory> {
  const story = await FullSwitchStory.open(of, T)
  story.deadlineOn = deadlineOn
  return walkTo(story, state)
}

async function caseMade(s: FullSwitchStory) {
  await s.state('practice-manager', 'needs', { need: 'A record that opens in a browser' })
  await s.state('practice-manager', 'plan', { comparison: await savedComparison(s.of, s.story.now) })
  await s.state('practice-manager', 'switching-cost', { exitPence: 292_800, movePence: 150_000 })
}

async function ordered(s: FullSwitchStory) {
  const acknowledgedOn = dayOf(s.story.now)
  await s.state('losing-signatory', 'acknowledged-losing', { acknowledgedOn })
  await s.state('gaining-signatory', 'acknowledged-gaining', { acknowledgedOn, reverseDays: 2 })
  await s.state('funding-approver', 'cancellation-charges', { pence: 100_000 })
}

async function mobilised(s: FullSwitchStory) {
  const [finalExtractOn, meetingOn] = [addDays(s.T, -3), addDays(s.T, -35)]
  await s.on(-90)
  await s.hazardsAssessed()
  await s.state('data-protection-officer', 'dpia', { reference: 'DPIA-7', approvedOn: dayOf(s.story.now) })
  await s.state('losing-signatory', 'dde', { edition: '3', exclusions: 'none' })
  await s.state('losing-signatory', 'profile-losing', profile)
  await s.state('gaining-signatory', 'profile-gaining', profile)
  await s.state('clinical-safety-officer', 'profile-safety', profile)
  await s.state('practice-manager', 'dates', { goLiveOn: s.T, finalExtractOn, meetingOn, cutover: 'weekend' })
  await s.capacityReserved()
  await s.servicesPlanned()
}

async function prepared(s: FullSwitchStory) {
  await s.state('delivery-partner', 'survey', { gaps: 3, closed: 3 })
}

async function trialLoaded(s: FullSwitchStory) {
  await s.on(-66)
  await s.story.signingKeys()
  await s.state('practice-manager', 'trial-asked', { askedOn: dayOf(s.story.now) })
  await s.state('practice-manager', 'registrations', { fp69: 0, pending: 0 })
  await s.state('practice-manager', 'inboxes', { tasks: 12, letters: 3, results: 0 })
  await s.state('practice-manager', 'training', { staff: 20, booked: 19 })
  await s.told()
}

async function checked(s: FullSwitchStory) {
  await s.on(-60)
  await s.story.manifests('trial')
  await s.story.takenIn(s.story.report('trial', { also: ['C10'] }))
}

async function accepted(s: FullSwitchStory) {
  await s.story.takenIn(s.story.report('trial', { key: 'second', also: ['C10'] }), s.of.delivery)
  await s.state('clinical-lead', 'sample-checks', { samples: 50, faults: 0 })
}

async function frozen(s: FullSwitchStory) {
  await s.on(-34)
  await s.state('practice-manager', 'cutover-meeting', { heldOn: addDays(s.T, -35) })
  await s.on(-20)
  await s.state('practice-manager', 'pcse-form', { sentOn: dayOf(s.story.now) })
  await s.state('delivery-partner', 'smartcards', { cards: 20, tested: 20 })
  await s.state('practice-manager', 're-entry-process', { process: 'Slips on paper, typed in by two people' })
  await s.state('practice-manager', 'downtime-rota', { people: 6 })
  await s.on(-4)
  await s.state('practice-manager', 'rollback-deadline', { day: s.deadlineOn, time: '15:00' })
  await s.state('practice-manager', 'go-no-go', { decision: 'go', decidedOn: dayOf(s.story.now) })
}

async function loaded(s: FullSwitchStory) {
  await s.takenOff()
  await s.state('losing-signatory', 'logged-off', { sessions: 0 })
  await s.state('practice-manager', 're-entry-open', { firstNumber: 1 })
  await s.story.manifests('final')
}

async function live(s: FullSwitchStory) {
  await s.on(-2, '12:00')
  await s.story.takenIn(s.story.report('final'))
  await s.state('clinical-lead', 'delta', { resources: 812, why: 'A month of work' })
  await s.provenOn()
  await s.story.siteLive(dayOf(s.story.now))
}

async function settled(s: FullSwitchStory) {
  for (const [day, after] of [
    ['day-1', 1],
    ['day-5', 7],
    ['day-20', 28],
  ] as const) {
    await s.on(after)
    await s.story.manifests(day)
    await s.story.takenIn(s.story.report(day))
  }
  await s.state('practice-manager', 'list-size', { system: 9871, pds: 9871 })
  await s.state('clinical-lead', 'registers', { compared: 21, unexplained: 0 })
}

/** Everything that closing needs, signed. */
export async function nearlyClosed(s: FullSwitchStory) {
  await endStated(s)
  await s.story.deletionCertified()
  await s.as('practice-manager', sealEvidence, {})
  await s.sign('G12')
}

/** What people state when the old system is no longer needed. */
export async function endStated(s: FullSwitchStory) {
  await s.on(95)
  const on = dayOf(s.story.now)
  await s.state('losing-signatory', 'legacy-access', { users: 3, uses: 11, endsOn: on })
  await s.state('practice-manager', 'audit-archive', { retrievedOn: on, lookUps: 5 })
  await s.state('clinical-lead', 'former-list', { looked: 40, missing: 0 })
  await s.state('funding-approver', 'last-invoice', { number: 'L-9', paidOn: on })
}
