import { type Gate, gateTitles } from './gate-rules'
import { isSwitchRole, type SwitchRole, switchRoles } from './switch'

/** What happened, in the words of a history. */
export const eventTitles: Record<string, string> = {
  SwitchOpened: 'Switch opened',
  SwitchOrdered: 'Switch ordered',
  TrialLoaded: 'Trial load done',
  DataCheckStarted: 'Data check started',
  TrialReloaded: 'New trial load begun',
  FinalLoaded: 'Final load done',
  SwitchWentLive: 'Practice went live',
  SwitchRolledBack: 'Rolled back to the old system',
  SwitchClosed: 'Switch closed',
  SwitchCancelled: 'Switch cancelled',
  SwitchPersonNamed: 'Person named in a role',
  ManifestSigned: 'Manifest signed',
  SigningKeyRegistered: 'Signing key registered',
  SigningKeyRevoked: 'Signing key revoked',
  ReportTakenIn: 'Verified report taken in',
  DifferenceAccepted: 'S2 difference accepted under a hazard',
  GateSigned: 'Gate signed',
  RollBackProposed: 'Roll-back proposed',
  DeletionCertified: 'Deletion of the old copy certified',
  GoLiveConfirmed: 'Day of go-live confirmed by one side',
  GoLiveDisputed: 'Two different days of go-live named',
  SiteWentLive: 'Day of go-live confirmed by both sides',
  GoLiveCorrected: 'Day of go-live corrected',
  SiteCeased: 'Site ceased',
}

/** What happened, as exactly as the ids and codes of the event allow. */
export function eventTitle(name: string, data: Record<string, unknown>): string {
  const title = eventTitles[name] ?? name
  const role = isSwitchRole(String(data.role)) ? switchRoles[data.role as SwitchRole].title.toLowerCase() : undefined
  switch (name) {
    case 'SwitchPersonNamed':
      return role ? `Person named as ${role}` : title
    case 'GateSigned':
      return role && isGate(data.gate) ? `${gateTitles[data.gate]}: signed as ${role}` : title
    case 'ManifestSigned':
      return `Manifest of the ${data.kind} ${data.side === 'source' ? 'extract' : 'load'} signed`
    case 'ReportTakenIn':
      return `Verified ${data.kind} report taken in`
    default:
      return title
  }
}

const isGate = (value: unknown): value is Gate => Object.hasOwn(gateTitles, String(value))
