import 'server-only'
import pg from 'pg'
import { connectionOptions } from './connection'
import { logger } from './logger'

export type Listening = { close: () => Promise<void> }
type Hearer = {
  /** The connection stands and listens: whatever is committed from now on will be told. */
  connected: () => void
  /** Nothing is told any more; `connected` follows when it is again. */
  lost: () => void
  told: (payload: string) => void
}

const againAfterMs = 500
const soundAfterMs = 10_000

/**
 * Hears what transactions tell at their commit (`NOTIFY`), on a connection of its own. A connection that is silent because the
 * network is gone looks like one where nothing happens, so it is sounded now and then.
 */
export function listen(channel: string, hearer: Hearer): Listening {
  let client: pg.Client | undefined
  let closed = false
  void open()
  const sounding = setInterval(() => void sound(), soundAfterMs)
  sounding.unref()
  return {
    close: async () => {
      closed = true
      clearInterval(sounding)
      await client?.end().catch(() => undefined)
    },
  }

  async function open(): Promise<void> {
    if (closed) return
    const mine = new pg.Client({
      ...connectionOptions(),
      application_name: `listens to ${channel}`,
      keepAlive: true,
      query_timeout: soundAfterMs / 2,
    })
    client = mine
    mine.on('notification', ({ payload }) => hearer.told(payload ?? ''))
    mine.on('error', (error) => logger.warn({ err: error, channel }, 'the connection that listens failed'))
    mine.once('end', () => {
      hearer.lost()
      if (!closed) setTimeout(() => void open(), againAfterMs).unref()
    })
    try {
      await mine.connect()
      await mine.query(`listen ${pg.escapeIdentifier(channel)}`)
      hearer.connected()
    } catch (error) {
      logger.warn({ err: error, channel }, 'the database cannot be listened to; trying again')
      await mine.end().catch(() => undefined)
    }
  }

  async function sound(): Promise<void> {
    const sounded = client
    await sounded?.query('select 1').catch(() => sounded.end().catch(() => undefined))
  }
}
