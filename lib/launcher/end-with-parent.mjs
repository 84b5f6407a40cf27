// Loaded into the web server: it ends when the channel to the launcher closes, so a killed launcher leaves nothing behind.
if (process.channel) {
  process.on('disconnect', () => process.exit(0))
  process.channel.unref()
}
