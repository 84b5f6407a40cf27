import 'server-only'
import { type CompanyRegister, companyRegister } from '@/lib/platform/company-register'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { findRequest, keepRegisterAnswer } from './supplier-account-store'

/** Asks the register of companies about a proved request and keeps the answer as evidence (SUP-1). The second time does nothing. */
export async function checkCompanyWhenConfirmed(
  ctx: Context,
  event: StoredEvent,
  register: CompanyRegister = companyRegister,
): Promise<void> {
  const request = await findRequest(db, event.about.id)
  if (!request || request.registerSaid !== null) return
  const said = await register.find(request.companyNumber, request.legalName).catch(() => 'unavailable' as const)
  await keepRegisterAnswer(db, request.id, said, ctx.now)
}
