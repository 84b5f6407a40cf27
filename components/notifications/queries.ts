import { queryOptions } from '@tanstack/react-query'

const everyMs = 30_000

/** How many notifications the reader has not read; a page that cannot be reached keeps the last number. */
export const unreadNotifications = (unread: number) =>
  queryOptions({
    queryKey: ['unread notifications'],
    queryFn: async ({ signal }): Promise<number> => {
      const answer = await fetch('/notifications/unread.json', { signal })
      if (!answer.ok) throw new Error(`the portal answered with ${answer.status}`)
      return ((await answer.json()) as { unread: number }).unread
    },
    initialData: unread,
    staleTime: everyMs,
    refetchInterval: everyMs,
    refetchOnWindowFocus: true,
    retry: false,
  })
