import { HomePage } from '@/components/layout/home'
import { OwnHome } from '@/components/layout/own-home'
import { readContext } from '@/lib/identity/context'
import { listWork } from '@/lib/insight/work/list-work'
import { listNotifications } from '@/lib/notifications/bell/list-notifications'
import { env } from '@/lib/platform/env'

export default async function Page() {
  const ctx = await readContext()
  if (ctx.actor.kind !== 'person') return <HomePage demo={env().demo} />
  const [work, told] = await Promise.all([listWork(ctx), listNotifications(ctx, 1)])
  return <OwnHome work={work} changed={told.notifications.slice(0, 5)} unread={told.unread} />
}
