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

export const eventTitle = (name: string): string => eventTitles[name] ?? name
