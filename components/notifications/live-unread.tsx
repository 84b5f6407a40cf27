'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { unreadNotifications } from './queries'
import { UnreadCount } from './unread-count'

/** The number on the bell as it is now. */
export function LiveUnread({ unread }: { unread: number }) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Count unread={unread} />
    </QueryClientProvider>
  )
}

function Count({ unread }: { unread: number }) {
  const { data } = useQuery(unreadNotifications(unread))
  return <UnreadCount unread={data} />
}
