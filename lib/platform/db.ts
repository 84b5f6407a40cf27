import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import { connectionOptions } from './connection'

/** What a store takes: the client itself, or the client inside a transaction. */
export type Tx = Prisma.TransactionClient

/** One client a process: the web server's hot reload would otherwise open a pool with every change. */
const kept = globalThis as unknown as { portalDatabase?: PrismaClient }

function connect(): PrismaClient {
  const { connectionString, options } = connectionOptions()
  const adapter = new PrismaPg(
    { connectionString, options, max: 12, idle_in_transaction_session_timeout: 60_000 },
    { statementNameGenerator: ({ sql }) => nameOf(sql) },
  )
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 15_000, timeout: 30_000 } })
}

/** Prepared statements by their text: the same query is planned once a connection. */
const names = new Map<string, string>()
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  const name = `s${names.size}`
  if (names.size < 2_000) names.set(sql, name)
  return name
}

export const db: PrismaClient = kept.portalDatabase ?? connect()
kept.portalDatabase = db
