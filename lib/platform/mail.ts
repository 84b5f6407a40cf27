import 'server-only'
import { createTransport } from 'nodemailer'
import type { Context } from './context'
import { db, type Tx } from './db'
import { newId } from './ids'
import { logger } from './logger'

export type Letter = { key: string; to: string; subject: string; body: string }

/** Writes a letter in the transaction of its reason. The same key a second time does nothing. */
export async function queueMail(tx: Tx, ctx: Context, { key, to, subject, body }: Letter): Promise<void> {
  await tx.$executeRaw`insert into "MailMessage" (id, key, recipient, subject, body, "createdAt")
    values (${newId()}::uuid, ${key}, ${to}, ${subject}, ${body}, ${ctx.now}) on conflict (key) do nothing`
}

/** A transaction is open while a letter is sent: the server gets less time than the database gives an idle transaction. */
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 8_000 }
const transactionMs = 50_000
/** How long the server is left alone after it could not be reached. */
const restMs = 30_000
let restUntil = 0

/**
 * Sends what is waiting, through SMTP, each letter once a round. Without `SMTP_URL` letters stay in the database and are
 * shown at /admin/mail. Each row is locked while it is sent, so two workers never send one letter twice. A letter that the
 * server refuses for good is kept with its words; one that it puts off, or cannot be asked about, waits for a later round.
 */
export async function sendWaitingMail(ctx: Context, smtpUrl: string | undefined, from: string): Promise<number> {
  if (!smtpUrl || ctx.now.getTime() < restUntil) return 0
  const transport = createTransport({ url: smtpUrl, ...patience })
  const tried: string[] = []
  let sent = 0
  for (;;) {
    const outcome = await sendOne(ctx, transport, from, tried)
    if (outcome === 'sent') sent++
    if (outcome === 'put off' || outcome === 'unreachable') restUntil = ctx.now.getTime() + restMs
    if (outcome === 'none' || outcome === 'unreachable') break
  }
  transport.close()
  return sent
}

type Outcome = 'none' | 'sent' | 'refused' | 'put off' | 'unreachable'
type Transport = ReturnType<typeof createTransport>

function sendOne(ctx: Context, transport: Transport, from: string, tried: string[]): Promise<Outcome> {
  return db.$transaction(
    async (tx) => {
      const [letter] = await tx.$queryRaw<Waiting[]>`
        select id, recipient, subject, body from "MailMessage"
        where "sentAt" is null and failure is null and id <> all(${tried}::uuid[])
        order by "createdAt", id limit 1 for update skip locked`
      if (!letter) return 'none'
      tried.push(letter.id)
      const failure = await deliver(transport, from, letter)
      if (failure && !failure.final) {
        logger.warn({ letter: letter.id, because: failure.words }, 'a letter could not be sent and will be tried again')
        return failure.reached ? 'put off' : 'unreachable'
      }
      const data = failure ? { failure: failure.words } : { sentAt: ctx.now, body: withoutTokens(letter.body) }
      await tx.mailMessage.update({ where: { id: letter.id }, data, select: { id: true } })
      return failure ? 'refused' : 'sent'
    },
    { timeout: transactionMs },
  )
}

type Waiting = { id: string; recipient: string; subject: string; body: string }

/** The message id follows from the letter, so that a mail server knows it again if we die before we could write that it is sent. */
async function deliver(transport: Transport, from: string, { id, recipient, subject, body }: Waiting) {
  const to = { name: '', address: recipient }
  const messageId = `<${id}@${from.split('@')[1]}>`
  return transport.sendMail({ from, to, subject, text: body, messageId }).then(
    () => undefined,
    (error: Error & { responseCode?: number; code?: string }) => ({
      words: error.message.slice(0, 500),
      reached: error.responseCode !== undefined && error.code !== 'EAUTH',
      final: (error.responseCode ?? 0) >= 500 && error.code !== 'EAUTH',
    }),
  )
}

/** Once a letter is out, the link in it belongs to its reader alone. */
const withoutTokens = (body: string): string => body.replace(/token=[\w-]+/g, 'token=(removed after sending)')
