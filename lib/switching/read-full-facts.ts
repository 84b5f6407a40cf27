import 'server-only'
import { findComparisonOf } from '@/lib/comparison/saved-comparisons/find-comparison-of'
import { findStandingNotice } from '@/lib/contracts/ends/find-standing-notice'
import type { ContractFacts } from '@/lib/contracts/get-contract-facts'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import { findFundingOf } from '@/lib/funding/find-funding-of'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { readSettingsOn } from '@/lib/settings/read-settings'
import { findReserved } from './capacity/capacity-store'
import { findFacts } from './facts/fact-store'
import { findHazards } from './hazards/hazard-store'
import { listContractedServices } from './radar/list-contracted-services'
import { findRadar } from './radar/radar-store'
import { countSlips } from './re-entry/slip-store'
import type { Switch } from './switch'
import { type FullFacts, type LeavingFact, type SwitchFacts, stated, textIn } from './switch-facts'
import { findParts } from './switch-store'
import { findBankHolidays } from './timers/timer-store'

/** What the gates of machine version 2 read beside the facts of the first stage; the rooms that own a fact are asked for it. */
export async function readFullFacts(
  tx: Tx,
  of: Switch,
  now: Date,
  first: SwitchFacts,
  gaining: ContractFacts | undefined,
): Promise<FullFacts> {
  const facts = { stated: await findFacts(tx, of.id) }
  const callOffId = gaining?.callOffId ?? of.callOffId
  const funding = callOffId ? await findFundingOf(tx, { type: 'CallOff', id: callOffId }) : undefined
  const plan = textIn(stated(facts, 'plan'), 'comparison')
  const reserved = await findReserved(tx, of.id)
  return {
    ...first,
    ...facts,
    now,
    state: of.state,
    stateBefore: of.stateBefore,
    part: of.part,
    parts: await findParts(tx, of.id),
    hazards: await findHazards(tx, of.id),
    radar: await findRadar(tx, of.id),
    slips: await countSlips(tx, of.id),
    reserved: reserved.map(({ kind, week }) => ({ kind, week })),
    ...(await readLeaving(tx, of, gaining?.id, now)),
    gaining: gaining ? { startsOn: gaining.startsOn } : null,
    funding: funding ? { id: funding.id, approved: funding.state === 'approved' } : null,
    comparison: (plan ? await findComparisonOf(tx, of.practiceId, plan) : undefined) ?? null,
    holidays: await findBankHolidays(tx),
  }
}

async function readLeaving(
  tx: Tx,
  of: Switch,
  gainingId: string | undefined,
  now: Date,
): Promise<{ leaving: LeavingFact | null; contracted: string[] }> {
  const contract = await getContractFacts(tx, of.leavingContractId)
  if (!contract) return { leaving: null, contracted: [] }
  const settings = await readSettingsOn(tx, dayOf(now), contract.payerId, ['minimum-term'])
  const { startsOn, endsOn, runsUntil, noticeDays, yearlyPence } = contract
  const leaving = {
    startsOn,
    endsOn,
    runsUntil,
    noticeDays,
    yearlyPence,
    noticeGivenOn: (await findStandingNotice(tx, contract.id)) ?? null,
    minimumMonths: settings.ok ? settings.value.count('minimum-term') : null,
  }
  return { leaving, contracted: await listContractedServices(tx, contract, gainingId) }
}
