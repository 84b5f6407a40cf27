import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'

/**
 * The SQL between the database at `url` and prisma/schema, by Prisma's schema engine as WebAssembly (the native engine would
 * have to be downloaded). An empty answer means that they agree.
 */
export async function schemaDifference(url: string): Promise<string> {
  const SchemaEngine = await loadEngine()
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueReader({ connectionString: url }))
  const files = readdirSync('prisma/schema')
    .filter((f) => f.endsWith('.prisma'))
    .map((f) => ({ path: `prisma/schema/${f}`, content: readFileSync(`prisma/schema/${f}`, 'utf8') }))
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    adapter,
  )
  const filters = { externalTables: ['public._prisma_migrations'], externalEnums: [] }
  const result = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: '.' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters,
  })
  engine.free()
  return result.stdout ?? ''
}

type Answer = { fields: { dataTypeID: number }[] }
type Rows = { columnTypes: number[] }

/** The adapter has no mapping for PostgreSQL's internal "char" (oid 18), in which the system catalogue answers: read it as a character. */
class CatalogueReader extends PrismaPg {
  override async connect() {
    const connection = await super.connect()
    const inner = connection as unknown as {
      performIO(query: unknown): Promise<Answer>
      queryRaw(query: unknown): Promise<Rows>
    }
    const [performIO, queryRaw] = [inner.performIO.bind(connection), inner.queryRaw.bind(connection)]
    let characters: number[] = []
    inner.performIO = async (query) => {
      const answer = await performIO(query)
      characters = answer.fields.flatMap((field, i) => (field.dataTypeID === 18 ? [i] : []))
      for (const i of characters) answer.fields[i]!.dataTypeID = 25
      return answer
    }
    inner.queryRaw = async (query) => {
      const rows = await queryRaw(query)
      for (const i of characters) rows.columnTypes[i] = ColumnTypeEnum.Character
      return rows
    }
    return connection
  }
}

type Engine = { diff(params: unknown): Promise<{ stdout: string | null }>; free(): void }

type EngineClass = { new: (options: unknown, log: () => void, adapter: object) => Promise<Engine> }

async function loadEngine(): Promise<EngineClass> {
  ;(globalThis as Record<string, unknown>).PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (words: string) => console.error(words),
  }
  const require = createRequire(import.meta.url)
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as {
    __wbg_set_wasm(exports: unknown): void
    SchemaEngine: never
  }
  const bytes = readFileSync(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue as never })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start?.()
  return glue.SchemaEngine
}
