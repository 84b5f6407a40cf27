import '@/components/ui/nhsuk.css'
import '@/components/ui/portal.css'
import '@/components/layout/masthead.css'
import '@/components/layout/print.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Foot } from '@/components/layout/foot'
import { Masthead } from '@/components/layout/masthead'
import { PrintHead } from '@/components/layout/print-head'
import { readContext } from '@/lib/identity/context'
import { getAccount } from '@/lib/identity/get-account'
import { countUnread } from '@/lib/notifications/bell/list-notifications'
import { instantInWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import { actFor } from './account/actions'

export const metadata: Metadata = {
  title: { default: 'Choose and switch GP systems', template: '%s – Choose and switch GP systems' },
  description:
    'The open market in which English general practices choose, buy, switch and keep control of their computer systems.',
}
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function Layout({ children }: { children: ReactNode }) {
  const ctx = await readContext()
  const account = await getAccount(ctx.actor)
  const unread = await countUnread(ctx.actor)
  const path = (await headers()).get('x-path') ?? '/'
  return (
    <html lang="en-GB">
      <body>
        <a className="nhsuk-skip-link" href="#maincontent">
          Skip to main content
        </a>
        <Masthead {...{ account, unread, path }} demo={env().demo} chooseOrganisation={actFor} />
        <div className="page">
          <div className="nhsuk-width-container">
            <PrintHead
              organisation={account?.organisations.find(({ id }) => id === account.organisationId)?.name}
              address={`${env().publicUrl}${path}`}
              at={instantInWords(ctx.now)}
            />
            <main className="page__main" id="maincontent">
              {children}
            </main>
          </div>
        </div>
        <Foot demo={env().demo} />
      </body>
    </html>
  )
}
