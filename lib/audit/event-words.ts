/** The sentence that stands in a history for each event. Rooms add theirs here; a test walks every machine and misses none. */
export const sentences: Record<string, string> = {
  SessionEnded: 'Signed out of one browser',
  SignedOutEverywhere: 'Signed out everywhere',
  PersonInvited: 'Invited a person',
  InvitationAccepted: 'Took up an invitation',
}

/** The sentence of an event; its name in plain letters where an older version of the portal wrote it. */
export const eventWords = (name: string): string =>
  sentences[name] ??
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^./, (c) => c.toUpperCase())
