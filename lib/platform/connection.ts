/**
 * How every connection is opened: in UTC, because the adapter reads offsets without converting; and in the lesser role of
 * the portal where the launcher found one (`DATABASE_ROLE`), so that append-only tables hold against our own faults too.
 */
export function connectionOptions(): { connectionString: string; options: string } {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString)
    throw new Error(
      'DATABASE_URL is not set: start the portal with "npm start", which sets it for the embedded database',
    )
  const role = process.env.DATABASE_ROLE
  // Tests alone say what time it is for triggers (`keep_former_row`).
  const clock = process.env.DATABASE_CLOCK
  const also = `${role ? ` -c role=${role}` : ''}${clock ? ` -c portal.clock=${clock}` : ''}`
  return { connectionString, options: `-c timezone=UTC${also}` }
}
