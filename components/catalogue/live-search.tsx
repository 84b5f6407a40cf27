'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { modulesShown, type Shown } from './queries'

type Props = { query: string; onShown: (query: string, shown: Shown) => void }

/** Asks for the list behind an address and hands it on; it draws nothing. Loaded with the first tick, never before. */
export default function LiveSearch(props: Props) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Asking {...props} />
    </QueryClientProvider>
  )
}

function Asking({ query, onShown }: Props) {
  const { data, isPlaceholderData, isError } = useQuery(modulesShown(query))
  useEffect(() => {
    if (data && !isPlaceholderData) onShown(query, data)
  }, [data, isPlaceholderData, query, onShown])
  // What cannot be had live is had as a page.
  useEffect(() => {
    if (isError) window.location.assign(`/modules${query}`)
  }, [isError, query])
  return null
}
