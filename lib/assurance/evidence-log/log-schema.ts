import { z } from 'zod'

/** A place in the log, or its length, as an address says it. */
export const placeInput = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,14})$/, 'Enter a whole number')
  .transform(Number)
