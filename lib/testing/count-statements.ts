import pg from 'pg'

/** How many statements reach the database while `act` runs, transaction control aside. For budgets that must not grow with what is shown. */
export async function countStatements<T>(act: () => Promise<T>): Promise<{ value: T; statements: number }> {
  const { query } = pg.Client.prototype
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    const text = typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? '')
    if (!/^\s*(begin|commit|rollback|savepoint|release|set|deallocate)\b/i.test(text)) statements++
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    return { value: await act(), statements }
  } finally {
    pg.Client.prototype.query = query
  }
}
