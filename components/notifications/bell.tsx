'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { UnreadCount } from './unread-count'

type Live = ComponentType<{ unread: number }>

/**
 * The way to the notifications, with how many are unread. Without script it is a link with the number of when the page was
 * made; with it the number is asked for again, by code that is loaded after the page stands.
 */
export function Bell({ unread }: { unread: number }) {
  const [Live, setLive] = useState<Live>()
  useEffect(() => {
    void import('./live-unread').then((loaded) => setLive(() => loaded.LiveUnread))
  }, [])
  return <a href="/notifications">Notifications {Live ? <Live unread={unread} /> : <UnreadCount unread={unread} />}</a>
}
