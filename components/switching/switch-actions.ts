import type { FormAction } from '@/lib/platform/form-state'

/** The server actions of a switch's page; the page hands them in. */
export type SwitchActions = Record<
  | 'name'
  | 'order'
  | 'signManifest'
  | 'trialLoaded'
  | 'reload'
  | 'startCheck'
  | 'finalLoaded'
  | 'live'
  | 'close'
  | 'cancel'
  | 'propose'
  | 'signRollBack'
  | 'register'
  | 'revoke'
  | 'accept'
  | 'sign'
  | 'certify'
  | 'bringReport',
  FormAction
>

/** What stands at the top of the page after each. */
export const doneWords: Record<string, string> = {
  opened: 'The switch is open.',
  named: 'The person is named.',
  ordered: 'The switch is ordered.',
  manifest: 'The manifest is signed.',
  trial: 'The trial load is done.',
  reload: 'A new trial load has begun.',
  checking: 'The data check has started.',
  final: 'The final load is done.',
  live: 'The practice is live.',
  closed: 'The switch is closed.',
  cancelled: 'The switch is cancelled.',
  proposed: 'The roll-back is proposed. Another person must sign it.',
  'rolled-back': 'The switch is rolled back.',
  key: 'The key is registered.',
  revoked: 'The key is revoked.',
  accepted: 'The differences are accepted.',
  signed: 'You have signed.',
  certified: 'The deletion is certified.',
  stated: 'The fact is stated.',
  moved: 'The switch has moved on.',
  held: 'The switch is on hold.',
  remediation: 'Remediation has begun.',
  'cancel-asked': 'You have asked to cancel. The other side must agree.',
  bound: 'The new contract is set.',
  assessed: 'The hazard is assessed.',
  hazard: 'The hazard is in the log.',
  planned: 'The plan is saved.',
  service: 'The service is on the list.',
  told: 'It is recorded that the third party is told.',
  off: 'The link is confirmed off.',
  proven: 'The link is proven.',
  slip: 'The slip is in the log.',
  'typed-in': 'The slip is typed in.',
  found: 'The slips are found.',
  void: 'Your word on the slip is recorded.',
  reserved: 'The week is reserved.',
  released: 'The week is given back.',
  published: 'The capacity is published.',
  part: 'The part is open.',
  sealed: 'The evidence is sealed. The authority’s signature follows.',
  report: 'The report is verified and taken in.',
}
