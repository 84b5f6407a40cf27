import 'server-only'
import { createTransport } from 'nodemailer'
import type { Context } from './context'
import { db, type Tx } from './db'
import { newId } from './ids'

export type Letter = { key: string; to: string; subject: string; body: string }

/** Writes a letter in the transaction of its reason. The same key a second time does nothing. */
export async function queueMail(tx: Tx, ctx: Context, { key, to, subject, body }: Letter): Promise<void> {
  await tx.$executeRaw`insert into "MailMessage" (id, key, recipient, subject, body, "createdAt")
    values (${newId()}::uuid, ${key}, ${to}, ${subject}, ${body}, ${ctx.now}) on conflict (key) do nothing`
}

/**
 * Sends what is waiting, through SMTP. Without `SMTP_URL` letters stay in the database and are shown at /admin/mail.
 * Each row is locked while it is sent, so two workers never send one letter twice; a failure is kept with its words.
 */
export async function sendWaitingMail(ctx: Context, smtpUrl: string | undefined, from: string): Promise<number> {
  if (!smtpUrl) return 0
  const transport = createTransport(smtpUrl)
  let sent = 0
  while (await sendOne(ctx, transport, from)) sent++
  transport.close()
  return sent
}

function sendOne(ctx: Context, transport: ReturnType<typeof createTransport>, from: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [letter] = await tx.$queryRaw<{ id: string; recipient: string; subject: string; body: string }[]>`
      select id, recipient, subject, body from "MailMessage" where "sentAt" is null and failure is null
      order by "createdAt" limit 1 for update skip locked`
    if (!letter) return false
    const failure = await transport
      .sendMail({ from, to: letter.recipient, subject: letter.subject, text: letter.body })
      .then(
        () => null,
        (error: Error) => error.message.slice(0, 500),
      )
    await tx.mailMessage.update({
      where: { id: letter.id },
      data: failure ? { failure } : { sentAt: ctx.now },
      select: { id: true },
    })
    return true
  })
}
