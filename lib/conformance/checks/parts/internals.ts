type Sign = { kind: string; pattern: RegExp }

/** What no error body may show (GP Connect, error handling): told by its kind, never quoted. */
const signs: Sign[] = [
  { kind: 'a stack trace', pattern: /^\s*at\s+(async\s+|new\s+)?[\w$.<>[\] /]+\s*\(?[^()\n]*:\d+(:\d+)?\)?/m },
  {
    kind: 'a stack trace',
    pattern: /\bat\s+[\w$.<>]+\s*\([^()\n]*(\.\w{1,5}:\d+|Native Method|Unknown Source|<anonymous>)[^()\n]*\)/,
  },
  {
    kind: 'a stack trace',
    pattern: /Traceback \(most recent call last\)|File "[^"]+", line \d+|\bin \S+\.(php|rb|py) (on line|:)\s*\d+/,
  },
  {
    kind: 'a stack trace',
    pattern:
      /\bstack[ _-]?trace\b|goroutine \d+ \[|\bCaused by: |panicked at|\.(java|cs|go|py|rb|tsx?|[cm]?js|php|kt|scala):\d+/i,
  },
  { kind: 'a stack trace', pattern: /\.cs:line \d+|--- End of inner exception/ },
  {
    kind: 'a connection string',
    pattern:
      /\b(jdbc:[\w:]+|postgres(ql)?|mysql|mariadb|mongodb(\+srv)?|redis|rediss|amqps?|mssql|sqlserver|oracle|ldaps?|s3|ftp|smb):\/\//i,
  },
  {
    kind: 'a connection string',
    pattern: /\b(Data Source|Server|Host|Initial Catalog|User Id|Uid)\s*=\s*[^;\s]+\s*;/i,
  },
  {
    kind: 'a secret',
    pattern: /\b(password|passwd|pwd|secret|api[-_ ]?key|access[-_ ]?key|private[-_ ]?key)["']?\s*[=:]\s*["']?\S+/i,
  },
  {
    kind: 'a secret',
    pattern:
      /-----BEGIN [A-Z ]+-----|\bAKIA[0-9A-Z]{12,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.|:\/\/[^\s/:@]+:[^\s/@]+@|\bBearer\s+[\w.~+/-]{12,}/,
  },
  {
    kind: 'a statement of SQL',
    pattern:
      /\b(SELECT\s[\s\S]{1,300}?\sFROM\s|INSERT\s+INTO\s|UPDATE\s+["`[\w.\]]+\s+SET\s|DELETE\s+FROM\s|(CREATE|ALTER|DROP)\s+TABLE\s|ORDER\s+BY\s+\w+\.|WHERE\s+["\w.]+\s*(=|IN|LIKE)\s*[$?:'@(])/i,
  },
  {
    kind: 'a message of a database',
    pattern:
      /\bORA-\d{4,5}\b|\bSQLSTATE\b|syntax error at or near|relation "[^"]+" does not exist|duplicate key value|violates (\w+[ -])+constraint|deadlock detected|\bE11000\b|\bPrisma\w*|\bP\d{4}\b: |SQL syntax|near "[^"]+": syntax error|no such (table|column)|(Unknown|Invalid) column|SQLITE_\w+|\bER_[A-Z_]{4,}/i,
  },
  {
    kind: 'a name of a class',
    pattern:
      /\b(java|javax|jakarta|kotlin|scala|org|com|net|io|ca|uk|de|fr)(\.[a-z_$][\w$]*){1,8}\.[A-Z][\w$]*|\b(System|Microsoft|Npgsql)(\.[A-Z]\w+)+|\b[A-Z]\w*(Exception|Throwable)\b|\b[A-Z][a-z]\w*Error\b(?=[:(])|\b(django|flask|werkzeug|sqlalchemy|psycopg2|requests|urllib3|ActiveRecord|Illuminate)[.:\\]/,
  },
  {
    kind: 'a path of a file',
    pattern:
      /(^|[\s"'(=:[>])(file:\/\/)?\/(usr|var|home|root|etc|opt|srv|app|apps|tmp|mnt|data|Users|workspace|code|src|www|proc|lib|node_modules)\/[\w.@-]+|\bfile:\/\/\/|\b[A-Za-z]:\\{1,2}[\w.$ -]+\\|\\\\[\w.-]+\\[\w$.-]+|\bnode:internal\b|\bnode_modules\//,
  },
  {
    kind: 'a banner of a framework',
    pattern:
      /Cannot (GET|POST|PUT|DELETE|PATCH) \/|Whitelabel Error Page|Apache Tomcat|Apache\/\d|nginx(\/\d)?\b|Microsoft-IIS|Werkzeug|\bDjango\b|Laravel|Ruby on Rails|Express\b.*Error|Jetty|WildFly|JBoss|WebLogic|GlassFish|\bPHP\/\d|\bASP\.NET|Kestrel|gunicorn|uvicorn|Spring Boot|HAPI FHIR \d|Phusion Passenger|openresty|Undertow/i,
  },
  {
    kind: 'an address inside',
    pattern:
      /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|ENOENT|EACCES|EPERM|EADDRINUSE)\b|\b(localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+)(:\d+)?\b|\b[\w-]+\.(internal|svc\.cluster\.local|local|corp|lan)\b/i,
  },
]

/**
 * The kind of internals that a text shows; undefined where it shows none. The base is ours to see: its own address in an error is no
 * leak, wherever it stands.
 */
export function internalsIn(text: string, base: string): string | undefined {
  const { origin, host, hostname } = new URL(base)
  const rest = [base, origin, host, hostname].reduce((left, own) => left.replaceAll(own, 'base'), unescaped(text))
  return signs.find(({ pattern }) => pattern.test(rest))?.kind
}

/** JSON and HTML write line ends, slashes and brackets in other ways. */
const unescaped = (text: string): string =>
  text
    .replace(/\\[nr]/g, '\n')
    .replaceAll('\\t', '\t')
    .replaceAll('\\/', '/')
    .replaceAll('\\"', '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
