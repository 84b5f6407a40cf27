import { describe, expect, it } from 'vitest'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { contractStateColours, contractStateLabels, contractStates } from './contract'
import { contractMachine } from './contract-machine'
import { siteStateColours, siteStateLabels, siteStates } from './site'
import { siteMachine } from './site-machine'

const shown = (machine: Parameters<typeof edgesOf>[0]) =>
  edgesOf(machine).map((e) => `${e.state} ${e.command} ${e.to} ${e.event}`)

describe('the contract machine', () => {
  it('has exactly these edges', () => {
    expect(shown(contractMachine)).toEqual([
      'mobilising start live ContractWentLive',
      'mobilising near-notice expiring NoticeDateNear',
      'mobilising give-notice terminating NoticeGiven',
      'live near-notice expiring NoticeDateNear',
      'live give-notice terminating NoticeGiven',
      'expiring extend live ContractExtended',
      'expiring give-notice terminating NoticeGiven',
      'expiring expire expired ContractExpired',
      'terminating sign-rescission terminating RescissionSigned',
      'terminating rescind live NoticeRescinded',
      'terminating terminate terminated ContractTerminated',
      'terminated start-exit exiting ExitStarted',
      'expired hold-over held-over ContractHeldOver',
      'expired start-exit exiting ExitStarted',
      'held-over start-exit exiting ExitStarted',
      'exiting tick exiting ExitItemDone',
      'exiting close closed ContractClosed',
    ])
  })

  it('reaches every state, and each has a label and a colour', () => {
    expect(Object.keys(contractMachine)).toEqual([...contractStates])
    expect(unreachableStates(contractMachine, 'mobilising')).toEqual([])
    for (const state of contractStates)
      expect([contractStateLabels[state], contractStateColours[state]].every(Boolean)).toBe(true)
  })
})

describe('the site machine', () => {
  it('has exactly these edges', () => {
    expect(shown(siteMachine)).toEqual([
      'planned confirm-first half-confirmed GoLiveConfirmed',
      'planned succeed ceased SiteSucceeded',
      'half-confirmed confirm-first half-confirmed GoLiveConfirmed',
      'half-confirmed agree live SiteWentLive',
      'half-confirmed differ disputed GoLiveDisputed',
      'half-confirmed succeed ceased SiteSucceeded',
      'disputed agree live SiteWentLive',
      'disputed differ disputed GoLiveDisputed',
      'disputed succeed ceased SiteSucceeded',
      'live say-correction live GoLiveCorrectionSaid',
      'live correct live GoLiveCorrected',
      'live cease ceased SiteCeased',
      'live succeed ceased SiteSucceeded',
    ])
  })

  it('reaches every state, and each has a label and a colour', () => {
    expect(Object.keys(siteMachine)).toEqual([...siteStates])
    expect(unreachableStates(siteMachine, 'planned')).toEqual([])
    for (const state of siteStates) expect([siteStateLabels[state], siteStateColours[state]].every(Boolean)).toBe(true)
  })
})
