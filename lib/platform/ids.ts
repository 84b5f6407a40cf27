import { randomBytes, randomUUID } from 'node:crypto'

/** A new record id: UUID v4 as a string. Order of creation is the event's business, not the id's. */
export const newId = (): string => randomUUID()

/** A secret for a link or a cookie: 256 bits, URL-safe. Only its SHA-256 is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether an id from an address can be one of ours: queries answer not-found for the rest without asking the database. */
export const isId = (value: string): boolean => uuid.test(value)
