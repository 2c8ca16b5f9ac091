// The least that a durable vote can be: `node:http`, one upsert and one commit a request, synchronous=FULL. No session, no rule, no
// record. In a process of its own, like the server that is measured against it.
import { createServer } from 'node:http'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

const [folder = ''] = process.argv.slice(2)
const db = new SqliteDatabase(join(folder, 'bare.sqlite'))
for (const setting of ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON']) db.pragma(setting)
db.exec(
  'CREATE TABLE IF NOT EXISTS score (entry TEXT, voter TEXT, value INTEGER, PRIMARY KEY (entry, voter)) WITHOUT ROWID',
)
const upsert = db.prepare('INSERT INTO score VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const { entryId, voterId, score } = JSON.parse(Buffer.concat(chunks).toString())
    upsert.run(entryId, voterId, Number(score))
    response.setHeader('Content-Type', 'application/json')
    response.end('{"ok":true}')
  })
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
process.once('disconnect', () => process.exit())
