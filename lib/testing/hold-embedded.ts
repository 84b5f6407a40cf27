import { openEmbedded } from '@/lib/platform/embedded-postgres'

// Opens the embedded server of the folder named first, says its address, and stops when its standard input ends.
const server = await openEmbedded(process.argv[2]!, { durable: true })
console.log(server.url)
process.stdin.resume().on('end', async () => {
  await server.stop()
  process.exit(0)
})
