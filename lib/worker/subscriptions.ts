import { refreshModuleStanding } from '@/lib/assurance/refresh-module-standing'
import { applyImportWhenStarted } from './imports/apply-import-when-started'
import { checkImportWhenUploaded } from './imports/check-import-when-uploaded'
import type { Subscriptions } from './reaction'

/** What follows from what; the only place that says so. */
export const subscriptions: Subscriptions = {
  ImportUploaded: { checkImportWhenUploaded },
  ImportStarted: { applyImportWhenStarted },
  ListingPublished: { refreshModuleStanding },
  ModuleSuspended: { refreshModuleStanding },
  SuspensionLifted: { refreshModuleStanding },
}
