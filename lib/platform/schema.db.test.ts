import { expect, it } from 'vitest'
import { schemaDifference } from './schema-difference'

it('the migrations bring the database exactly to the schema', async () => {
  expect((await schemaDifference(process.env.OWNER_DATABASE_URL!)).trim()).toMatch(
    /^(-- This is an empty migration\.)?$/,
  )
})
