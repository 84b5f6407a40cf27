import type { NeedsContent } from './needs-content'

export type NeedsProfileState = 'live' | 'archived'

/** What an organisation needs, kept so that it can be asked again (choosing §1). */
export type NeedsProfile = {
  id: string
  organisationId: string
  name: string
  state: NeedsProfileState
  content: NeedsContent
  /** The commissioner that may read it and its plans. */
  sharedWithId: string | null
  createdAt: Date
  editedAt: Date
  version: number
}
export type NeedsProfileSummary = Pick<
  NeedsProfile,
  'id' | 'organisationId' | 'name' | 'state' | 'editedAt' | 'sharedWithId'
>

export const needsProfileStateWords: Record<NeedsProfileState, string> = { live: 'Live', archived: 'Archived' }
export const mostName = 255
