import 'server-only'
import type { FundingState } from '@/lib/funding/funding-request'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { listNames } from '@/lib/identity/list-names'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { readSettingsOn } from '@/lib/settings/read-settings'
import { type ContractCommand, contractMachine } from '../contract-machine'
import { type ContractView, getContract } from '../get-contract'
import { mayAskHoldOver, mayEnd, mayHoldOver, mayRescind, mayTick } from './end-policy'
import { lastHoldOverDay } from './end-rules'
import { type ExitItem, type ExitKey, exitKeys } from './exit-item'
import { findExitItems, findHoldOver, type HoldOver } from './exit-store'
import { findLastAsk } from './hold-over-ask-store'

export type ContractEnd = ContractView & {
  holdOver: HoldOver | undefined
  /** What was asked for last, so that it can be held over, and how the payer has answered. */
  asked: { until: Day; costPence: bigint; state: FundingState } | undefined
  /** Undefined where nobody has set how long a contract may be held over: then it may not be. */
  lastHoldOverDay: Day | undefined
  items: { key: ExitKey; done: (ExitItem & { who: string }) | undefined; mayTick: boolean }[]
  may: { rescind: boolean; askHoldOver: boolean; holdOver: boolean; startExit: boolean; close: boolean }
}

/** How a contract ends, for those who are party to it, with what this reader can do now; undefined for everybody else. */
export async function getContractEnd(actor: Actor, id: string, today: Day): Promise<ContractEnd | undefined> {
  const contract = await getContract(actor, id, today)
  if (!contract) return undefined
  const [holdOver, done] = [await findHoldOver(db, id), await findExitItems(db, id)]
  const name = await listNames(
    db,
    done.map((item) => item.recordedById),
  )
  const asked = await askedOf(id)
  const isOpen = asked && !['declined', 'withdrawn', 'lapsed', 'voided'].includes(asked.state)
  const longest = await readSettingsOn(db, today, contract.payerId, ['longest-hold-over'])
  const open = (command: ContractCommand) => next(contractMachine, contract.state, command) !== undefined
  return {
    ...contract,
    holdOver,
    asked,
    lastHoldOverDay: longest.ok
      ? lastHoldOverDay(contract.endsOn, longest.value.count('longest-hold-over'))
      : undefined,
    items: exitKeys.map((key) => {
      const item = done.find((one) => one.key === key)
      return {
        key,
        done: item && { ...item, who: name(item.recordedById) },
        mayTick: open('tick') && !item && mayTick(actor, contract, key).allowed,
      }
    }),
    may: {
      rescind: open('rescind') && mayRescind(actor, contract, contract.notice).allowed,
      askHoldOver:
        longest.ok &&
        ['expiring', 'expired'].includes(contract.state) &&
        !isOpen &&
        mayAskHoldOver(actor, contract).allowed,
      holdOver: asked?.state === 'approved' && open('hold-over') && mayHoldOver(actor, contract, 0n).allowed,
      startExit: open('start-exit') && mayEnd(actor, contract).allowed,
      close: open('close') && done.length === exitKeys.length && mayEnd(actor, contract).allowed,
    },
  }
}

async function askedOf(contractId: string): Promise<ContractEnd['asked']> {
  const ask = await findLastAsk(db, contractId)
  const request = ask && (await readFundingRequest(db, ask.fundingRequestId))
  return ask && request && { until: ask.until, costPence: ask.costPence, state: request.state }
}
