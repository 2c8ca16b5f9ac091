import { get } from 'node:http'

/** Downloads one address and keeps nothing; prints how many bytes came. In a process of its own, so as not to count as the server's. */
get(process.argv[2] ?? '', (answer) => {
  let bytes = 0
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength
  })
  answer.on('end', () => console.log(bytes))
})
